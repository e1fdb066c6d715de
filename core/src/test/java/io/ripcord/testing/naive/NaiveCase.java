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
  private int atSecond;

  NaiveCase instrument(String symbol, String increment, String multiplier) {
    instruments.put(
        symbol, new NaiveInstrument(symbol, new BigDecimal(increment), new BigDecimal(multiplier)));
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
            exitFills));
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
