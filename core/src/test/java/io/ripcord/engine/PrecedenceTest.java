package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** First hit wins: stop loss, take profit, signal, time. Every case for long and short. */
class PrecedenceTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");

  @ParameterizedTest
  @CsvSource({
    "LONG,  98.00000001, -,  -",
    "LONG,  98,          98, 98",
    "LONG,  60,          98, 60",
    "SHORT, 101.99999999, -, -",
    "SHORT, 102,         102, 102",
    "SHORT, 300,         102, 300",
  })
  void shouldExitWhenThePriceTouchesTheStopOrGapsThroughIt(
      Side side, String price, String level, String trigger) {
    engine.policy(p -> p.stopPercent("2").targetPercent("4")).open(1, side, "0.5", "100");

    engine.tick(price);

    if (level.equals("-")) {
      engine.assertSilence();
      return;
    }
    engine.assertDecisions(
        "order 1 " + side + " 0.5 STOP_LOSS level=" + level + " trigger=" + trigger + " attempt=1",
        "position 1 CLOSING open=0.5 exit=null pnl=0");
    ExitOrder order = engine.decisions().lastOrder();
    assertThat(order.source()).isEqualTo(ExitSource.MONITOR_SOFT);
    assertThat(order.orderType()).isEqualTo(OrderType.MARKET);
    assertThat(order.clOrdId()).isEqualTo("0000010000001000100E");
    assertThat(order.timeNs()).isEqualTo(engine.nowNs());
    assertThat(order.triggerTimeNs()).isEqualTo(engine.nowNs());
    assertThat(order.side()).isEqualTo(side);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  103.99999999, -",
    "LONG,  104,          104",
    "LONG,  500,          104",
    "SHORT, 96.00000001,  -",
    "SHORT, 96,           96",
    "SHORT, 1,            96",
  })
  void shouldExitWhenThePriceTouchesTheTargetOrGapsThroughIt(
      Side side, String price, String level) {
    engine.policy(p -> p.stopPercent("2").targetPercent("4")).open(1, side, "0.5", "100");

    engine.tick(price);

    if (level.equals("-")) {
      engine.assertSilence();
      return;
    }
    engine.assertOrders(
        "order 1 %s 0.5 TAKE_PROFIT level=%s trigger=%s attempt=1".formatted(side, level, price));
    assertThat(engine.decisions().lastOrder().source()).isEqualTo(ExitSource.TP);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 105, 104", "SHORT, 95, 96"})
  void shouldPreferTheStopWhenATickTouchesBoth(Side side, String stop, String target) {
    engine.policy(p -> p.targetPrice(target).stopPrice(stop)).open(1, side, "1", "100");

    engine.tick("104").tick("96");

    assertThat(engine.decisions().orders()).hasSize(1);
    assertThat(engine.decisions().lastOrder()).asString().contains(" STOP_LOSS level=" + stop);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  98,  STOP_LOSS",
    "LONG,  104, TAKE_PROFIT",
    "LONG,  100, SIGNAL",
    "SHORT, 102, STOP_LOSS",
    "SHORT, 96,  TAKE_PROFIT",
    "SHORT, 100, SIGNAL",
  })
  void shouldPreferLevelsToAWaitingSignalAndTheSignalToTime(
      Side side, String price, String reason) {
    engine
        .policy(p -> p.stopPercent("2").targetPercent("4").anyPriceAfter(1).signalExit())
        .open(1, side, "1", "100")
        .timer()
        .signal("X")
        .assertSilence();

    engine.tick(price);

    assertThat(engine.decisions().orders()).hasSize(1);
    assertThat(engine.decisions().lastOrder().reason()).hasToString(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  98,  STOP_LOSS",
    "LONG,  104, TAKE_PROFIT",
    "LONG,  100, TIME",
    "SHORT, 102, STOP_LOSS",
    "SHORT, 96,  TAKE_PROFIT",
    "SHORT, 100, TIME",
  })
  void shouldPreferLevelsToTime(Side side, String price, String reason) {
    engine
        .policy(p -> p.stopPercent("2").targetPercent("4").anyPriceAfter(1))
        .open(1, side, "1", "100")
        .timer();

    engine.tick(price);

    assertThat(engine.decisions().lastOrder().reason()).hasToString(reason);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 103, 101.97", "SHORT, 97, 97.97"})
  void shouldCallAMovedStopTrailing(Side side, String best, String level) {
    engine.policy(p -> p.stopPercent("2").trailing("1")).open(1, side, "1", "100");
    engine.tick(best).tick(level);

    engine.assertOrders(
        "order 1 %s 1 TRAILING_STOP level=%s trigger=%s attempt=1".formatted(side, level, level));
    assertThat(engine.decisions().lastOrder().source()).isEqualTo(ExitSource.MONITOR_TRAILING);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 98", "SHORT, 102"})
  void shouldCallAStopThatTrailingNeverMovedAStopLoss(Side side, String level) {
    engine.policy(p -> p.stopPercent("2").trailing("5")).open(1, side, "1", "100");

    engine.tick("100").tick(level);

    engine.assertOrders(
        "order 1 %s 1 STOP_LOSS level=%s trigger=%s attempt=1".formatted(side, level, level));
  }

  @ParameterizedTest
  @CsvSource({"LONG, 110, 108.9, 108.9", "SHORT, 90, 90.9, 90.9"})
  void shouldCheckAPriceAgainstTheLevelsBeforeItOnly(
      Side side, String best, String stop, String touch) {
    engine.policy(p -> p.trailing("1")).open(1, side, "1", "100");

    engine.tick(best).assertSilence();
    assertThat(engine.stop(1)).isEqualTo(stop);
    engine.tick(touch);

    assertThat(engine.decisions().orders()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldDecideOnceAndThenLeaveThePositionAlone(Side side) {
    engine
        .policy(p -> p.stopPercent("2").targetPercent("4").trailing("1").signalExit())
        .open(1, side, "1", "100")
        .tick("90")
        .clear();

    engine.tick("110").tick("80").quote("X", "1", "2").signal("X").signal(1);

    engine.assertSilence();
    assertThat(engine.position(1).status()).isEqualTo(PositionStatus.CLOSING);
  }
}
