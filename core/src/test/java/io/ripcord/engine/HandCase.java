package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.engine.ScenarioRun.Tape;
import io.ripcord.testing.naive.NaiveEvaluator;
import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.NaiveInstrument;
import io.ripcord.testing.naive.NaivePolicy;
import io.ripcord.testing.naive.NaivePosition;
import io.ripcord.testing.naive.NaivePosition.Side;
import io.ripcord.testing.naive.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A case computed by hand that the engine and the oracle must both decide as written: what is
 * opened and what is seen at which second, then what comes of it, a line each.
 */
final class HandCase {
  private static final long SECOND_NS = 1_000_000_000L;

  private final Map<String, NaiveInstrument> instruments = new TreeMap<>();
  private final List<NaivePosition> positions = new ArrayList<>();
  private final List<NaiveEvent> events = new ArrayList<>();
  private BigDecimal quantity = BigDecimal.ONE;
  private List<BigDecimal> exitFills = List.of();
  private int second;

  /** An instrument with a multiplier other than 1. */
  HandCase multiplier(String symbol, String multiplier) {
    BigDecimal increment = new BigDecimal("0.00000001");
    instruments.put(symbol, new NaiveInstrument(symbol, increment, new BigDecimal(multiplier)));
    return this;
  }

  /** Everything that follows happens at this second. */
  HandCase at(int newSecond) {
    second = newSecond;
    return this;
  }

  /** Positions opened from now on are filled in these parts. */
  HandCase quantities(String... parts) {
    exitFills = List.of(parts).stream().map(BigDecimal::new).toList();
    quantity = exitFills.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return this;
  }

  HandCase open(long id, Side side, String symbol, String entry, NaivePolicy policy) {
    if (!instruments.containsKey(symbol)) {
      multiplier(symbol, "1");
    }
    positions.add(
        new NaivePosition(
            id,
            symbol,
            side,
            quantity,
            new BigDecimal(entry),
            second * SECOND_NS,
            policy,
            exitFills));
    return this;
  }

  /** Position 1, long on L, and position 2, short on S, both entered at this price. */
  HandCase openBoth(String entry, NaivePolicy policy) {
    return open(1, Side.LONG, "L", entry, policy).open(2, Side.SHORT, "S", entry, policy);
  }

  /** One trade per price, all now. */
  HandCase last(String symbol, String... prices) {
    for (String price : prices) {
      tick(symbol, price, null, null);
    }
    return this;
  }

  /** One trade per price, the first in the next second, then one a second. */
  HandCase path(String symbol, String... prices) {
    for (String price : prices) {
      at(second + 1).tick(symbol, price, null, null);
    }
    return this;
  }

  HandCase tick(String symbol, String last, String bid, String ask) {
    events.add(
        new NaiveEvent.Tick(
            second * SECOND_NS, events.size(), symbol, decimal(last), decimal(bid), decimal(ask)));
    return this;
  }

  HandCase signal(String symbol) {
    events.add(new NaiveEvent.Signal(second * SECOND_NS, events.size(), symbol));
    return this;
  }

  /**
   * Exits in their order as {@code id REASON second price level fill pnl}, then open positions as
   * {@code id stop watermark}; a missing value is "-". The engine must say so whether a tick comes
   * as such or as a conflated one of a single price.
   */
  HandCase comesTo(String... lines) {
    Scenario scenario = new Scenario(0, List.copyOf(instruments.values()), positions, events);
    assertThat(lines(scenario.evaluate())).as("oracle").containsExactly(lines);
    for (Tape tape : List.of(Tape.PLAIN, Tape.SINGLES_HIGH_FIRST, Tape.SINGLES_LOW_FIRST)) {
      ScenarioRun run = ScenarioRun.of(scenario, tape, false);
      assertThat(lines(run.result()))
          .as("engine, %s%n%s", tape, String.join("\n", run.transcript()))
          .containsExactly(lines);
    }
    return this;
  }

  private static List<String> lines(NaiveEvaluator.Result result) {
    List<String> lines = new ArrayList<>();
    result
        .exits()
        .forEach(
            exit ->
                lines.add(
                    "%d %s %ds price=%s level=%s fill=%s pnl=%s"
                        .formatted(
                            exit.positionId(),
                            exit.reason(),
                            exit.triggerTimeNs() / SECOND_NS,
                            text(exit.triggerPrice()),
                            text(exit.level()),
                            text(exit.fillPrice()),
                            text(exit.pnl()))));
    result
        .open()
        .forEach(
            open ->
                lines.add(
                    "%d stop=%s watermark=%s"
                        .formatted(open.positionId(), text(open.stop()), text(open.watermark()))));
    return lines;
  }

  private static BigDecimal decimal(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static String text(BigDecimal amount) {
    return amount == null ? "-" : amount.stripTrailingZeros().toPlainString();
  }
}
