package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Groups as docs/groups.md describes them, in decimals, from scratch at every look, without a line
 * of the engine. Prices are last trades and sides of the book; trading is always continuous.
 */
public final class NaiveGroup {
  /** One position and all that is known of its market. */
  public static final class Leg {
    final long id;
    final int sign;
    final boolean hedge;
    final BigDecimal entry;
    final BigDecimal multiplier;
    final BigDecimal fee;
    final long sinceNs;
    BigDecimal open;
    BigDecimal brought = BigDecimal.ZERO;
    BigDecimal turnover = BigDecimal.ZERO;
    BigDecimal last;
    BigDecimal bid;
    BigDecimal ask;
    long dataNs;
    long bidNs;
    long askNs;
    boolean leaving;
    boolean closed;

    /** A leg; {@code fee} in percent per side. */
    public Leg(
        long id,
        int sign,
        boolean hedge,
        BigDecimal open,
        BigDecimal entry,
        BigDecimal multiplier,
        BigDecimal fee,
        long sinceNs) {
      this.id = id;
      this.sign = sign;
      this.hedge = hedge;
      this.open = open;
      this.entry = entry;
      this.multiplier = multiplier;
      this.fee = fee;
      this.sinceNs = sinceNs;
    }

    /** A trade, a quote, or both; null for what there is none of. */
    public void see(BigDecimal newLast, BigDecimal newBid, BigDecimal newAsk, long nowNs) {
      dataNs = nowNs;
      last = newLast == null ? last : newLast;
      if (newBid != null) {
        bid = newBid;
        bidNs = nowNs;
      }
      if (newAsk != null) {
        ask = newAsk;
        askNs = nowNs;
      }
    }

    /** A part of it was closed at a price. */
    public void fill(BigDecimal quantity, BigDecimal price) {
      BigDecimal units = quantity.multiply(multiplier);
      open = open.subtract(quantity);
      brought =
          brought.add(price.subtract(entry).multiply(units).multiply(BigDecimal.valueOf(sign)));
      turnover = turnover.add(entry.add(price).multiply(units));
    }

    /** An exit of it is under way for another reason. */
    public void leaving() {
      leaving = true;
    }

    /** The venue has proved that it is closed. */
    public void proved() {
      closed = true;
    }

    private BigDecimal cost(BigDecimal ofTurnover) {
      return money(money(ofTurnover).abs().multiply(fee).movePointLeft(2));
    }

    private BigDecimal worth(BigDecimal price) {
      BigDecimal closedPart = money(brought).subtract(cost(turnover));
      if (closed || open.signum() == 0) {
        return closedPart;
      }
      BigDecimal units = open.multiply(multiplier);
      BigDecimal profit = price.subtract(entry).multiply(units).multiply(BigDecimal.valueOf(sign));
      return closedPart.add(money(profit)).subtract(cost(entry.add(price).multiply(units)));
    }

    private boolean isExposed() {
      return !closed && open.signum() != 0;
    }

    private boolean isSilent(long staleNs, long nowNs) {
      return isExposed() && nowNs - (last == null ? sinceNs : Math.max(dataNs, sinceNs)) >= staleNs;
    }

    private BigDecimal book(long staleNs, long nowNs) {
      long atNs = sign > 0 ? bidNs : askNs;
      BigDecimal side = sign > 0 ? bid : ask;
      return side == null || nowNs - atNs >= staleNs ? null : side;
    }
  }

  private final int id;
  private final BigDecimal stop;
  private final BigDecimal target;
  private final BigDecimal lockAt;
  private final BigDecimal floor;
  private final long confirmNs;
  private final long staleNs;
  private final TreeMap<Long, Leg> legs = new TreeMap<>();
  private final List<String> said;
  private final long[] since = {-1, -1, -1};
  private boolean armed;
  private boolean silent;
  private boolean fired;
  private String reason;

  /** A group without members; what it says goes to {@code said}. */
  public NaiveGroup(
      int id,
      String stop,
      String target,
      String lockAt,
      String floor,
      long confirmNs,
      long staleNs,
      List<String> said) {
    this.id = id;
    this.stop = new BigDecimal(stop);
    this.target = new BigDecimal(target);
    this.lockAt = new BigDecimal(lockAt);
    this.floor = new BigDecimal(floor);
    this.confirmNs = confirmNs;
    this.staleNs = staleNs;
    this.said = said;
  }

  private static BigDecimal money(BigDecimal exact) {
    return exact.setScale(8, RoundingMode.HALF_EVEN);
  }

  /** Whether it has fired. */
  public boolean isFired() {
    return fired;
  }

  /** A member more. */
  public void add(Leg leg, long nowNs) {
    legs.put(leg.id, leg);
    look(nowNs);
  }

  /** When something happens without an event, {@code Long.MAX_VALUE} for never. */
  public long dueNs(long nowNs) {
    long dueNs = Long.MAX_VALUE;
    if (fired) {
      return dueNs;
    }
    if (!silent) {
      for (Leg leg : legs.values()) {
        if (leg.isExposed()) {
          long fromNs = leg.last == null ? leg.sinceNs : Math.max(leg.dataNs, leg.sinceNs);
          dueNs = Math.min(dueNs, fromNs + staleNs);
        }
      }
    }
    for (long sinceNs : since) {
      dueNs =
          sinceNs >= 0 && sinceNs + confirmNs > nowNs
              ? Math.min(dueNs, sinceNs + confirmNs)
              : dueNs;
    }
    return dueNs;
  }

  /** Anything of it has changed, or its time has come. */
  public void look(long nowNs) {
    leave(nowNs);
    if (fired) {
      return;
    }
    long quiet = legs.values().stream().filter(leg -> leg.isSilent(staleNs, nowNs)).count();
    if (quiet > 0 && !silent) {
      long missing =
          legs.values().stream()
              .filter(leg -> leg.isSilent(staleNs, nowNs) || (leg.isExposed() && leg.last == null))
              .count();
      said.add(nowNs + " stale " + id + " " + missing);
    }
    silent = quiet > 0;
    boolean unknown = legs.values().stream().anyMatch(leg -> leg.isExposed() && leg.last == null);
    boolean idle = legs.values().stream().allMatch(leg -> leg.leaving || leg.closed);
    if (silent || unknown) {
      forget();
      return;
    }
    BigDecimal value = sum(false, nowNs);
    armed |= value.compareTo(lockAt) >= 0;
    for (int i = 0; i < since.length; i++) {
      since[i] = !holds(i, value) ? -1 : since[i] < 0 ? nowNs : since[i];
    }
    if (idle) {
      forget();
      return;
    }
    BigDecimal atBooks = sum(true, nowNs);
    for (int i = 0; i < since.length; i++) {
      if (since[i] >= 0
          && (nowNs - since[i] >= confirmNs || (atBooks != null && holds(i, atBooks)))) {
        said.add(nowNs + " fired " + id + " " + value.stripTrailingZeros().toPlainString());
        fired = true;
        reason = List.of("STOP_LOSS", "TRAILING_STOP", "TAKE_PROFIT").get(i);
        leave(nowNs);
        return;
      }
    }
  }

  private void forget() {
    Arrays.fill(since, -1);
  }

  private boolean holds(int condition, BigDecimal value) {
    return switch (condition) {
      case 0 -> value.compareTo(stop.negate()) <= 0;
      case 1 -> armed && value.compareTo(floor) <= 0;
      default -> value.compareTo(target) >= 0;
    };
  }

  private BigDecimal sum(boolean books, long nowNs) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Leg leg : legs.values()) {
      BigDecimal price = books && leg.isExposed() ? leg.book(staleNs, nowNs) : leg.last;
      if (leg.isExposed() && price == null) {
        return null;
      }
      sum = sum.add(leg.worth(price));
    }
    return sum;
  }

  private void leave(long nowNs) {
    if (!fired) {
      return;
    }
    legs.values().stream().filter(leg -> !leg.hedge).forEach(leg -> leave(leg, nowNs));
    if (legs.values().stream().allMatch(leg -> leg.hedge || leg.closed)) {
      legs.values().forEach(leg -> leave(leg, nowNs));
    }
  }

  private void leave(Leg leg, long nowNs) {
    if (!leg.leaving && !leg.closed) {
      leg.leaving = true;
      said.add(
          nowNs
              + " exit "
              + leg.id
              + " "
              + reason
              + " at "
              + leg.last.stripTrailingZeros().toPlainString());
    }
  }
}
