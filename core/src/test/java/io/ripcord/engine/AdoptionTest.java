package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ExecType;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import io.ripcord.rule.RuleKind;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.Operator;
import io.ripcord.testing.PolicyParts;
import io.ripcord.testing.RecordedDecisions.EntryOrder;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Another policy for an open position, rule by rule: what the market and the trader made of the
 * position stays, what rules made of it begins anew, and a stop only tightens. Policy 0 is the old
 * one, policy 1 the new one; a short position is the mirror of a long one at 100.
 */
class AdoptionTest {
  private static final long SECOND = EngineHarness.SECOND_NS;
  private static final long ONE = Percent.ONE;
  private static final long FACTOR = 1_000_000;
  private static final long NO = E8.NULL;

  private final EngineHarness engine = new EngineHarness().instrument("X", "0.01", "1", "1");
  private final Operator operator = new Operator(engine);

  private void open(Side side, String quantity, UnaryOperator<PolicyParts> old) {
    engine.policy(old).open(1, side, quantity, "100");
  }

  private void open(UnaryOperator<PolicyParts> old) {
    open(Side.LONG, "10", old);
  }

  private EngineHarness adopt(UnaryOperator<PolicyParts> parts) {
    engine.policy(1, parts).clear();
    operator.adopt(1, 1);
    assertThat(engine.decisions().alertKinds()).first().isEqualTo(AlertKind.POLICY_ADOPTED);
    return engine;
  }

  private Position position() {
    return engine.position(1);
  }

  private void shouldLeaveFor(String reason, String level, String price) {
    assertThat(engine.decisions().lastOrder().toString())
        .isEqualTo(
            "order 1 LONG %s %s level=%s trigger=%s attempt=1"
                .formatted(E8.format(position().openQuantityE8()), reason, level, price));
  }

  @Test
  void shouldSayWhichPolicyTookTheirPlace() {
    open(p -> p.stopPercent("5"));

    engine.tick("100");
    adopt(p -> p.stopPercent("3"));

    engine.assertDecisions("alert POLICY_ADOPTED position=1 first=0 second=1");
    assertThat(position().policyId()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  5, 3, 97,  97", "LONG,  3, 5, 97,  95", "LONG,  4, 4, 96,  96",
    "SHORT, 5, 3, 103, 103", "SHORT, 3, 5, 103, 105", "SHORT, 4, 4, 104, 104",
  })
  void shouldTakeTheTighterStop(Side side, String old, String fresh, String stop, String own) {
    open(side, "1", p -> p.stopPercent(old));
    engine.tick("100");

    adopt(p -> p.stopPercent(fresh));

    assertThat(engine.stop(1)).isEqualTo(stop);
    assertThat(E8.format(position().firstStopE8())).isEqualTo(own);
    engine.clear().tick(stop);
    engine.assertOrders(
        "order 1 %s 1 STOP_LOSS level=%s trigger=%s attempt=1".formatted(side, stop, stop));
  }

  @Test
  void shouldKeepTheClassOfAStopThatStays() {
    open(p -> p.trailing("1"));
    engine.tick("110");

    adopt(p -> p.stopPercent("5")).tick("108.9");

    shouldLeaveFor("TRAILING_STOP", "108.9", "108.9");
  }

  @Test
  void shouldCallAStopFirstSetThatIsTighterThanOneThatMoved() {
    open(p -> p.trailing("5"));
    engine.tick("110");

    adopt(p -> p.stopPrice("108")).tick("108");

    shouldLeaveFor("STOP_LOSS", "108", "108");
  }

  @Test
  void shouldKeepTheStopOfAPolicyThatHadOneWhenTheNewOneHasNone() {
    open(p -> p.stopPercent("5").rule(RuleKind.HARD_STOP, 6 * ONE));

    adopt(p -> p.targetPercent("9"));

    assertThat(engine.stop(1)).isEqualTo("95");
    assertThat(E8.format(position().hardStopE8())).isEqualTo("94");
    assertThat(position().firstStopE8()).isEqualTo(E8.NULL);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 6, 8, 94", "LONG, 8, 6, 94", "SHORT, 6, 8, 106", "SHORT, 8, 6, 106"})
  void shouldTakeTheTighterHardStop(Side side, long old, long fresh, String level) {
    open(side, "1", p -> p.rule(RuleKind.HARD_STOP, old * ONE));

    adopt(p -> p.rule(RuleKind.HARD_STOP, fresh * ONE));

    assertThat(E8.format(position().hardStopE8())).isEqualTo(level);
  }

  @Test
  void shouldHaveTheTargetOfTheNewPolicyOrNone() {
    open(p -> p.stopPercent("5").targetPercent("4"));

    adopt(p -> p.stopPercent("5"));

    assertThat(engine.target(1)).isEqualTo("null");
    operator.adopt(1, 0);
    assertThat(engine.target(1)).isEqualTo("104");
  }

  @Test
  void shouldLeaveATargetThatIsReachedToTheNextPrice() {
    open(p -> p.stopPercent("5"));
    engine.tick("106");

    adopt(p -> p.stopPercent("5").targetPercent("4"));
    engine.assertOrders();

    engine.tick("105.5");
    shouldLeaveFor("TAKE_PROFIT", "104", "105.5");
  }

  @Test
  void shouldTrailFromTheBestPriceSinceRegistrationAtOnce() {
    open(p -> p.stopPercent("5"));
    engine.tick("120").tick("119");

    adopt(p -> p.trailing("2", "15", "0"));
    assertThat(engine.stop(1)).isEqualTo("117.6");
    assertThat(engine.watermark(1)).isEqualTo("120");

    engine.tick("117.6");
    shouldLeaveFor("TRAILING_STOP", "117.6", "117.6");
  }

  @Test
  void shouldTrailByTicksAndAverageRangeFromTheBestPriceToo() {
    open(p -> p.rule(RuleKind.ATR_STOP, 1, 2 * FACTOR, SECOND, ONE, 9 * ONE));
    engine.tick("120").tick("118").tick("120").after(SECOND).tick("119");

    adopt(p -> p.rule(RuleKind.TRAILING_ATR, 1, 3 * FACTOR, SECOND, 0, 0, NO, NO));
    assertThat(engine.stop(1)).isEqualTo("114");

    engine.policy(2, p -> p.rule(RuleKind.TRAILING_TICKS, 300, 0, 0, NO, NO));
    operator.adopt(1, 2);
    assertThat(engine.stop(1)).isEqualTo("117");
  }

  @ParameterizedTest
  @CsvSource({"112, 112, 102", "112, 109, 95"})
  void shouldLockInAProfitThatIsThereAndNoneThatWas(String best, String now, String stop) {
    open(p -> p.stopPercent("5"));
    engine.tick(best).tick(now);

    adopt(p -> p.rule(RuleKind.BREAK_EVEN, 10 * ONE, 2 * ONE));

    assertThat(engine.stop(1)).isEqualTo(stop);
  }

  @ParameterizedTest
  @CsvSource({"75, 2", "60, 1"})
  void shouldBookOnlyWhatIsMissing(long close, String missing) {
    open(p -> p.stopPercent("5").rule(RuleKind.PARTIAL, 5 * ONE, 0, 50 * ONE));
    engine.tick("106").sent().fill("106");
    assertThat(E8.format(position().bookedE8())).isEqualTo("5");

    adopt(p -> p.stopPercent("5").rule(RuleKind.PARTIAL, 5 * ONE, 0, close * ONE));
    engine.assertOrders();
    engine.tick("106");

    engine.assertOrders(
        "order 1 LONG %s PARTIAL level=105 trigger=106 attempt=2".formatted(missing));
  }

  @Test
  void shouldSayThatARungHasNothingLeftToBook() {
    open(p -> p.stopPercent("5").rule(RuleKind.PARTIAL, 5 * ONE, 0, 50 * ONE));
    engine.tick("106").sent().fill("106");

    adopt(p -> p.stopPercent("4").rule(RuleKind.PARTIAL, 5 * ONE, 0, 50 * ONE)).tick("106");

    engine.assertOrders();
    assertThat(engine.decisions().alertKinds()).contains(AlertKind.RUNG_SKIPPED);
  }

  /** What was ordered to be added is filled at this price. */
  private void fillEntry(String price) {
    EntryOrder order = engine.decisions().last(EntryOrder.class);
    engine
        .venue()
        .publisher()
        .executionReport(
            engine.nowNs(),
            order.clOrdIdHigh(),
            order.clOrdIdLow(),
            ExecType.TRADE,
            1,
            order.quantityE8(),
            E8.parse(price),
            order.quantityE8(),
            0,
            RejectKind.NONE);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1"})
  void shouldCountWhatAnEarlierPolicyAdded(long maxAdds, int more) {
    open(p -> p.rule(RuleKind.SCALE_IN, ONE, 50 * ONE, 1, ONE, NO, 1, SECOND));
    engine.tick("100").after(SECOND).tick("103").after(SECOND).tick("106");
    fillEntry("106");
    assertThat(position().adds()).isEqualTo(1);

    adopt(p -> p.rule(RuleKind.SCALE_IN, ONE, 50 * ONE, 1, ONE, NO, maxAdds, SECOND));
    engine.after(SECOND).tick("112").after(SECOND).tick("118");

    assertThat(position().adds()).isEqualTo(1 + more);
  }

  @Test
  void shouldTakeTheAverageEntryForItsLevels() {
    open(p -> p.rule(RuleKind.SCALE_IN, ONE, 100 * ONE, 1, ONE, NO, 1, SECOND));
    engine.tick("100").after(SECOND).tick("103").after(SECOND).tick("106");
    fillEntry("110");

    adopt(p -> p.stopPercent("10"));

    assertThat(engine.stop(1)).isEqualTo("94.5");
  }

  @Test
  void shouldForgetWhatVolatilityDividedBy() {
    open(p -> p.stopPercent("9").rule(RuleKind.VOLATILITY, 1, 3, FACTOR + 1, NO, SECOND));
    for (String price : new String[] {"100", "100.1", "100", "103", "100", "100"}) {
      engine.tick(price).after(SECOND);
    }
    assertThat(position().divisorE6()).isNotEqualTo(FACTOR);

    adopt(p -> p.trailing("4"));

    assertThat(position().divisorE6()).isEqualTo(FACTOR);
  }

  @Test
  void shouldSetAnAverageRangeStopByItsFallbackUntilItIsWarm() {
    open(p -> p.stopPercent("9"));
    engine.tick("100");

    adopt(p -> p.rule(RuleKind.ATR_STOP, 1, FACTOR, SECOND, ONE, 4 * ONE));
    assertThat(engine.stop(1)).isEqualTo("96");

    engine.after(SECOND).tick("99").after(SECOND).tick("99");
    assertThat(engine.stop(1)).isEqualTo("99");
  }

  @Test
  void shouldSetAnAverageRangeStopAtOnceWhenItIsWarm() {
    open(p -> p.stopPercent("9").rule(RuleKind.TRAILING_ATR, 1, 9 * FACTOR, SECOND, 0, 0, NO, NO));
    engine.tick("100").tick("98").tick("100").after(SECOND).tick("100").after(SECOND);

    adopt(p -> p.rule(RuleKind.ATR_STOP, 1, FACTOR, SECOND, ONE, 4 * ONE));

    assertThat(engine.stop(1)).isEqualTo("98");
  }

  @Test
  void shouldMeasureTheRiskByTheNewPolicysOwnStop() {
    open(p -> p.stopPercent("2"));

    adopt(p -> p.stopPercent("5").rule(RuleKind.RISK_REWARD, 0, 2 * FACTOR, FACTOR, 3 * FACTOR));

    assertThat(engine.stop(1)).isEqualTo("98");
    assertThat(engine.target(1)).isEqualTo("110");
  }

  @Test
  void shouldDropACrossAndATimeThatWaitAndKeepASignalThatIsStillTaken() {
    open(p -> p.stopPercent("5").signalExit().rule(RuleKind.MAX_AGE, SECOND));
    engine.tick("100");
    operator.state(TradingState.HALTED);
    engine.after(SECOND).timer().signal("X");

    adopt(p -> p.stopPercent("5").signalExit());
    operator.state(TradingState.ACTIVE);

    shouldLeaveFor("SIGNAL", "null", "100");
  }

  @Test
  void shouldDropASignalThatTheNewPolicyDoesNotTake() {
    open(p -> p.stopPercent("5").signalExit());
    engine.tick("100");
    operator.state(TradingState.HALTED);
    engine.signal("X");

    adopt(p -> p.stopPercent("4"));
    operator.state(TradingState.ACTIVE);

    engine.tick("100").assertOrders();
    assertThat(position().hasPending()).isFalse();
  }

  @Test
  void shouldLetAnOrderUnderWayFinish() {
    open(p -> p.stopPercent("5"));
    engine.tick("100");
    operator.close(1, "4");
    engine.sent();

    engine.policy(1, p -> p.stopPercent("3"));
    operator.adopt(1, 1);
    engine.fill("100");

    assertThat(E8.format(position().openQuantityE8())).isEqualTo("6");
    engine.clear().tick("97");
    shouldLeaveFor("STOP_LOSS", "97", "97");
  }

  @Test
  void shouldTakeTheNewestVersionOfItsOwnPolicy() {
    open(p -> p.stopPercent("5"));
    engine.policy(0, p -> p.version(2).stopPercent("3"));

    operator.adopt(1, 0);

    assertThat(engine.stop(1)).isEqualTo("97");
    assertThat(engine.engine().view().policy(position()).version()).isEqualTo(2);
  }
}
