package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleStatus;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import io.ripcord.testing.Operator;
import io.ripcord.testing.PolicyParts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How rules say that they stand, entry at 100, bars of a minute. */
class RuleStatusTest {
  private static final long SECOND = EngineHarness.SECOND_NS;
  private static final long MINUTE = 60 * SECOND;
  private static final long ONE = 1_000_000;

  private final EngineHarness engine = new EngineHarness().instrument("X");

  private EngineHarness open(Side side, UnaryOperator<PolicyParts> policy) {
    return engine.policy(policy).open(1, side, "1", "100");
  }

  /** A square-off in a minute that falls due in this phase. */
  private MarketDesk squareOffIn(SessionPhase phase) {
    engine.policy(policy -> policy.rule(RuleKind.SQUARE_OFF, 0, E8.NULL, 1)).tick("100");
    MarketDesk desk = new MarketDesk(engine);
    desk.open(1, Side.LONG, 0, EngineHarness.START_NS + MINUTE).phase(phase);
    engine.timer();
    return desk;
  }

  private EngineHarness open(RuleKind kind, long... parameters) {
    return open(Side.LONG, policy -> policy.rule(kind, parameters));
  }

  /** A trade now, and one at the end of each minute. */
  private void minutes(String... prices) {
    engine.tick(prices[0]);
    for (int i = 1; i < prices.length; i++) {
      engine.after(MINUTE).tick(prices[i]);
    }
  }

  private void shouldBe(String... expected) {
    List<String> lines = new ArrayList<>();
    for (RuleStatus status : engine.engine().view().rules(engine.position(1), engine.nowNs())) {
      StringBuilder line = new StringBuilder(status.kind() + " " + status.state());
      level(line, " level=", status.levelE8());
      level(line, " waits=", status.waitsForE8());
      if (status.dueNs() != E8.NULL) {
        line.append(" due=").append((status.dueNs() - EngineHarness.START_NS) / SECOND);
      }
      if (status.barsNeeded() > 0) {
        line.append(" bars=").append(status.bars()).append('/').append(status.barsNeeded());
      }
      lines.add(line.toString());
    }
    assertThat(lines).containsExactly(expected);
  }

  private static void level(StringBuilder line, String name, long priceE8) {
    if (priceE8 != E8.NULL) {
      line.append(name).append(E8.format(priceE8));
    }
  }

  @Test
  void shouldGiveTheLevelsOfFixedRules() {
    open(
        Side.SHORT,
        policy ->
            policy
                .stopPercent("2")
                .targetPercent("4")
                .rule(RuleKind.HARD_STOP, 6 * ONE)
                .rule(RuleKind.SQUARE_OFF, 1, E8.NULL, 1));

    shouldBe(
        "STOP_LOSS ACTIVE level=102",
        "TAKE_PROFIT ACTIVE level=96",
        "SQUARE_OFF IDLE",
        "HARD_STOP ACTIVE level=106");
  }

  @Test
  void shouldWaitForTheFirstRungOfALadderAndThenForTheNext() {
    open(Side.LONG, policy -> policy.rung(60, "4").rung(120, "2").anyPriceAfter(180));
    shouldBe("TARGET_LADDER WAITING_FOR_TIME due=60");

    engine.timer();
    shouldBe("TARGET_LADDER ACTIVE level=104 due=120");

    engine.timer().timer();
    shouldBe("TARGET_LADDER WAITING_FOR_PRICE due=180");
  }

  @Test
  void shouldSayWhatProfitATrailingStopWaitsForAndWhereItWouldBe() {
    open(Side.LONG, policy -> policy.trailing("1", "2", "0", "5", "0.5"));
    shouldBe("TRAILING_STOP WAITING_FOR_PROFIT waits=102");

    engine.tick("102");
    shouldBe("TRAILING_STOP ACTIVE level=100.98 waits=105");

    engine.tick("105");
    shouldBe("TRAILING_STOP ACTIVE level=104.475");
    assertThat(engine.position(1).stop().movedBy()).isEqualTo(RuleKind.TRAILING_STOP.code());
  }

  @Test
  void shouldMirrorATrailingStopByTicks() {
    engine.instrument("Y", "0.5", "0.00000001", "1");
    open(Side.SHORT, policy -> policy.rule(RuleKind.TRAILING_TICKS, 4, ONE, 0, E8.NULL, E8.NULL));
    shouldBe("TRAILING_TICKS WAITING_FOR_PROFIT waits=99");

    engine.tick("98");
    shouldBe("TRAILING_TICKS ACTIVE level=100");
    assertThat(engine.position(1).stop().movedBy()).isEqualTo(RuleKind.TRAILING_TICKS.code());
  }

  @Test
  void shouldCountTheBarsOfATrailingStopByRange() {
    open(RuleKind.TRAILING_ATR, 2, ONE, MINUTE, 0, 0, E8.NULL, E8.NULL);
    shouldBe("TRAILING_ATR NOT_WARM bars=0/2");

    minutes("100", "101");
    shouldBe("TRAILING_ATR NOT_WARM bars=1/2");

    engine.after(MINUTE).tick("102");
    shouldBe("TRAILING_ATR ACTIVE level=101.5 bars=2/2");
  }

  @Test
  void shouldKeepTheFallbackOfAnAtrStopUntilItIsWarm() {
    open(RuleKind.ATR_STOP, 2, ONE, MINUTE, ONE / 10, 2 * ONE);
    minutes("100", "101");
    shouldBe("ATR_STOP NOT_WARM level=98 bars=1/2");

    engine.after(MINUTE).tick("102");
    shouldBe("ATR_STOP ACTIVE level=99.5 bars=2/2");
    assertThat(engine.position(1).stop().movedBy()).isZero();
  }

  @Test
  void shouldSayWhenTheSuperTrendPointsTheOtherWay() {
    open(RuleKind.SUPERTREND, 2, ONE, MINUTE);
    minutes("100", "101");
    shouldBe("SUPERTREND NOT_WARM bars=1/2");

    engine.after(MINUTE).tick("102");
    shouldBe("SUPERTREND WAITING_FOR_BAR bars=2/2");

    engine.after(MINUTE).tick("103");
    shouldBe("SUPERTREND ACTIVE level=101.25 bars=3/2");
    assertThat(engine.position(1).stop().movedBy()).isEqualTo(RuleKind.SUPERTREND.code());
  }

  @Test
  void shouldNeedOneBarMoreForACross() {
    open(RuleKind.MA_CROSS, 1, 2, 0, MINUTE);
    minutes("100", "101", "102");
    shouldBe("MA_CROSS NOT_WARM bars=2/3");

    engine.after(MINUTE).tick("103");
    shouldBe("MA_CROSS WAITING_FOR_BAR bars=3/3");
  }

  @Test
  void shouldSayWhatTheTargetByRiskLacks() {
    long[] adjusted = {1, 1_500_000, ONE, 3 * ONE, ONE / 2, ONE, ONE, ONE, MINUTE};
    open(Side.LONG, policy -> policy.stopPercent("2").rule(RuleKind.RISK_REWARD, adjusted));
    shouldBe("STOP_LOSS ACTIVE level=98", "RISK_REWARD NOT_WARM level=103 bars=0/100");
  }

  @Test
  void shouldBeIdleWithoutARiskToMultiply() {
    open(RuleKind.RISK_REWARD, 0, 1_500_000, ONE, 3 * ONE, 0, ONE, ONE, ONE, MINUTE);
    shouldBe("RISK_REWARD IDLE");
  }

  @Test
  void shouldBeDoneOnceBreakEvenIsLocked() {
    open(Side.LONG, policy -> policy.stopPercent("5").rule(RuleKind.BREAK_EVEN, 10 * ONE, ONE));
    shouldBe("STOP_LOSS ACTIVE level=95", "BREAK_EVEN WAITING_FOR_PROFIT level=101 waits=110");

    engine.tick("110");
    shouldBe("STOP_LOSS ACTIVE level=95", "BREAK_EVEN DONE level=101");
    assertThat(engine.position(1).stop().movedBy()).isEqualTo(RuleKind.BREAK_EVEN.code());
  }

  @Test
  void shouldFollowTheRungsOfAPartialExit() {
    open(RuleKind.PARTIAL, 5 * ONE, MINUTE, 50 * ONE, 10 * ONE, MINUTE, 75 * ONE);
    shouldBe("PARTIAL WAITING_FOR_TIME waits=105 due=60");

    engine.tick("101").timer();
    shouldBe("PARTIAL WAITING_FOR_PROFIT waits=105");

    engine.tick("106");
    shouldBe("PARTIAL BUSY waits=110");

    engine.ack().fill("106");
    shouldBe("PARTIAL WAITING_FOR_PROFIT waits=110");

    engine.tick("111");
    shouldBe("PARTIAL DONE");
  }

  @Test
  void shouldSayWhatAScaleInWaitsFor() {
    open(RuleKind.SCALE_IN, 5 * ONE, 25 * ONE, 1, 3 * ONE, E8.NULL, 1, MINUTE);
    minutes("100", "101");
    shouldBe("SCALE_IN NOT_WARM waits=105 bars=1/2");

    engine.after(MINUTE).tick("102");
    shouldBe("SCALE_IN WAITING_FOR_PROFIT waits=105 bars=2/2");

    engine.tick("106");
    shouldBe("SCALE_IN WAITING_FOR_MOMENTUM waits=105 bars=2/2");

    new Operator(engine).state(TradingState.REDUCING);
    engine.after(MINUTE).tick("107");
    shouldBe("SCALE_IN BARRED waits=105 bars=3/2");
  }

  @Test
  void shouldWaitForAnAgeAndThenForAPrice() {
    open(RuleKind.MAX_AGE, MINUTE);
    shouldBe("MAX_AGE WAITING_FOR_TIME due=60");

    engine.timer();
    shouldBe("MAX_AGE WAITING_FOR_PRICE due=60");

    engine.tick("101");
    shouldBe("MAX_AGE ACTIVE");
  }

  @Test
  void shouldSayThatASquareOffWaitsForTheSession() {
    MarketDesk desk = squareOffIn(SessionPhase.HALT);
    shouldBe("SQUARE_OFF WAITING_FOR_SESSION due=60");

    desk.phase(SessionPhase.CONTINUOUS);
    shouldBe("SQUARE_OFF WAITING_FOR_PRICE due=60");

    engine.tick("101");
    shouldBe("SQUARE_OFF ACTIVE");
  }

  @Test
  void shouldSayThatANewSessionHasOvertakenASquareOff() {
    MarketDesk desk = squareOffIn(SessionPhase.CLOSED);
    engine.after(SECOND);

    desk.phase(SessionPhase.CONTINUOUS);
    shouldBe("SQUARE_OFF MISSED due=60");

    engine.tick("101");
    shouldBe("SQUARE_OFF MISSED due=60");
  }

  @Test
  void shouldStepThroughTheAgesOfAStop() {
    open(RuleKind.TIME_TIGHTEN, MINUTE, 2 * ONE, 2 * MINUTE, ONE);
    shouldBe("TIME_TIGHTEN WAITING_FOR_TIME due=60");

    engine.timer();
    shouldBe("TIME_TIGHTEN WAITING_FOR_TIME level=98 due=120");

    engine.timer();
    shouldBe("TIME_TIGHTEN DONE level=99");
    assertThat(engine.position(1).stop().movedBy()).isEqualTo(RuleKind.TIME_TIGHTEN.code());
  }

  @Test
  void shouldSayWhereVolatilityPutsTheStop() {
    open(
        Side.LONG,
        policy ->
            policy.stopPercent("2").rule(RuleKind.VOLATILITY, 1, 2, 1_500_000, E8.NULL, MINUTE));
    shouldBe("STOP_LOSS ACTIVE level=98", "VOLATILITY NOT_WARM bars=0/2");

    minutes("100", "101", "102");
    shouldBe("STOP_LOSS ACTIVE level=98", "VOLATILITY ACTIVE level=99 bars=2/2");
    assertThat(engine.position(1).stop().movedBy()).isEqualTo(RuleKind.VOLATILITY.code());
  }
}
