package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static io.ripcord.testing.EngineHarness.START_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitSource;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.testing.EngineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An event at t settles the deadlines before t, then itself; a timer settles those at t too. */
class DeadlineTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");

  @ParameterizedTest
  @CsvSource({"LONG, 104, 104", "SHORT, 96, 96"})
  void shouldMeetTheLastPriceWhenARungComesInForce(Side side, String price, String level) {
    engine.policy(p -> p.rung(0, "10").rung(60, "4")).open(1, side, "1", "100").tick(price);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(START_NS + 60 * SECOND_NS);

    engine.timer();

    engine.assertOrders(
        "order 1 %s 1 TAKE_PROFIT level=%s trigger=%s attempt=1".formatted(side, level, price));
    assertThat(engine.decisions().lastOrder().triggerTimeNs()).isEqualTo(START_NS + 60 * SECOND_NS);
    assertThat(engine.ack().engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 103.99999999, 104", "SHORT, 96.00000001, 96"})
  void shouldArmTheNewTargetWhenTheLastPriceDoesNotReachIt(Side side, String price, String level) {
    engine.policy(p -> p.rung(60, "4")).open(1, side, "1", "100").tick(price);
    assertThat(engine.target(1)).isEqualTo("null");

    engine.timer().assertSilence();

    assertThat(engine.target(1)).isEqualTo(level);
    engine.tick(level);
    assertThat(engine.decisions().lastOrder().reason()).hasToString("TAKE_PROFIT");
  }

  @ParameterizedTest
  @CsvSource({"LONG, 150", "SHORT, 50"})
  void shouldNotMeetAPriceFromBeforeTheRegistration(Side side, String before) {
    engine.policy(p -> p.rung(60, "4")).tick(before).open(1, side, "1", "100");

    engine.timer().assertSilence().tick(before);

    assertThat(engine.decisions().lastOrder().reason()).hasToString("TAKE_PROFIT");
  }

  @Test
  void shouldSettleDeadlinesBeforeAnEventFirst() {
    engine.policy(p -> p.rung(0, "10").rung(60, "4")).open(1, Side.LONG, "1", "100").tick("105");

    engine.after(60 * SECOND_NS + 1).tick("100");

    // The rung met 105, the price before the tick, at the time of the tick.
    engine.assertOrders("order 1 LONG 1 TAKE_PROFIT level=104 trigger=105 attempt=1");
    assertThat(engine.decisions().lastOrder().timeNs()).isEqualTo(START_NS + 60 * SECOND_NS + 1);
  }

  @Test
  void shouldSettleDeadlinesAtTheTimeOfAnEventAfterIt() {
    engine.policy(p -> p.rung(0, "10").rung(60, "4")).open(1, Side.LONG, "1", "100").tick("105");

    engine.after(60 * SECOND_NS).tick("103").assertSilence();
    assertThat(engine.target(1)).isEqualTo("110");
    engine.timer().assertSilence();
    assertThat(engine.target(1)).isEqualTo("104");
  }

  @Test
  void shouldSettleAllThatIsDueInOrderOfTimeThenId() {
    engine.policy(p -> p.anyPriceAfter(60)).policy(p -> p.anyPriceAfter(30)).tick("100");
    engine
        .open(9, "X", Side.LONG, "1", "100", 0)
        .open(4, "X", Side.SHORT, "1", "100", 0)
        .open(7, "X", Side.LONG, "1", "100", 1)
        .open(8, "X", Side.LONG, "1", "100", 1)
        .tick("100");

    engine.after(61 * SECOND_NS).quote("X", "1", "2");

    assertThat(engine.decisions().orders())
        .extracting(order -> order.positionId() + " " + order.reason())
        .containsExactly("7 TIME", "8 TIME", "4 TIME", "9 TIME");
  }

  @Test
  void shouldWalkThroughAllRungsThatWereMissed() {
    engine
        .policy(p -> p.rung(0, "10").rung(60, "4").rung(120, "1"))
        .open(1, Side.LONG, "1", "100")
        .tick("100.5");

    engine.after(1_000 * SECOND_NS).tick("100.9").assertSilence();

    assertThat(engine.target(1)).isEqualTo("101");
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldExitAtAnyPriceWhenItsTimeHasCome(Side side) {
    engine.policy(p -> p.stopPercent("50").anyPriceAfter(60)).open(1, side, "1", "100");
    engine.tick("97").tick("102");

    engine.timer();

    engine.assertOrders("order 1 " + side + " 1 TIME level=null trigger=102 attempt=1");
    assertThat(engine.decisions().lastOrder().source()).isEqualTo(ExitSource.TIME);
    assertThat(engine.decisions().lastOrder().timeNs()).isEqualTo(START_NS + 60 * SECOND_NS);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldWaitForAPriceToExitAtAnyPrice(Side side) {
    engine.policy(p -> p.anyPriceAfter(60)).open(1, side, "1", "100").timer().assertSilence();
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);

    engine.quote("X", "1", "2").assertSilence().tick("42");

    engine.assertOrders("order 1 " + side + " 1 TIME level=null trigger=42 attempt=1");
  }

  @Test
  void shouldExitAtAnyPriceAtOnceWhenTheRungSaysSo() {
    engine.policy(p -> p.anyPriceAfter(0)).open(1, Side.LONG, "1", "100");
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(START_NS);

    engine.tick("100").assertSilence().timer();

    engine.assertOrders("order 1 LONG 1 TIME level=null trigger=100 attempt=1");
  }

  @Test
  void shouldIgnoreATimerWhenNothingIsDue() {
    engine.policy(p -> p.rung(60, "4")).open(1, Side.LONG, "1", "100").tick("103");
    long early = START_NS + 59 * SECOND_NS;

    new NodePublisher(engine.rig().sink(), Sources.TIMER).timerFired(early, early);

    engine.assertSilence();
    assertThat(engine.target(1)).isEqualTo("null");
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(START_NS + 60 * SECOND_NS);
  }

  @Test
  void shouldDropTheRulesDeadlineOnceAnExitIsUnderWay() {
    engine.policy(p -> p.stopPercent("2").rung(60, "4")).open(1, Side.LONG, "1", "100");

    engine.tick("90").ack();

    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @Test
  void shouldTolerateTimeThatGoesBackwards() {
    engine.policy(p -> p.stopPercent("2").rung(60, "4")).open(1, Side.LONG, "1", "100");
    engine.after(10 * SECOND_NS).tick("100");

    engine.at(START_NS - 5).tick("98");

    assertThat(engine.decisions().lastOrder().timeNs()).isEqualTo(START_NS + 10 * SECOND_NS);
    assertThat(engine.decisions().lastOrder().levelE8()).isEqualTo(98 * E8.ONE);
  }
}
