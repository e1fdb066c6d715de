package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.testing.EngineHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several prices in one event: the stop sees the worst, the target the best, then levels move. */
class ConflatedTickTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");

  @ParameterizedTest
  @CsvSource({
    "LONG,  100, 101, 98,          STOP_LOSS, 98, 98",
    "LONG,  100, 101, 97,          STOP_LOSS, 98, 97",
    "LONG,  97,  101, 97,          STOP_LOSS, 98, 97",
    "LONG,  100, 104, 99,          TAKE_PROFIT, 104, 104",
    "LONG,  100, 106, 98.00000001, TAKE_PROFIT, 104, 106",
    "LONG,  100, 106, 98,          STOP_LOSS, 98, 98",
    "LONG,  100, 103, 99,          -, -, -",
    "SHORT, 100, 102, 99,          STOP_LOSS, 102, 102",
    "SHORT, 100, 103, 99,          STOP_LOSS, 102, 103",
    "SHORT, 103, 103, 99,          STOP_LOSS, 102, 103",
    "SHORT, 100, 101, 96,          TAKE_PROFIT, 96, 96",
    "SHORT, 100, 101.99999999, 94, TAKE_PROFIT, 96, 94",
    "SHORT, 100, 102, 94,          STOP_LOSS, 102, 102",
    "SHORT, 100, 101, 97,          -, -, -",
  })
  void shouldTestTheStopAtTheWorstAndTheTargetAtTheBestPrice(
      Side side,
      String last,
      String high,
      String low,
      String reason,
      String level,
      String trigger) {
    for (boolean highFirst : new boolean[] {true, false}) {
      EngineHarness own =
          new EngineHarness()
              .instrument("X")
              .policy(p -> p.stopPercent("2").targetPercent("4"))
              .open(1, side, "1", "100")
              .tick("100");

      own.conflated("X", last, high, low, highFirst);

      if (reason.equals("-")) {
        own.assertSilence();
      } else {
        own.assertOrders(
            "order 1 %s 1 %s level=%s trigger=%s attempt=1"
                .formatted(side, reason, level, trigger));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // The favourable extreme came first: the adverse one is later and meets the moved stop.
    "LONG,  true,  102.5, 103, 100.5, 101.97, 100.5",
    "LONG,  true,  102.5, 103, 101.97, 101.97, 101.97",
    "LONG,  true,  102.5, 103, 101.98, 101.97, -",
    "SHORT, false, 97.5,  99.5, 97,   97.97,  99.5",
    "SHORT, false, 97.5,  97.97, 97,  97.97,  97.97",
    "SHORT, false, 97.5,  97.96, 97,  97.97,  -",
    // The adverse extreme came first: it met the old stop only.
    "LONG,  false, 102.5, 103, 100.5, 101.97, -",
    "SHORT, true,  97.5,  99.5, 97,   97.97,  -",
    // The newest price is a price of its own and meets the moved stop.
    "LONG,  false, 101.97, 103, 100.5, 101.97, 101.97",
    "LONG,  false, 101,   103, 100.5, 101.97, 101",
    "SHORT, true,  97.97, 99.5, 97,   97.97,  97.97",
    "SHORT, true,  98,    99.5, 97,   97.97,  98",
  })
  void shouldLetALaterPriceMeetTheMovedStop(
      Side side,
      boolean highFirst,
      String last,
      String high,
      String low,
      String level,
      String trigger) {
    engine.policy(p -> p.trailing("1")).open(1, side, "1", "100").tick("100");

    engine.conflated("X", last, high, low, highFirst);

    assertThat(engine.stop(1)).isEqualTo(level);
    if (trigger.equals("-")) {
      engine.assertSilence();
    } else {
      engine.assertOrders(
          "order 1 %s 1 TRAILING_STOP level=%s trigger=%s attempt=1"
              .formatted(side, level, trigger));
    }
  }

  @ParameterizedTest
  @CsvSource({"LONG, 103, 102, 103", "SHORT, 99, 97, 97"})
  void shouldMoveTheWatermarkToTheBestPrice(Side side, String high, String low, String best) {
    engine.policy(p -> p.stopPercent("50")).open(1, side, "1", "100");

    engine.conflated("X", high, high, low, false);

    assertThat(engine.watermark(1)).isEqualTo(best);
    assertThat(engine.position(1).isPriced()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"LONG", "SHORT"})
  void shouldDecideForEveryPositionInOrderOfId(Side side) {
    engine
        .policy(p -> p.stopPercent("2").targetPercent("4"))
        .open(9, side, "1", "100")
        .open(3, Side.LONG, "1", "100")
        .open(6, Side.SHORT, "1", "100")
        .tick("100");

    engine.conflated("X", "100", "105", "95", true);

    assertThat(engine.decisions().orders())
        .extracting(order -> order.positionId() + " " + order.reason())
        .containsExactly("3 STOP_LOSS", "6 STOP_LOSS", "9 STOP_LOSS");
  }
}
