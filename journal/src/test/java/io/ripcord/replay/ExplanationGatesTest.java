package io.ripcord.replay;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static io.ripcord.testing.EngineHarness.START_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.BracketState;
import io.ripcord.event.ExitReason;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.execution.IntentState;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleState;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import io.ripcord.testing.Operator;
import io.ripcord.testing.PolicyParts;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What stood between a price and an exit, exactly; a long or short of 1 at 100. */
class ExplanationGatesTest {
  private static final long ONE = 1_000_000;
  private static final long MINUTE = 60 * SECOND_NS;

  private final EngineHarness engine = new EngineHarness();
  private final MarketDesk desk = new MarketDesk(engine);
  private final Operator operator = new Operator(engine);

  private void open(Side side, UnaryOperator<PolicyParts> policy) {
    engine.instrument("X").policy(policy).open(1, side, "1", "100");
  }

  private Explanation explanation() {
    return ExplainedRun.of(engine, 1);
  }

  private void shouldBeTouched(String... expected) {
    assertThat(ExplainedRun.touches(explanation())).containsExactly(expected);
  }

  private void shouldHaveLeft(String expected) {
    assertThat(ExplainedRun.firing(explanation())).isEqualTo(expected);
  }

  private RuleState state(RuleKind kind) {
    return explanation().rules().stream()
        .filter(rule -> rule.kind() == kind)
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void shouldSayThatAPhaseKeptAStopFromFiringUntilTheFirstContinuousPrint() {
    open(Side.LONG, p -> p.stopPercent("2"));
    engine.tick("100");
    desk.phase(SessionPhase.AUCTION);
    engine.tick("97").tick("96");
    shouldBeTouched("STOP SESSION_PHASE 2 96 98");
    assertThat(explanation().moment().phase()).isEqualTo(SessionPhase.AUCTION);
    // An auction print is no price that the position saw.
    assertThat(E8.format(explanation().prices().lowest().priceE8())).isEqualTo("100");

    desk.phase(SessionPhase.CONTINUOUS);
    engine.tick("97.5");
    shouldHaveLeft("STOP_LOSS 98 97.5 Tick");
    assertThat(explanation().commands().stream().map(InputFact::kind))
        .containsExactly("PositionRegistered", "PhaseChanged", "PhaseChanged");
  }

  @Test
  void shouldKnowThePhaseOfASnapshot() {
    open(Side.SHORT, p -> p.stopPercent("2"));
    desk.phase(SessionPhase.HALT);
    int inputs = engine.rig().inputFrames().size();
    engine.tick("103");

    Explanation explanation = ExplainedRun.from(engine, inputs, Question.ofPosition(1));

    assertThat(ExplainedRun.touches(explanation)).containsExactly("STOP SESSION_PHASE 1 103 102");
    assertThat(explanation.moment().phase()).isEqualTo(SessionPhase.HALT);
  }

  @Test
  void shouldTellTradesFromTheMarkThatTriggers() {
    open(Side.LONG, p -> p.trigger(TriggerSource.MARK).stopPercent("2"));
    engine.tick("97");
    desk.mark("98.5");
    shouldBeTouched("STOP TRIGGER_SOURCE 1 97 98");
    assertThat(E8.format(explanation().prices().nearestStop().priceE8())).isEqualTo("98.5");

    desk.mark("98");
    shouldHaveLeft("STOP_LOSS 98 98 MarkPrice");
  }

  @Test
  void shouldLookAtTheAskOfAShort() {
    open(Side.SHORT, p -> p.trigger(TriggerSource.BID_ASK).stopPercent("2"));
    desk.tick("103", "101", "101.5");
    shouldBeTouched("STOP TRIGGER_SOURCE 1 103 102");

    desk.quote("101", "102.5");
    shouldHaveLeft("STOP_LOSS 102 102.5 Tick");
  }

  @Test
  void shouldSayThatOneOfTwoTradesWasNotEnough() {
    open(Side.LONG, p -> p.trigger(TriggerSource.DOUBLE_LAST).stopPercent("2").targetPercent("4"));
    engine.tick("100").after(SECOND_NS).tick("97").after(SECOND_NS).tick("99");
    engine.after(SECOND_NS).tick("105");
    shouldBeTouched("STOP DOUBLE_LAST 1 97 98", "TARGET DOUBLE_LAST 1 105 104");

    operator.state(TradingState.HALTED);
    engine.after(SECOND_NS).tick("104.5");
    // Now two trades are past the target, and it is the halt.
    shouldBeTouched(
        "STOP DOUBLE_LAST 1 97 98", "TARGET DOUBLE_LAST 1 105 104", "TARGET HALTED 1 104.5 104");
  }

  @Test
  void shouldNameTheIntervalOnlyWhereItWasTheReason() {
    open(
        Side.LONG,
        p -> p.evaluation(60L, "50").stopPercent("2").rule(RuleKind.DEFER, 5 * SECOND_NS, ONE / 2));
    operator.bracket(1, BracketState.LIVE, "97.8");
    engine.tick("100").after(SECOND_NS).tick("97");
    shouldBeTouched("STOP INTERVAL 1 97 98");
    assertThat(explanation().moment().leftUntilNs()).isEqualTo(E8.NULL);

    engine.timer().after(SECOND_NS).tick("96");
    // The look has left the exit to the venue.
    shouldBeTouched("STOP INTERVAL 1 97 98", "STOP DEFERRED 1 96 98");
  }

  @Test
  void shouldSayUntilWhenAnExitIsLeftToTheVenue() {
    open(Side.LONG, p -> p.stopPercent("2").rule(RuleKind.DEFER, 5 * SECOND_NS, ONE / 2));
    operator.bracket(1, BracketState.LIVE, "97.8");
    engine.tick("97.9").after(SECOND_NS).tick("99");
    shouldBeTouched("STOP DEFERRED 1 97.9 98");
    assertThat(explanation().moment().leftUntilNs()).isEqualTo(START_NS + 5 * SECOND_NS);

    engine.timer();
    shouldHaveLeft("STOP_LOSS 98 99 TimerFired");
    assertThat(explanation().moment().leftUntilNs()).isEqualTo(E8.NULL);
  }

  @Test
  void shouldBlameNoBadTickWhereATradeCounted() {
    engine.suspicious("X", "5", SECOND_NS);
    engine.policy(p -> p.stopPercent("2")).open(1, Side.LONG, "1", "100");
    engine.tick("100").after(SECOND_NS);
    operator.state(TradingState.HALTED);
    engine.tick("97").after(SECOND_NS).tick("60");
    shouldBeTouched("STOP HALTED 1 97 98", "STOP BAD_TICK 1 60 98");
    // What was held is not yet a price.
    assertThat(E8.format(explanation().prices().lowest().priceE8())).isEqualTo("97");

    engine.timer();
    assertThat(E8.format(explanation().prices().lowest().priceE8())).isEqualTo("60");
  }

  @Test
  void shouldSayThatRulesRestInASilence() {
    open(
        Side.LONG,
        p -> p.stopPercent("2").stale(10, StaleAction.HOLD).rule(RuleKind.MAX_AGE, MINUTE));
    engine.tick("100").timer().timer();

    Moment silent = explanation().moment();
    assertThat(silent.onHold()).isTrue();
    assertThat(silent.lastDataNs()).isEqualTo(START_NS);
    assertThat(silent.waiting()).containsExactly(ExitReason.TIME);
    assertThat(state(RuleKind.MAX_AGE)).isEqualTo(RuleState.WAITING_FOR_PRICE);

    engine.tick("97");
    shouldHaveLeft("STOP_LOSS 98 97 Tick");
    assertThat(explanation().moment().waiting()).isEmpty();
  }

  @Test
  void shouldSayWhyNothingIsAdded() {
    open(Side.LONG, p -> p.rule(RuleKind.SCALE_IN, ONE, 50 * ONE, 1, ONE, E8.NULL, 1, MINUTE));
    engine.tick("100");
    assertThat(state(RuleKind.SCALE_IN)).isEqualTo(RuleState.NOT_WARM);

    operator.state(TradingState.REDUCING);
    engine.after(MINUTE).tick("102").after(MINUTE).tick("104");

    assertThat(state(RuleKind.SCALE_IN)).isEqualTo(RuleState.BARRED);
    assertThat(explanation().moment().tradingState()).isEqualTo(TradingState.REDUCING);
    assertThat(explanation().orders()).isEmpty();
  }

  @Test
  void shouldSayHowFarAnExitInFlightIs() {
    open(Side.LONG, p -> p.stopPercent("2").rule(RuleKind.PARTIAL, 5 * ONE, 0, 50 * ONE));
    engine.tick("97").sent().tick("90");

    Explanation leaving = explanation();
    assertThat(leaving.moment().exit()).isEqualTo(IntentState.SENT);
    assertThat(ExplainedRun.firing(leaving)).isEqualTo("STOP_LOSS 98 97 Tick");
    // What comes while it leaves touches nothing any more.
    assertThat(leaving.touches()).isEmpty();
  }

  @Test
  void shouldListOnlyWhatFallsIntoTheSpan() {
    open(Side.LONG, p -> p.stopPercent("2"));
    operator.state(TradingState.HALTED);
    engine.tick("97").after(SECOND_NS).tick("96").after(SECOND_NS).tick("95");

    Explanation span =
        ExplainedRun.of(
            engine, Question.ofPosition(1).between(START_NS + SECOND_NS, START_NS + SECOND_NS));

    assertThat(ExplainedRun.touches(span)).isEqualTo(List.of("STOP HALTED 1 96 98"));
    assertThat(span.commands()).isEmpty();
    assertThat(span.moment().timeNs()).isEqualTo(START_NS + SECOND_NS);
  }
}
