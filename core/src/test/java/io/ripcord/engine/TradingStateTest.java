package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves the engine in each trading state, and what happens when a halt ends. */
class TradingStateTest {
  private final EngineHarness engine =
      new EngineHarness()
          .instrument("X")
          .policy(p -> p.stopPercent("2").targetPercent("5").signalExit())
          .open(1, Side.LONG, "1", "100")
          .tick("100");

  private final Operator operator = new Operator(engine);

  private EngineHarness halted() {
    operator.state(TradingState.HALTED);
    return engine;
  }

  private void resume() {
    operator.state(TradingState.ACTIVE);
  }

  @ParameterizedTest
  @EnumSource(
      value = TradingState.class,
      names = {"REDUCING", "HALTED"})
  void shouldRefuseRegistrationsUnlessActive(TradingState state) {
    operator.state(state);

    engine.open(2, Side.LONG, "1", "100");

    engine.assertDecisions(
        "alert REGISTRATION_REFUSED position=2 first=%d second=0"
            .formatted(Refusal.NOT_ACTIVE.code()));
    resume();
    engine.clear().open(2, Side.LONG, "1", "100").assertSilence();
  }

  @Test
  void shouldLetExitsFireWhileReducing() {
    operator.state(TradingState.REDUCING);

    engine.tick("98").reject(RejectKind.TRANSIENT).timer().fill("97").flat();

    assertThat(engine.decisions().orders()).hasSize(2);
    assertThat(engine.engine().exitsInFlight()).isZero();
  }

  @Test
  void shouldCloseOnRequestWhileReducing() {
    operator.state(TradingState.REDUCING);

    operator.close(1);

    engine.assertOrders("order 1 LONG 1 MANUAL level=null trigger=100 attempt=1");
  }

  @Test
  void shouldFireNothingInAHalt() {
    engine.policy(p -> p.rung(60, "2").anyPriceAfter(120)).open(2, Side.SHORT, "1", "100");
    halted().tick("98").tick("50").tick("200").signal("X").signal(1);
    engine.conflated("X", "100", "200", "50", true).timer().timer().tick("1");

    engine.assertSilence();
    assertThat(engine.engine().exitsInFlight()).isZero();
  }

  @Test
  void shouldRefuseToCloseInAHalt() {
    halted();

    operator.close(1);

    engine.assertDecisions(
        "alert COMMAND_REFUSED position=1 first=%d second=0".formatted(Refusal.NOT_ACTIVE.code()));
  }

  @Test
  void shouldAmendAndForgetInAHalt() {
    halted();
    operator.amend(1, "99", null);
    operator.unregister(1);

    engine.assertDecisions("position 1 UNREGISTERED open=1 exit=null pnl=0");
    assertThat(engine.stop(1)).isEqualTo("99");
  }

  @ParameterizedTest
  @CsvSource({"LONG, 110, 108.9, 109", "SHORT, 90, 90.9, 90"})
  void shouldKeepMovingWatermarkAndTrailingStopInAHalt(
      Side side, String best, String stop, String last) {
    engine.policy(p -> p.stopPercent("2").trailing("1")).open(2, side, "1", "100");

    halted().tick(best).tick(last);

    assertThat(engine.watermark(2)).isEqualTo(best);
    assertThat(engine.stop(2)).isEqualTo(stop);
    engine.assertSilence();
  }

  @ParameterizedTest
  @CsvSource({"ACTIVE", "REDUCING"})
  void shouldFireWhatTheLastPriceTouchesWhenTheHaltEnds(TradingState next) {
    engine.instrument("Y").open(9, "Y", Side.LONG, "1", "100").tick("Y", "100");
    engine.open(7, "X", Side.LONG, "1", "100").open(3, "X", Side.SHORT, "1", "100").tick("X", "99");
    halted().tick("Y", "106").tick("X", "97").tick("X", "98").after(5);

    operator.state(next);

    engine.assertOrders(
        "order 1 LONG 1 STOP_LOSS level=98 trigger=98 attempt=1",
        "order 7 LONG 1 STOP_LOSS level=98 trigger=98 attempt=1",
        "order 9 LONG 1 TAKE_PROFIT level=105 trigger=106 attempt=1");
    assertThat(engine.decisions().lastOrder().triggerTimeNs()).isEqualTo(engine.nowNs());
  }

  @Test
  void shouldNotFireWhatAPassedPriceTouched() {
    halted().tick("90").tick("110").tick("101");

    resume();

    engine.assertSilence();
    engine.tick("105").assertOrders("order 1 LONG 1 TAKE_PROFIT level=105 trigger=105 attempt=1");
  }

  @Test
  void shouldFireASignalOfTheHaltWhenItEnds() {
    halted().signal("X").tick("101");

    resume();

    engine.assertOrders("order 1 LONG 1 SIGNAL level=null trigger=101 attempt=1");
  }

  @Test
  void shouldNotMeetAPriceFromBeforeItsRegistrationWhenTheHaltEnds() {
    engine.tick("97.5").clear();
    engine.open(2, Side.LONG, "1", "100").open(3, Side.LONG, "1", "100");
    halted().signal(2);

    resume();

    engine.assertOrders("order 2 LONG 1 SIGNAL level=null trigger=97.5 attempt=1");
  }

  @Test
  void shouldFireADeadlineOfTheHaltWhenItEnds() {
    engine.policy(p -> p.anyPriceAfter(60)).open(2, Side.LONG, "1", "100");
    halted().tick("101").timer();
    engine.assertSilence();

    resume();

    engine.assertOrders("order 2 LONG 1 TIME level=null trigger=101 attempt=1");
  }

  @Test
  void shouldSendTheRetryOfTheHaltWhenItEnds() {
    engine.tick("98").reject(RejectKind.TRANSIENT).clear();
    halted().timer().after(SECOND_NS);
    engine.assertSilence();

    resume();

    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=98 trigger=98 attempt=2");
  }

  @Test
  void shouldSendTheRemainderOfTheHaltWhenItEnds() {
    engine.tick("98");
    halted().fill("0.4", "97").cancel();
    assertThat(engine.decisions().orders()).hasSize(1);

    resume();

    engine.assertOrders(
        "order 1 LONG 1 STOP_LOSS level=98 trigger=98 attempt=1",
        "order 1 LONG 0.6 STOP_LOSS level=98 trigger=98 attempt=2");
  }

  @Test
  void shouldKeepTheTimeOfARetryThatIsNotDueWhenTheHaltEnds() {
    engine.tick("98").reject(RejectKind.TRANSIENT).clear();
    long dueNs = engine.engine().nextDeadlineNs();
    halted().after(1);

    resume();

    engine.assertSilence();
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(dueNs);
  }

  @Test
  void shouldGoOnAskingInAHalt() {
    engine.open(2, Side.LONG, "1", "100").tick("98").fill("97").clear();
    halted().timer().timer();

    engine.assertDecisions("query 2", "query 2");
    operator.connected();
    assertThat(engine.decisions().lines()).contains("order query 1");
    assertThat(engine.decisions().orders()).isEmpty();
  }

  @Test
  void shouldProveFlatInAHalt() {
    engine.tick("98");
    halted().fill("97").flat();

    assertThat(engine.engine().exitsInFlight()).isZero();
  }

  @ParameterizedTest
  @EnumSource(TradingState.class)
  void shouldReduceAfterASkippedEventUnlessHalted(TradingState before) {
    operator.state(before);

    operator.skip(4);

    engine.assertDecisions("alert EVENT_SKIPPED position=null first=4 second=0");
    assertThat(engine.engine().tradingState())
        .isEqualTo(before == TradingState.HALTED ? before : TradingState.REDUCING);
  }

  @ParameterizedTest
  @EnumSource(TradingState.class)
  void shouldKeepTheStateOverARestart(TradingState state) {
    operator.state(state);

    engine.restart(2);

    assertThat(engine.engine().tradingState()).isEqualTo(state);
    engine.tick("98");
    assertThat(engine.decisions().orders()).hasSize(state == TradingState.HALTED ? 0 : 1);
  }

  @Test
  void shouldStayHaltedWhenHaltedAgain() {
    halted().tick("98");

    operator.state(TradingState.HALTED);

    engine.assertSilence();
  }
}
