package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static io.ripcord.testing.EngineHarness.START_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitSource;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import io.ripcord.testing.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Silence of market data is said, and what follows then. */
class StalenessTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");
  private final MarketDesk desk = new MarketDesk(engine);

  private void open(StaleAction action) {
    engine
        .policy(p -> p.stopPercent("2").anyPriceAfter(30).stale(10, action).signalExit())
        .open(1, Side.LONG, "1", "100");
  }

  private String stale(long lastNs) {
    return "alert STALE position=1 first=%d second=%d".formatted(lastNs, 10 * SECOND_NS);
  }

  @Test
  void shouldSayASilenceOnceAndEveryFurtherOne() {
    engine.policy(p -> p.stopPercent("2").stale(10, StaleAction.ALERT));
    engine.open(1, Side.LONG, "1", "100");
    engine.after(4 * SECOND_NS).tick("100").after(10 * SECOND_NS - 1).quote("X", "99", "101");
    engine.timer().assertSilence();
    long lastNs = START_NS + 14 * SECOND_NS - 1;

    engine.timer().assertDecisions(stale(lastNs));
    assertThat(engine.nowNs()).isEqualTo(lastNs + 10 * SECOND_NS);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
    desk.mark("100");
    long markNs = engine.nowNs();
    engine.clear().at(markNs + 5 * SECOND_NS).quote("X", "99", "101");
    engine.after(20 * SECOND_NS).quote("X", "99", "101");

    engine.assertDecisions(stale(markNs + 5 * SECOND_NS));
  }

  @Test
  void shouldCountFromTheRegistrationWhenNothingEverCame() {
    open(StaleAction.ALERT);

    engine.timer().assertDecisions(stale(E8.NULL));

    assertThat(engine.nowNs()).isEqualTo(START_NS + 10 * SECOND_NS);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldExitAsAnEmergency(Side side) {
    engine.policy(p -> p.stopPercent("2").stale(10, StaleAction.EXIT)).open(1, side, "1", "100");
    engine.tick("100.5").timer();

    engine.assertOrders("order 1 " + side + " 1 EMERGENCY level=null trigger=100.5 attempt=1");
    assertThat(engine.decisions().lastOrder().source()).isEqualTo(ExitSource.EMERGENCY);
    assertThat(engine.ack().engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @Test
  void shouldExitWithoutAnyPrice() {
    open(StaleAction.EXIT);

    engine.timer();

    engine.assertOrders("order 1 LONG 1 EMERGENCY level=null trigger=null attempt=1");
  }

  @Test
  void shouldExitAfterAHaltOfTradingIfItIsStillSilent() {
    open(StaleAction.EXIT);
    Operator operator = new Operator(engine);
    operator.state(TradingState.HALTED);
    engine.tick("100").timer();
    assertThat(engine.decisions().orders()).isEmpty();

    operator.state(TradingState.ACTIVE);

    engine.assertOrders("order 1 LONG 1 EMERGENCY level=null trigger=100 attempt=1");
  }

  @Test
  void shouldLetDeadlinesWaitForTheNextPriceOnHold() {
    open(StaleAction.HOLD);
    engine.tick("100").timer().clear().timer().assertSilence();
    assertThat(engine.nowNs()).isEqualTo(START_NS + 30 * SECOND_NS);
    engine.quote("X", "90", "91").assertSilence();

    engine.tick("99");

    engine.assertOrders("order 1 LONG 1 TIME level=null trigger=99 attempt=1");
  }

  @Test
  void shouldLetSignalsWaitForTheNextPriceOnHold() {
    open(StaleAction.HOLD);
    engine.tick("100").timer().clear().signal(1).assertSilence();

    engine.tick("97");

    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=98 trigger=97 attempt=1");
  }

  @Test
  void shouldGoOnAsBeforeAfterAHold() {
    open(StaleAction.HOLD);
    engine.tick("100").timer().clear().tick("99").signal(1);

    engine.assertOrders("order 1 LONG 1 SIGNAL level=null trigger=99 attempt=1");
  }

  @Test
  void shouldNotCountWhatIsOutsideContinuousTrading() {
    open(StaleAction.ALERT);
    engine.tick("100");
    desk.phase(SessionPhase.CLOSED);
    engine.after(25 * SECOND_NS).quote("X", "99", "101").assertSilence();
    engine.after(2 * SECOND_NS);
    desk.phase(SessionPhase.CONTINUOUS);
    long sinceNs = engine.nowNs();

    engine.after(10 * SECOND_NS + 1);
    engine.instrument("Y").tick("Y", "1");

    assertThat(sinceNs).isEqualTo(START_NS + 27 * SECOND_NS);
    engine.assertDecisions(stale(START_NS + 25 * SECOND_NS));
  }
}
