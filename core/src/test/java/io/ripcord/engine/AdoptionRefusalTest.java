package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import io.ripcord.testing.Operator;
import io.ripcord.testing.PolicyParts;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another policy that a position cannot have: said with the reason, and nothing changes. */
class AdoptionRefusalTest {
  private static final long SECOND = EngineHarness.SECOND_NS;
  private static final long ONE = Percent.ONE;

  private final EngineHarness engine =
      new EngineHarness().instrument("X").policy(p -> p.stopPercent("5").targetPercent("9"));

  private final Operator operator = new Operator(engine);

  private void shouldRefuse(long id, int policyId, Refusal refusal, String value) {
    engine.clear();
    operator.adopt(id, policyId);
    engine.assertDecisions(
        "alert COMMAND_REFUSED position=%d first=%d second=%d"
            .formatted(id, refusal.code(), E8.parse(value)));
  }

  /** A policy that the position cannot have leaves it as it was. */
  private void shouldBreach(UnaryOperator<PolicyParts> parts, String level) {
    engine.policy(1, parts);
    String stop = engine.stop(1);

    shouldRefuse(1, 1, Refusal.BREACHED, level);

    assertThat(engine.stop(1)).isEqualTo(stop);
    assertThat(engine.position(1).policyId()).isZero();
    assertThat(engine.engine().view().rules(engine.position(1), engine.nowNs()))
        .map(rule -> rule.kind())
        .containsExactly(RuleKind.STOP_LOSS, RuleKind.TAKE_PROFIT);
  }

  @Test
  void shouldRefuseWhatIsUnknown() {
    engine.open(1, Side.LONG, "1", "100").tick("100");

    shouldRefuse(2, 0, Refusal.UNKNOWN_POSITION, "0");
    shouldRefuse(1, 7, Refusal.UNKNOWN_POLICY, "0");
    shouldRefuse(1, -1, Refusal.UNKNOWN_POLICY, "0");
  }

  @Test
  void shouldRefuseAnExitInFlightAndWhatHasLeft() {
    engine.open(1, Side.LONG, "1", "100").tick("100").tick("95");
    engine.policy(1, p -> p.stopPercent("9"));

    shouldRefuse(1, 1, Refusal.NOT_OPEN, "0");
  }

  @Test
  void shouldRefuseAfterTheExit() {
    engine.open(1, Side.LONG, "1", "100").tick("100").tick("95").sent().fill("95").flat();
    engine.policy(1, p -> p.stopPercent("9"));

    shouldRefuse(1, 1, Refusal.NOT_OPEN, "0");
  }

  @Test
  void shouldRefuseTheVersionThatItHas() {
    engine.open(1, Side.LONG, "1", "100").tick("100");

    shouldRefuse(1, 0, Refusal.SAME_POLICY, "0");
  }

  @ParameterizedTest
  @CsvSource({"LONG, 96, 97", "LONG, 97, 97", "SHORT, 104, 103", "SHORT, 103, 103"})
  void shouldRefuseAStopThatTheNewestPriceHasReached(Side side, String price, String stop) {
    engine.open(1, side, "1", "100").tick(price);

    shouldBreach(p -> p.stopPercent("3"), stop);
  }

  @Test
  void shouldRefuseAHardStopThatTheNewestPriceHasReached() {
    engine.open(1, Side.LONG, "1", "100").tick("97");

    shouldBreach(p -> p.rule(RuleKind.HARD_STOP, 2 * ONE), "98");
  }

  @Test
  void shouldRefuseATrailingStopThatTheNewestPriceHasReached() {
    engine.open(1, Side.LONG, "1", "100").tick("108").tick("104");

    shouldBreach(p -> p.trailing("2", "5", "0"), "105.84");
  }

  @Test
  void shouldRefuseAnAgeThatPutsTheStopPastTheNewestPrice() {
    engine.open(1, Side.LONG, "1", "100").tick("98").after(60 * SECOND);

    shouldBreach(p -> p.rule(RuleKind.TIME_TIGHTEN, 30 * SECOND, ONE), "99");
  }

  @Test
  void shouldLeaveAStopThatNoPriceCountsAgainstToTheNextOne() {
    engine.open(1, Side.LONG, "1", "100").tick("97");
    MarketDesk desk = new MarketDesk(engine);
    desk.phase(SessionPhase.CLOSED);
    engine.policy(1, p -> p.stopPercent("2"));

    operator.adopt(1, 1);
    assertThat(engine.stop(1)).isEqualTo("98");

    desk.phase(SessionPhase.CONTINUOUS);
    engine.clear().tick("97.5");
    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=98 trigger=97.5 attempt=1");
  }

  @Test
  void shouldSayInAdvanceWhatItWouldDo() {
    engine.open(1, Side.LONG, "1", "100").tick("100");
    engine.policy(1, p -> p.stopPercent("7").targetPercent("3").version(4));
    long hash = engine.engine().stateHash();

    AdoptedLevels levels = engine.engine().adopted(1, 1, E8.NULL, engine.nowNs());

    assertThat(levels)
        .isEqualTo(
            new AdoptedLevels(
                4,
                E8.parse("95"),
                E8.NULL,
                E8.parse("103"),
                E8.NULL,
                E8.parse("93"),
                E8.parse("100")));
    assertThat(engine.engine().adopted(1, 0, E8.NULL, engine.nowNs())).isNull();
    assertThat(engine.engine().stateHash()).isEqualTo(hash);
  }

  @Test
  void shouldKeepNoIndicatorForAQuestion() {
    engine.open(1, Side.LONG, "1", "100").tick("100");
    engine.policy(
        1, p -> p.rule(RuleKind.ATR_STOP, 14, 2_000_000, 60 * SECOND, ONE, 2 * ONE).version(4));
    long hash = engine.engine().stateHash();

    AdoptedLevels levels = engine.engine().adopted(1, 1, E8.NULL, engine.nowNs());

    assertThat(levels.stopE8()).isEqualTo(E8.parse("98"));
    assertThat(engine.engine().stateHash()).isEqualTo(hash);
  }
}
