package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.MarketDesk;
import io.ripcord.testing.PolicyParts;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is known of markets is state: two runs that differ in one thing of it have other hashes, and
 * an engine that takes over in the middle of it goes on as the one before.
 */
class MarketStateHashTest {
  private record Pair(
      String name,
      UnaryOperator<PolicyParts> policy,
      BiConsumer<EngineHarness, MarketDesk> one,
      BiConsumer<EngineHarness, MarketDesk> other) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Pair pair(
      String name,
      UnaryOperator<PolicyParts> policy,
      BiConsumer<EngineHarness, MarketDesk> one,
      BiConsumer<EngineHarness, MarketDesk> other) {
    return new Pair(name, policy, one, other);
  }

  private static EngineHarness run(Pair pair, BiConsumer<EngineHarness, MarketDesk> steps) {
    EngineHarness engine = new EngineHarness().suspicious("X", "5", SECOND_NS);
    engine.policy(p -> pair.policy.apply(p.stopPercent("2")));
    MarketDesk desk = new MarketDesk(engine);
    desk.open(1, Side.LONG, 0, EngineHarness.START_NS + 50 * SECOND_NS);
    engine.tick("100");
    steps.accept(engine, desk);
    return engine;
  }

  static Stream<Pair> phases() {
    return Stream.of(
        pair("mark", p -> p, (e, d) -> d.mark("100"), (e, d) -> d.mark("101")),
        pair(
            "phase",
            p -> p,
            (e, d) -> d.phase(SessionPhase.HALT),
            (e, d) -> d.phase(SessionPhase.AUCTION)),
        pair(
            "start of the session",
            p -> p,
            (e, d) -> d.phase(SessionPhase.HALT).phase(SessionPhase.CONTINUOUS),
            (e, d) -> d.phase(SessionPhase.CLOSED).phase(SessionPhase.CONTINUOUS)),
        pair(
            "opening auction",
            p -> p,
            (e, d) -> d.phase(SessionPhase.HALT).phase(SessionPhase.AUCTION),
            (e, d) -> d.phase(SessionPhase.PRE_OPEN).phase(SessionPhase.AUCTION)),
        pair(
            "fresh",
            p -> p,
            (e, d) ->
                d.phase(SessionPhase.HALT).tick("99", "-", "-").phase(SessionPhase.CONTINUOUS),
            (e, d) ->
                d.phase(SessionPhase.HALT).phase(SessionPhase.CONTINUOUS).tick("99", "-", "-")),
        pair(
            "breach said",
            p -> p,
            (e, d) -> d.phase(SessionPhase.HALT).tick("97", "-", "-").tick("99", "-", "-"),
            (e, d) -> d.phase(SessionPhase.HALT).tick("99", "-", "-").tick("99", "-", "-")));
  }

  static Stream<Pair> trades() {
    UnaryOperator<PolicyParts> twice = p -> p.trigger(TriggerSource.DOUBLE_LAST);
    return Stream.of(
        pair("held trade", p -> p, (e, d) -> e.tick("90"), (e, d) -> e.tick("91")),
        pair(
            "held quantity",
            p -> p,
            (e, d) -> d.trade("90", 1, "1"),
            (e, d) -> d.trade("90", 1, "2")),
        pair(
            "held venue time",
            p -> p,
            (e, d) -> d.trade("90", 1, "1"),
            (e, d) -> d.trade("90", 2, "1")),
        pair("pair", twice, (e, d) -> d.trade("99", 1, "1"), (e, d) -> d.trade("99", 2, "1")),
        pair(
            "trade before",
            twice,
            (e, d) -> d.trade("99", 1, "1").trade("101", 2, "1"),
            (e, d) -> d.trade("98.5", 1, "1").trade("101", 2, "1")));
  }

  static Stream<Pair> times() {
    UnaryOperator<PolicyParts> book = p -> p.bookThrough(SECOND_NS);
    UnaryOperator<PolicyParts> squareOff = p -> p.rule(RuleKind.SQUARE_OFF, 1, E8.NULL, 1);
    return Stream.of(
        pair("book", book, (e, d) -> d.quote("90", "98"), (e, d) -> d.quote("90", "98.1")),
        pair(
            "last data",
            p -> p,
            (e, d) -> {
              d.quote("-", "-");
              e.after(1).signal(9);
            },
            (e, d) -> {
              e.signal(9).after(1);
              d.quote("-", "-");
            }),
        pair(
            "hold",
            p -> p.stale(1, StaleAction.HOLD),
            (e, d) -> e.timer().quote("X", "99", "101"),
            (e, d) -> e.after(SECOND_NS).quote("X", "99", "101").timer()),
        pair(
            "looked at",
            p -> p.evaluation(1L, null),
            (e, d) -> e.timer().tick("101"),
            (e, d) -> e.after(SECOND_NS).tick("101").timer()),
        pair(
            "square-off",
            squareOff,
            (e, d) -> {
              d.phase(SessionPhase.HALT);
              e.timer();
            },
            (e, d) -> {
              d.phase(SessionPhase.HALT);
              e.after(50 * SECOND_NS).tick("100");
            }));
  }

  @ParameterizedTest
  @MethodSource({"phases", "trades", "times"})
  void shouldDifferWhenOneThingDiffers(Pair pair) {
    EngineHarness one = run(pair, pair.one);
    EngineHarness other = run(pair, pair.other);

    assertThat(one.engine().stateHash()).isNotEqualTo(other.engine().stateHash());
    assertThat(run(pair, pair.one).engine().stateHash()).isEqualTo(one.engine().stateHash());
  }

  @ParameterizedTest
  @MethodSource({"phases", "trades", "times"})
  void shouldGoOnFromAnywhere(Pair pair) {
    for (BiConsumer<EngineHarness, MarketDesk> steps : List.of(pair.one, pair.other)) {
      EngineHarness live = run(pair, steps.andThen(MarketStateHashTest::end));
      List<byte[]> inputs = live.rig().inputFrames();
      for (int at = 0; at <= inputs.size(); at++) {
        EngineRig first = new EngineRig(8, false).replay(inputs.subList(0, at));
        EngineRig second = new EngineRig(8, false).takeOver(first);
        second.replay(inputs.subList(at, inputs.size()));
        List<String> said = live.rig().decisionFrames();
        int before = said.size() - second.decisionFrames().size();
        assertThat(second.decisionFrames()).isEqualTo(said.subList(before, said.size()));
        assertThat(second.engine().nextDeadlineNs()).isEqualTo(live.engine().nextDeadlineNs());
      }
    }
  }

  /** What brings to light whatever was pending. */
  private static void end(EngineHarness engine, MarketDesk desk) {
    engine.after(SECOND_NS / 2).quote("X", "99", "100");
    desk.mark("99").phase(SessionPhase.CONTINUOUS).tick("99", "98", "100").tick("101", "98", "100");
    engine.after(SECOND_NS).tick("99.5").after(5 * SECOND_NS).tick("97");
  }
}
