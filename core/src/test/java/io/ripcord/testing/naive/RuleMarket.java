package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of one instrument for the rules beyond the basic ones: short trends on a coarse grid,
 * jumps, quantities, a book on both sides of the price or, at times, wholly beyond it, marks,
 * repeated packets, and sessions.
 */
final class RuleMarket {

  private static final List<Profile> PROFILES =
      List.of(
          new Profile("0.05", 2_000, 5),
          new Profile("0.01", 20_000, 50),
          new Profile("1", 400, 1),
          new Profile("0.00000001", 12_345, 40),
          new Profile("0.00000001", 10_000_000_000L, 25_000_000L));

  private final Profile profile;
  private final NaiveInstrument instrument;
  private final boolean hasBook;
  private final boolean hasMarks;
  private final SplitMix64 random;
  private long units;
  private int direction = 1;
  private int bookOffset;
  private NaiveEvent.Session phase = NaiveEvent.Session.CONTINUOUS;
  private NaiveEvent.Tick lastTick;

  RuleMarket(String symbol, boolean mayBeInverse, SplitMix64 random) {
    this.random = random;
    this.profile = random.pick(PROFILES);
    this.instrument =
        new NaiveInstrument(
            symbol,
            new BigDecimal(profile.increment),
            new BigDecimal(random.pick(List.of("1", "1", "75", "0.1"))),
            new BigDecimal(random.pick(List.of("1", "1", "0.5", "0.001", "25"))),
            mayBeInverse && random.chance(30),
            new BigDecimal(random.pick(List.of("0", "0.05", "0.1", "0.55"))));
    this.hasBook = random.chance(75);
    this.hasMarks = random.chance(60);
    this.units = profile.base;
  }

  /** Increment as text, a typical price and the grid, both in increments. */
  private record Profile(String increment, long base, long grid) {}

  NaiveInstrument instrument() {
    return instrument;
  }

  String symbol() {
    return instrument.symbol();
  }

  /** Increments that are about one percent of the price. */
  int onePercent() {
    return Math.toIntExact(Math.min(1_000_000_000L, Math.max(1, profile.base / 100)));
  }

  BigDecimal entryPrice() {
    return price(profile.base + random.between(-3, 3) * profile.grid);
  }

  private BigDecimal price(long count) {
    return instrument.priceIncrement().multiply(BigDecimal.valueOf(count));
  }

  /** The events of one instant, mostly one. */
  List<NaiveEvent> events(long timeNs, long order, boolean mayPause) {
    List<NaiveEvent> events = new ArrayList<>();
    if (mayPause && random.chance(phase == NaiveEvent.Session.CONTINUOUS ? 5 : 20)) {
      events.add(phaseChange(timeNs, order));
    }
    int kind = random.below(100);
    if (kind < 12 && hasMarks) {
      BigDecimal mark = price(units + random.between(-2, 2) * profile.grid);
      events.add(new NaiveEvent.Mark(timeNs, order + 1, symbol(), mark));
    } else if (kind < 20 && lastTick != null) {
      events.add(again(timeNs, order + 1));
    } else if (kind < 38 && hasBook) {
      events.add(tick(timeNs, order + 1, null));
    } else {
      events.add(trade(timeNs, order + 1));
    }
    return events;
  }

  /** The session goes on and there is a trade, so that nothing waits at the end. */
  List<NaiveEvent> last(long timeNs, long order) {
    List<NaiveEvent> events = new ArrayList<>();
    while (phase != NaiveEvent.Session.CONTINUOUS) {
      events.add(phaseChange(timeNs, order + events.size()));
    }
    BigDecimal mark = price(units);
    events.add(new NaiveEvent.Mark(timeNs, order + events.size(), symbol(), mark));
    NaiveEvent.Tick trade = trade(timeNs, order + events.size());
    events.add(hasBook ? trade : withBook(trade));
    events.add(withBook(trade(timeNs, order + events.size())));
    return events;
  }

  private NaiveEvent.Tick withBook(NaiveEvent.Tick trade) {
    return new NaiveEvent.Tick(
        trade.timeNs(),
        trade.order(),
        symbol(),
        trade.last(),
        trade.quantity(),
        trade.last(),
        trade.last(),
        null);
  }

  private NaiveEvent phaseChange(long timeNs, long order) {
    phase =
        switch (phase) {
          case CONTINUOUS ->
              random.pick(
                  List.of(
                      NaiveEvent.Session.HALT,
                      NaiveEvent.Session.AUCTION,
                      NaiveEvent.Session.CLOSED));
          case CLOSED ->
              random.chance(50) ? NaiveEvent.Session.PRE_OPEN : NaiveEvent.Session.CONTINUOUS;
          case PRE_OPEN ->
              random.chance(50) ? NaiveEvent.Session.AUCTION : NaiveEvent.Session.CONTINUOUS;
          case AUCTION ->
              random.chance(20) ? NaiveEvent.Session.CLOSED : NaiveEvent.Session.CONTINUOUS;
          case HALT -> NaiveEvent.Session.CONTINUOUS;
        };
    return new NaiveEvent.Phase(timeNs, order, symbol(), phase);
  }

  /** The same trade in another packet, or the same price as another trade. */
  private NaiveEvent.Tick again(long timeNs, long order) {
    boolean isOther = random.chance(30);
    return new NaiveEvent.Tick(
        timeNs,
        order,
        symbol(),
        lastTick.last(),
        lastTick.quantity(),
        lastTick.bid(),
        lastTick.ask(),
        isOther ? null : lastTick.venueTimeNs());
  }

  private NaiveEvent.Tick trade(long timeNs, long order) {
    if (random.chance(15)) {
      direction = -direction;
    }
    int kind = random.below(100);
    if (phase != NaiveEvent.Session.CONTINUOUS) {
      kind = 60 + kind * 2 / 5; // prices that come to nothing should at least be beyond levels
    }
    long step = kind < 30 ? 0 : kind < 85 ? 1 : kind < 95 ? 3 : random.between(5, 12);
    // Pull back towards the middle, where the levels of the positions are.
    if (Math.abs(units - profile.base) > 12 * profile.grid && random.chance(40)) {
      direction = Long.signum(profile.base - units);
    }
    units = Math.max(profile.base / 2, units + direction * step * profile.grid);
    lastTick = tick(timeNs, order, price(units));
    return lastTick;
  }

  private NaiveEvent.Tick tick(long timeNs, long order, BigDecimal last) {
    boolean isQuote = last == null;
    // A book on its own runs ahead of the trades, so that stops are passed without a trade.
    if (isQuote && random.chance(30)) {
      bookOffset = random.between(-9, 9);
    }
    long middle = isQuote ? units + bookOffset * profile.grid : units;
    boolean hasSides = hasBook && (isQuote || random.chance(40));
    long spread = profile.grid * random.between(0, 1);
    return new NaiveEvent.Tick(
        timeNs,
        order,
        symbol(),
        last,
        random.chance(85) ? lots(random.between(1, 9)) : null,
        hasSides ? price(middle - spread) : null,
        hasSides && random.chance(90) ? price(middle + spread) : null,
        random.chance(90) ? timeNs : null);
  }

  BigDecimal lots(int count) {
    return instrument.lot().multiply(BigDecimal.valueOf(count));
  }
}
