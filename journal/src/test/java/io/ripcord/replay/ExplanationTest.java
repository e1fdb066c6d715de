package io.ripcord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ExitReason;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.execution.IntentState;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleState;
import io.ripcord.rule.RuleStatus;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.Operator;
import io.ripcord.testing.PolicyParts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reason of an exit, and each that an exit did not happen; entry at 100. */
class ExplanationTest {
  private static final long SECOND = EngineHarness.SECOND_NS;
  private static final long MINUTE = 60 * SECOND;
  private static final long ONE = 1_000_000;

  private static EngineHarness open(Consumer<PolicyParts> policy) {
    return new EngineHarness()
        .instrument("X")
        .policy(
            parts -> {
              policy.accept(parts);
              return parts;
            })
        .open(1, Side.LONG, "1", "100");
  }

  private static Arguments exit(
      String expected, Consumer<PolicyParts> policy, Consumer<EngineHarness> run) {
    return Arguments.of(expected, policy, run);
  }

  static Stream<Arguments> exits() {
    return Stream.of(
        exit("STOP_LOSS 98 97.5 Tick", p -> p.stopPercent("2"), e -> e.tick("97.5")),
        exit("TAKE_PROFIT 104 105 Tick", p -> p.targetPercent("4"), e -> e.tick("105")),
        exit(
            "HARD_STOP 94 93 Tick",
            p -> p.stopPercent("2").rule(RuleKind.HARD_STOP, 6 * ONE),
            e -> e.tick("93")),
        exit("TRAILING_STOP 108.9 108 Tick", p -> p.trailing("1"), e -> e.tick("110").tick("108")),
        exit(
            "TIME null 101 TimerFired",
            p -> p.stopPercent("2").rule(RuleKind.MAX_AGE, MINUTE),
            e -> e.tick("101").timer()),
        exit("SIGNAL null 101 SignalReceived", p -> p.signalExit(), e -> e.tick("101").signal(1)),
        exit("SIGNAL null 101 Tick", p -> p.signalExit(), e -> e.signal(1).tick("101")),
        exit(
            "MA_CROSS null 97 Tick",
            p -> p.rule(RuleKind.MA_CROSS, 1, 2, 0, MINUTE),
            e -> minutes(e, "100", "101", "102", "99", "97")),
        exit(
            "MANUAL null 101 CloseRequested",
            p -> p.stopPercent("2"),
            e -> new Operator(e.tick("101")).close(1)),
        exit(
            "TRAILING_STOP 99 98.5 TimerFired",
            p -> p.stopPercent("2").rule(RuleKind.TIME_TIGHTEN, MINUTE, ONE),
            e -> e.tick("98.5").timer()),
        exit(
            "TAKE_PROFIT 104 104 ConflatedTick",
            p -> p.targetPercent("4"),
            e -> e.conflated("X", "101", "104", "100", true)),
        exit(
            "null null null PositionUnregistered",
            p -> p.stopPercent("2"),
            e -> new Operator(e).unregister(1)),
        exit("open", p -> p.stopPercent("2"), e -> e.tick("98.1")));
  }

  private static void minutes(EngineHarness engine, String... prices) {
    for (String price : prices) {
      engine.tick(price).after(MINUTE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exits")
  void shouldNameWhatFired(
      String expected, Consumer<PolicyParts> policy, Consumer<EngineHarness> run) {
    EngineHarness engine = open(policy);
    run.accept(engine);

    Explanation explanation = ExplainedRun.of(engine, 1);

    assertThat(ExplainedRun.firing(explanation)).isEqualTo(expected);
  }

  @Test
  void shouldNameTheRuleThatMovedEachLevel() {
    EngineHarness engine =
        open(
            p ->
                p.stopPercent("2")
                    .targetPercent("20")
                    .trailing("3")
                    .trailing("1", "5", "0")
                    .rule(RuleKind.BREAK_EVEN, 2 * ONE, 0));
    engine.tick("99").tick("102").tick("106");
    new Operator(engine).amend(1, "105", "130");
    engine.tick("105");

    Explanation explanation = ExplainedRun.of(engine, 1);

    assertThat(ExplainedRun.changes(explanation))
        .containsExactly(
            "STOP null -> 98 STOP_LOSS",
            "TARGET null -> 120 TAKE_PROFIT",
            "STOP 98 -> 100 BREAK_EVEN",
            "WATERMARK 100 -> 102 Tick",
            "STOP 100 -> 104.94 TRAILING_STOP",
            "WATERMARK 102 -> 106 Tick",
            "STOP 104.94 -> 105 PositionAmended",
            "TARGET 120 -> 130 PositionAmended");
    // Of two trailing stops it is the one that wanted the level, here the one of 1 percent.
    assertThat(explanation.changes().get(4).rule().parameter(0)).isEqualTo(ONE);
    assertThat(explanation.firing().reason()).isEqualTo(ExitReason.TRAILING_STOP);
    assertThat(explanation.firing().levelSet().input().kind()).isEqualTo("PositionAmended");
  }

  @Test
  void shouldNameEveryPolicyAndTheRulesThatSetItsLevels() {
    EngineHarness engine = open(p -> p.stopPercent("2").targetPercent("20"));
    engine.policy(1, p -> p.version(4).stopPercent("5").trailing("3"));
    engine.policy(0, p -> p.version(2).stopPercent("1"));
    engine.tick("106");
    new Operator(engine).adopt(1, 1);
    new Operator(engine).adopt(1, 0);
    new Operator(engine).adopt(1, 7);

    Explanation explanation = ExplainedRun.of(engine, 1);

    assertThat(ExplainedRun.changes(explanation))
        .containsExactly(
            "STOP null -> 98 STOP_LOSS",
            "TARGET null -> 120 TAKE_PROFIT",
            "WATERMARK 100 -> 106 Tick",
            "STOP 98 -> 102.82 TRAILING_STOP",
            "TARGET 120 -> null PolicyAdopted");
    assertThat(explanation.policies())
        .map(change -> change.fromVersion() + " -> " + change.to() + " " + change.toVersion())
        .containsExactly("1 -> policy-1 4", "4 -> policy-0 2");
    assertThat(explanation.position().policyVersion()).isEqualTo(2);
    assertThat(explanation.rules()).map(RuleStatus::kind).containsExactly(RuleKind.STOP_LOSS);
    assertThat(explanation.alerts())
        .map(AlertFact::kind)
        .containsExactly(
            AlertKind.POLICY_ADOPTED, AlertKind.POLICY_ADOPTED, AlertKind.COMMAND_REFUSED);
  }

  @Test
  void shouldNameTheRuleOfAStopThatBarsMove() {
    EngineHarness engine = open(p -> p.rule(RuleKind.ATR_STOP, 2, ONE, MINUTE, ONE / 10, 2 * ONE));
    minutes(engine, "100", "101", "102");

    assertThat(ExplainedRun.changes(ExplainedRun.of(engine, 1)))
        .containsExactly(
            "STOP null -> 98 ATR_STOP",
            "WATERMARK 100 -> 101 Tick",
            "STOP 98 -> 99.5 ATR_STOP",
            "WATERMARK 101 -> 102 Tick");
  }

  @Test
  void shouldSayThatAHaltKeptAStopFromFiring() {
    EngineHarness engine = open(p -> p.stopPercent("2"));
    Operator operator = new Operator(engine.tick("100"));
    operator.state(TradingState.HALTED);
    engine.tick("97").tick("96.5").tick("99");

    Explanation halted = ExplainedRun.of(engine, 1);
    assertThat(ExplainedRun.firing(halted)).isEqualTo("open");
    assertThat(ExplainedRun.touches(halted)).containsExactly("STOP HALTED 2 96.5 98");
    assertThat(halted.moment().tradingState()).isEqualTo(TradingState.HALTED);

    operator.state(TradingState.ACTIVE);
    engine.tick("97.9");
    Explanation resumed = ExplainedRun.of(engine, 1);
    assertThat(ExplainedRun.firing(resumed)).isEqualTo("STOP_LOSS 98 97.9 Tick");
    assertThat(resumed.commands().stream().map(InputFact::kind))
        .containsExactly("PositionRegistered", "TradingStateChanged", "TradingStateChanged");
  }

  @Test
  void shouldSayThatAQuoteDoesNotTouchWhereTradesDo() {
    EngineHarness engine = open(p -> p.stopPercent("2").targetPercent("4"));
    engine.tick("100").quote("X", "97", "105").quote("X", "96", "105");

    assertThat(ExplainedRun.touches(ExplainedRun.of(engine, 1)))
        .containsExactly("STOP TRIGGER_SOURCE 2 96 98");
  }

  @Test
  void shouldCountOnlyPricesSinceRegistrationAndKeepTheNearest() {
    EngineHarness engine = new EngineHarness().instrument("X");
    engine.tick("90").policy(p -> p.stopPercent("2").trailing("2").targetPercent("30"));
    engine.open(1, Side.LONG, "1", "100").after(SECOND);
    engine.tick("99").tick("110").tick("108").tick("109");

    PricePath prices = ExplainedRun.of(engine, 1).prices();

    assertThat(prices.count()).isEqualTo(4);
    assertThat(E8.format(prices.lowest().priceE8())).isEqualTo("99");
    assertThat(E8.format(prices.highest().priceE8())).isEqualTo("110");
    assertThat(E8.format(prices.last().priceE8())).isEqualTo("109");
    assertThat(E8.format(prices.nearestStop().priceE8())).isEqualTo("108");
    assertThat(E8.format(prices.nearestStop().levelE8())).isEqualTo("107.8");
    assertThat(E8.format(prices.nearestTarget().priceE8())).isEqualTo("110");
    assertThat(prices.lowest().timeNs()).isEqualTo(EngineHarness.START_NS + SECOND);
  }

  @Test
  void shouldSayWhatARuleThatDidNotActWaitsFor() {
    EngineHarness engine =
        open(
            p ->
                p.rule(RuleKind.ATR_STOP, 14, ONE, MINUTE, ONE, 2 * ONE)
                    .trailing("1", "5", "0")
                    .rule(RuleKind.MAX_AGE, MINUTE));
    engine.tick("101");

    List<RuleStatus> rules = ExplainedRun.of(engine, 1).rules();

    assertThat(rules.stream().map(RuleStatus::state))
        .containsExactly(
            RuleState.WAITING_FOR_PROFIT, RuleState.NOT_WARM, RuleState.WAITING_FOR_TIME);
    assertThat(rules.get(1).barsNeeded()).isEqualTo(14);
  }

  @Test
  void shouldKeepTheRulesAsTheyStoodAtTheExit() {
    EngineHarness engine = open(p -> p.stopPercent("2").rule(RuleKind.SUPERTREND, 2, ONE, MINUTE));
    engine.tick("97");
    minutes(engine, "97", "98", "99", "100");

    assertThat(ExplainedRun.of(engine, 1).rules().get(1).state()).isEqualTo(RuleState.NOT_WARM);
  }

  @Test
  void shouldFollowTheOrdersOfAnExitToItsProof() {
    EngineHarness engine = open(p -> p.stopPercent("2"));
    engine.tick("97").sent().reject(RejectKind.TRANSIENT);
    engine.timer().sent().ack().fill("0.4", "96").fill("95");

    Explanation proving = ExplainedRun.of(engine, 1);
    assertThat(proving.moment().exit()).isEqualTo(IntentState.PROVING);
    assertThat(proving.orders())
        .extracting(ExplainedOrder::status)
        .containsExactly("REJECTED", "FILLED");
    assertThat(E8.format(proving.orders().get(1).fillPriceE8())).isEqualTo("95.4");
    assertThat(proving.alerts())
        .extracting(AlertFact::kind)
        .containsExactly(AlertKind.EXIT_REJECTED);

    engine.flat();
    Explanation closed =
        ExplainedRun.of(engine, Question.ofOrder(proving.orders().get(1).clOrdId()));
    assertThat(closed.position().status()).isEqualTo(PositionStatus.CLOSED);
    assertThat(closed.order().attempt()).isEqualTo(2);
    assertThat(closed.firing()).isEqualTo(proving.firing());
  }

  @Test
  void shouldListAlertsAboutItsInstrumentAndNotThoseAboutOthers() {
    EngineHarness engine = open(p -> p.stopPercent("2"));
    engine.instrument("Y").tick("X", "-1").tick("Y", "-1").tick("X", "97").tick("X", "-2");

    Explanation explanation = ExplainedRun.of(engine, 1);

    assertThat(explanation.alerts())
        .extracting(AlertFact::kind)
        .containsExactly(AlertKind.BAD_TICK);
    assertThat(E8.format(explanation.alerts().get(0).first())).isEqualTo("-1");
    assertThat(explanation.prices().count()).isEqualTo(1);
    assertThat(explanation.touches()).isEmpty();
  }

  @Test
  void shouldTellAPartialExitFromTheWholeOne() {
    EngineHarness engine =
        open(p -> p.stopPercent("2").rule(RuleKind.PARTIAL, 5 * ONE, 0, 50 * ONE));
    engine.tick("106").ack().fill("106");

    Explanation explanation = ExplainedRun.of(engine, 1);

    assertThat(explanation.firing()).isNull();
    assertThat(explanation.orders())
        .extracting(ExplainedOrder::purpose)
        .containsExactly(ExplainedOrder.Purpose.PARTIAL);
    assertThat(E8.format(explanation.position().bookedE8())).isEqualTo("0.5");
  }

  @Test
  void shouldExplainTheMomentThatItIsAskedFor() {
    EngineHarness engine = open(p -> p.trailing("1"));
    engine.tick("101").after(SECOND).tick("102").after(SECOND).tick("103").after(SECOND);
    engine.tick("101");
    long startNs = EngineHarness.START_NS;

    Explanation then =
        ExplainedRun.of(
            engine, Question.ofPosition(1).between(startNs + SECOND, startNs + 2 * SECOND));

    assertThat(ExplainedRun.firing(then)).isEqualTo("open");
    assertThat(E8.format(then.position().levels().stopE8())).isEqualTo("101.97");
    assertThat(then.moment().timeNs()).isEqualTo(startNs + 2 * SECOND);
    assertThat(ExplainedRun.changes(then))
        .containsExactly(
            "STOP 99.99 -> 100.98 TRAILING_STOP",
            "WATERMARK 101 -> 102 Tick",
            "STOP 100.98 -> 101.97 TRAILING_STOP",
            "WATERMARK 102 -> 103 Tick");
    assertThat(ExplainedRun.of(engine, Question.ofPosition(1).between(0, startNs - 1))).isNull();
  }

  @Test
  void shouldBeginWithWhatASnapshotHolds() {
    EngineHarness before = open(p -> p.trailing("1"));
    before.tick("102");
    int inputs = before.rig().inputFrames().size();
    before.tick("103").tick("101");

    Explanation explanation = ExplainedRun.from(before, inputs, Question.ofPosition(1));

    assertThat(ExplainedRun.changes(explanation))
        .containsExactly("STOP 100.98 -> 101.97 TRAILING_STOP", "WATERMARK 102 -> 103 Tick");
    assertThat(ExplainedRun.firing(explanation)).isEqualTo("TRAILING_STOP 101.97 101 Tick");
    assertThat(explanation.position().symbol()).isEqualTo("X");
    assertThat(explanation.prices().count()).isEqualTo(2);
  }

  @Test
  void shouldNotTakeAnotherRulesTimeForItsOwn() {
    EngineHarness engine =
        open(p -> p.anyPriceAfter(30).rule(RuleKind.MAX_AGE, MINUTE).stopPercent("2"));
    engine.tick("101").timer();

    Explanation explanation = ExplainedRun.of(engine, 1);

    assertThat(ExplainedRun.firing(explanation)).isEqualTo("TIME null 101 TimerFired");
    assertThat(explanation.rules().get(2).kind()).isEqualTo(RuleKind.MAX_AGE);
    assertThat(explanation.rules().get(2).state()).isEqualTo(RuleState.WAITING_FOR_TIME);
  }

  @Test
  void shouldKnowNothingOfPositionsAndOrdersThatAreNotThere() {
    EngineHarness engine = open(p -> p.stopPercent("2"));

    assertThat(ExplainedRun.of(engine, 2)).isNull();
    assertThat(ExplainedRun.of(engine, Question.ofOrder("0000010000001000100E"))).isNull();
    assertThat(ExplainedRun.of(engine, Question.ofOrder("ZZZZZZZZZZZZZZZZZZZZ"))).isNull();
  }
}
