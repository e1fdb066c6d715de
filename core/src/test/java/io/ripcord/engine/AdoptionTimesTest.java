package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.BracketState;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Mark;
import io.ripcord.rule.RuleKind;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import io.ripcord.testing.Operator;
import io.ripcord.testing.PolicyParts;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another policy and time: ages count from the registration, and what is past is due at once. */
class AdoptionTimesTest {
  private static final long SECOND = EngineHarness.SECOND_NS;
  private static final long ONE = Percent.ONE;

  private final EngineHarness engine = new EngineHarness().instrument("X");
  private final Operator operator = new Operator(engine);
  private final MarketDesk desk = new MarketDesk(engine);

  private void open(UnaryOperator<PolicyParts> old) {
    engine.policy(old).open(1, Side.LONG, "10", "100").tick("100");
  }

  private void adopt(UnaryOperator<PolicyParts> parts) {
    engine.policy(1, parts).clear();
    operator.adopt(1, 1);
  }

  private long dueAfterNs() {
    return engine.engine().nextDeadlineNs() - EngineHarness.START_NS;
  }

  private void shouldLeaveFor(ExitReason reason) {
    assertThat(engine.decisions().orders()).map(ExitOrder::reason).containsExactly(reason);
  }

  @Test
  void shouldCountAnAgeFromTheRegistration() {
    open(p -> p.stopPercent("5"));
    engine.after(40 * SECOND);

    adopt(p -> p.stopPercent("5").rule(RuleKind.MAX_AGE, 60 * SECOND));

    assertThat(dueAfterNs()).isEqualTo(60 * SECOND);
  }

  @Test
  void shouldLeaveAtOnceAtAnAgeThatIsPast() {
    open(p -> p.stopPercent("5"));
    engine.after(61 * SECOND);

    adopt(p -> p.stopPercent("5").rule(RuleKind.MAX_AGE, 60 * SECOND));

    engine.assertOrders("order 1 LONG 10 TIME level=null trigger=100 attempt=1");
  }

  @Test
  void shouldLeaveByItsTimerAtAnAgeThatIsNow() {
    open(p -> p.stopPercent("5"));
    engine.after(60 * SECOND);

    adopt(p -> p.stopPercent("5").rule(RuleKind.MAX_AGE, 60 * SECOND));
    engine.assertOrders();

    engine.timer();
    shouldLeaveFor(ExitReason.TIME);
  }

  @Test
  void shouldForgetTheAgeOfTheOldPolicy() {
    open(p -> p.stopPercent("5").rule(RuleKind.MAX_AGE, 60 * SECOND));

    adopt(p -> p.stopPercent("5"));

    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @Test
  void shouldTightenAtOnceWithTheStepsThatArePast() {
    open(p -> p.stopPercent("5"));
    engine.after(65 * SECOND);

    adopt(p -> p.rule(RuleKind.TIME_TIGHTEN, 30 * SECOND, 3 * ONE, 60 * SECOND, 2 * ONE));

    assertThat(engine.stop(1)).isEqualTo("98");
    engine.tick("98");
    shouldLeaveFor(ExitReason.TRAILING_STOP);
  }

  @ParameterizedTest
  @CsvSource({"30, 110, 60", "70, 104, 240", "100, 104, 240"})
  void shouldStandOnTheRungOfItsAge(long age, String target, long nextDue) {
    open(p -> p.stopPercent("5"));
    engine.after(age * SECOND);

    adopt(p -> p.rung(0, "10").rung(60, "4").anyPriceAfter(240));

    assertThat(engine.target(1)).isEqualTo(target);
    assertThat(dueAfterNs()).isEqualTo(nextDue * SECOND);
  }

  @Test
  void shouldLeaveAtOnceOnARungOfAnyPriceThatIsPast() {
    open(p -> p.stopPercent("5"));
    engine.after(241 * SECOND);

    adopt(p -> p.rung(0, "10").rung(60, "4").anyPriceAfter(240));

    shouldLeaveFor(ExitReason.TIME);
  }

  @Test
  void shouldBookByAgesThatArePastAtTheNextPriceAndInOneOrder() {
    open(p -> p.stopPercent("5"));
    engine.tick("110").after(65 * SECOND);

    adopt(
        p ->
            p.rule(
                RuleKind.PARTIAL, 2 * ONE, 30 * SECOND, 20 * ONE, 4 * ONE, 60 * SECOND, 70 * ONE));
    engine.assertOrders();

    engine.tick("110");
    engine.assertOrders("order 1 LONG 7 PARTIAL level=104 trigger=110 attempt=1");
  }

  @Test
  void shouldNotBookByAnAgeThatIsPastAtTheDeadlineOfAnotherRule() {
    open(p -> p.stopPercent("5"));
    engine.tick("110").after(65 * SECOND);

    adopt(
        p ->
            p.rule(RuleKind.PARTIAL, 2 * ONE, 30 * SECOND, 20 * ONE)
                .rule(RuleKind.TIME_TIGHTEN, 70 * SECOND, ONE));
    engine.timer();

    assertThat(engine.stop(1)).isEqualTo("99");
    engine.assertOrders();
  }

  @Test
  void shouldSquareOffAtTheTimeThatCameWithIt() {
    engine.policy(p -> p.stopPercent("5").rule(RuleKind.SQUARE_OFF, 1, E8.NULL, 1));
    desk.open(1, Side.LONG, 0, EngineHarness.START_NS + 10 * SECOND);
    engine.tick("100").policy(1, p -> p.rule(RuleKind.SQUARE_OFF, 1, E8.NULL, 1));

    operator.adopt(1, 1, EngineHarness.START_NS + 30 * SECOND);
    assertThat(dueAfterNs()).isEqualTo(30 * SECOND);

    engine.timer();
    shouldLeaveFor(ExitReason.TIME);
  }

  @Test
  void shouldSquareOffAtOnceWhenItsTimeIsPast() {
    open(p -> p.stopPercent("5"));
    engine.after(5 * SECOND);
    engine.policy(1, p -> p.rule(RuleKind.SQUARE_OFF, 1, E8.NULL, 1));

    operator.adopt(1, 1, engine.nowNs() - SECOND);

    shouldLeaveFor(ExitReason.TIME);
  }

  @Test
  void shouldForgetASquareOffThatWaits() {
    engine.policy(p -> p.stopPercent("5").rule(RuleKind.SQUARE_OFF, 1, E8.NULL, 1));
    desk.open(1, Side.LONG, 0, EngineHarness.START_NS + 10 * SECOND);
    engine.tick("100");
    desk.phase(SessionPhase.HALT);
    engine.timer();
    assertThat(engine.position(1).is(Mark.SQUARE_OFF_WAITS)).isTrue();

    adopt(p -> p.stopPercent("4"));
    desk.phase(SessionPhase.CONTINUOUS);

    engine.tick("100").assertOrders();
  }

  @Test
  void shouldLookAtTheRhythmOfTheNewPolicy() {
    open(p -> p.stopPercent("5"));
    engine.after(SECOND / 2);

    adopt(p -> p.stopPercent("3").evaluation(2L, null));
    engine.tick("96").assertOrders();
    assertThat(dueAfterNs() % (2 * SECOND)).isZero();

    engine.timer();
    shouldLeaveFor(ExitReason.STOP_LOSS);
  }

  @Test
  void shouldMeetEveryPriceAfterARhythm() {
    engine.policy(p -> p.stopPercent("5").evaluation(60L, null));
    engine.open(1, Side.LONG, "10", "100").tick("100");

    adopt(p -> p.trailing("1"));
    engine.tick("110");

    assertThat(engine.stop(1)).isEqualTo("108.9");
  }

  @Test
  void shouldNotCountPricesOfAnotherStreamFromBefore() {
    open(p -> p.stopPercent("5"));
    desk.mark("100");

    adopt(p -> p.stopPercent("4").trigger(TriggerSource.MARK));
    engine.tick("90").assertOrders();

    desk.mark("96");
    engine.assertOrders("order 1 LONG 10 STOP_LOSS level=96 trigger=96 attempt=1");
  }

  @Test
  void shouldSayASilenceThatIsTooLongForTheNewPolicyAtOnce() {
    open(p -> p.stopPercent("5").stale(60, StaleAction.ALERT));
    engine.after(5 * SECOND);

    adopt(p -> p.stopPercent("5").stale(3, StaleAction.EXIT));

    assertThat(engine.decisions().alertKinds())
        .containsExactly(AlertKind.POLICY_ADOPTED, AlertKind.STALE);
    shouldLeaveFor(ExitReason.EMERGENCY);
  }

  @Test
  void shouldEndAPauseOfTheOldPolicy() {
    open(p -> p.stopPercent("5").stale(3, StaleAction.HOLD));
    engine.timer();
    assertThat(engine.position(1).is(Mark.ON_HOLD)).isTrue();

    adopt(p -> p.stopPercent("5").rule(RuleKind.MAX_AGE, SECOND));

    shouldLeaveFor(ExitReason.TIME);
  }

  @Test
  void shouldConfirmTheBookAnew() {
    open(p -> p.stopPercent("5").bookThrough(2 * SECOND));
    desk.quote("90", "94");
    engine.after(SECOND);

    adopt(p -> p.stopPercent("4").bookThrough(2 * SECOND));
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);

    desk.quote("90", "94");
    engine.timer();
    assertThat(engine.decisions().lastOrder().source()).isEqualTo(ExitSource.BOOK);
    assertThat(dueAfterNs()).isGreaterThan(3 * SECOND);
  }

  @Test
  void shouldLeaveAnExitToTheVenuesStopThatItWasLeftTo() {
    open(p -> p.stopPercent("2"));
    operator.bracket(1, BracketState.LIVE, "98");
    engine.tick("98").tick("99");

    adopt(p -> p.stopPercent("5"));
    engine.assertOrders();
    engine.timer();

    assertThat(engine.decisions().alertKinds())
        .containsExactly(AlertKind.POLICY_ADOPTED, AlertKind.BRACKET_TAKEN_OVER);
    shouldLeaveFor(ExitReason.STOP_LOSS);
  }

  @Test
  void shouldMeetTheFirstPriceOfTheNextSession() {
    open(p -> p.stopPercent("5"));
    engine.tick("120");
    desk.phase(SessionPhase.CLOSED);

    adopt(p -> p.trailing("2"));
    assertThat(engine.stop(1)).isEqualTo("95");

    desk.phase(SessionPhase.CONTINUOUS);
    engine.tick("119");
    assertThat(engine.stop(1)).isEqualTo("117.6");
  }
}
