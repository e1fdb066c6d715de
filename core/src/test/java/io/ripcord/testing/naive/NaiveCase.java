package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a hand-computed case like a transcript: what is opened and what is seen at which second,
 * then the exits as one line each. Not thread safe.
 */
final class NaiveCase {

  private static final long SECOND_NS = 1_000_000_000L;
  private static final String ONE = "1";

  private final Map<String, NaiveInstrument> instruments = new TreeMap<>();
  private final List<NaivePosition> positions = new ArrayList<>();
  private final List<NaiveEvent> events = new ArrayList<>();
  private String quantity = ONE;
  private List<BigDecimal> exitFills = List.of();
  private Long squareOffNs;
  private int atSecond;

  NaiveCase instrument(String symbol, String increment, String multiplier) {
    instruments.put(
        symbol, new NaiveInstrument(symbol, new BigDecimal(increment), new BigDecimal(multiplier)));
    return this;
  }

  /** An instrument with a lot and a fee per side in percent, linear or inverse. */
  NaiveCase contract(String symbol, String increment, String lot, boolean isInverse, String fee) {
    instruments.put(
        symbol,
        new NaiveInstrument(
            symbol,
            new BigDecimal(increment),
            BigDecimal.ONE,
            new BigDecimal(lot),
            isInverse,
            new BigDecimal(fee)));
    return this;
  }

  /** Positions opened from now on are squared off at this second. */
  NaiveCase squareOff(int second) {
    squareOffNs = second * SECOND_NS;
    return this;
  }

  NaiveCase mark(String symbol, String price) {
    events.add(
        new NaiveEvent.Mark(atSecond * SECOND_NS, events.size(), symbol, new BigDecimal(price)));
    return this;
  }

  NaiveCase phase(String symbol, NaiveEvent.Session phase) {
    events.add(new NaiveEvent.Phase(atSecond * SECOND_NS, events.size(), symbol, phase));
    return this;
  }

  NaiveCase watch(String symbol, NaivePolicy policy) {
    events.add(new NaiveEvent.Watch(atSecond * SECOND_NS, events.size(), symbol, policy));
    return this;
  }

  /** A trade of a quantity with the venue's own time. */
  NaiveCase trade(String symbol, String price, String size, Long venueTimeNs) {
    events.add(
        new NaiveEvent.Tick(
            atSecond * SECOND_NS,
            events.size(),
            symbol,
            decimal(price),
            decimal(size),
            null,
            null,
            venueTimeNs));
    return this;
  }

  /** Everything that follows happens at this second. */
  NaiveCase at(int second) {
    atSecond = second;
    return this;
  }

  /** Positions opened from now on have this quantity, filled in these parts on exit. */
  NaiveCase quantity(String whole, String... parts) {
    quantity = whole;
    exitFills = List.of(parts).stream().map(BigDecimal::new).toList();
    return this;
  }

  NaiveCase open(
      long id, NaivePosition.Side side, String symbol, String entry, NaivePolicy policy) {
    if (!instruments.containsKey(symbol)) {
      instrument(symbol, "0.00000001", ONE);
    }
    positions.add(
        new NaivePosition(
            id,
            symbol,
            side,
            new BigDecimal(quantity),
            new BigDecimal(entry),
            atSecond * SECOND_NS,
            policy,
            exitFills,
            squareOffNs));
    return this;
  }

  /** One tick per price, all at the current second. */
  NaiveCase last(String symbol, String... prices) {
    for (String price : prices) {
      tick(symbol, price, null, null);
    }
    return this;
  }

  /** One tick per price, the first at the next second, then one a second. */
  NaiveCase path(String symbol, String... prices) {
    for (String price : prices) {
      at(atSecond + 1).tick(symbol, price, null, null);
    }
    return this;
  }

  NaiveCase tick(String symbol, String last, String bid, String ask) {
    events.add(
        new NaiveEvent.Tick(
            atSecond * SECOND_NS,
            events.size(),
            symbol,
            decimal(last),
            decimal(bid),
            decimal(ask)));
    return this;
  }

  NaiveCase signal(String symbol) {
    events.add(new NaiveEvent.Signal(atSecond * SECOND_NS, events.size(), symbol));
    return this;
  }

  /** Every exit as "id REASON second price level fill pnl"; a missing level is "-". */
  List<String> exits() {
    return result().exits().stream()
        .map(
            exit ->
                String.join(
                    " ",
                    Long.toString(exit.positionId()),
                    exit.reason(),
                    exit.triggerTimeNs() / SECOND_NS + "s",
                    "price=" + text(exit.triggerPrice()),
                    "level=" + text(exit.level()),
                    "fill=" + text(exit.fillPrice()),
                    "pnl=" + text(exit.pnl())))
        .toList();
  }

  /** Every exit as "id REASON SOURCE second price". */
  List<String> sources() {
    NaiveEvaluator.Result result = result();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < result.exits().size(); i++) {
      NaiveExit exit = result.exits().get(i);
      lines.add(
          "%d %s %s %ds %s"
              .formatted(
                  exit.positionId(),
                  exit.reason(),
                  result.sources().get(i),
                  exit.triggerTimeNs() / SECOND_NS,
                  text(exit.triggerPrice())));
    }
    return lines;
  }

  /** Every exit as "id REASON second price level", without fill and profit. */
  List<String> decisions() {
    return result().exits().stream()
        .map(
            exit ->
                "%d %s %ds %s %s"
                    .formatted(
                        exit.positionId(),
                        exit.reason(),
                        exit.triggerTimeNs() / SECOND_NS,
                        text(exit.triggerPrice()),
                        text(exit.level())))
        .toList();
  }

  /** Every booking and exit as "id REASON second quantity@fill pnl". */
  List<String> fills() {
    return result().exits().stream()
        .map(
            exit ->
                "%d %s %ds %s@%s %s"
                    .formatted(
                        exit.positionId(),
                        exit.reason(),
                        exit.triggerTimeNs() / SECOND_NS,
                        text(
                            exit.fills().stream()
                                .map(NaiveExit.Fill::quantity)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)),
                        text(exit.fillPrice()),
                        text(exit.pnl())))
        .toList();
  }

  /** Every scale-in as "id second price quantity@fill". */
  List<String> entries() {
    return result().entries().stream()
        .map(
            entry ->
                "%d %ds %s %s@%s"
                    .formatted(
                        entry.positionId(),
                        entry.timeNs() / SECOND_NS,
                        text(entry.triggerPrice()),
                        text(entry.quantity()),
                        text(entry.fillPrice())))
        .toList();
  }

  /** Every alert as "KIND second" and the position, or the two prices of a gap. */
  List<String> alerts() {
    return result().alerts().stream()
        .map(
            alert ->
                "%s %ds %s"
                    .formatted(
                        alert.kind(),
                        alert.timeNs() / SECOND_NS,
                        alert.positionId() == null
                            ? text(alert.first()) + " " + text(alert.second())
                            : alert.positionId()))
        .toList();
  }

  /** Every open position as "id stop target hard quantity entry". */
  List<String> levels() {
    NaiveEvaluator.Result result = result();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < result.open().size(); i++) {
      NaiveEvaluator.OpenLevels each = result.levels().get(i);
      lines.add(
          "%d %s %s %s %s %s"
              .formatted(
                  each.positionId(),
                  text(result.open().get(i).stop()),
                  text(each.target()),
                  text(each.hardStop()),
                  text(each.quantity()),
                  text(each.entryPrice())));
    }
    return lines;
  }

  /** Every open position as "id stop watermark"; a missing stop is "-". */
  List<String> stillOpen() {
    return result().open().stream()
        .map(
            each ->
                each.positionId()
                    + " stop="
                    + text(each.stop())
                    + " watermark="
                    + text(each.watermark()))
        .toList();
  }

  NaiveEvaluator.Result result() {
    return NaiveEvaluator.evaluate(List.copyOf(instruments.values()), positions, events);
  }

  private static BigDecimal decimal(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static String text(BigDecimal amount) {
    return amount == null ? "-" : amount.stripTrailingZeros().toPlainString();
  }
}
