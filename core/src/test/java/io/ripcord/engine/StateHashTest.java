package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.ExecType;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.Operator;
import io.ripcord.testing.PolicyParts;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.OrderQuery;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of runs that differ in one thing that a later decision could depend on. */
class StateHashTest {
  private record Pair(String name, Consumer<EngineHarness> one, Consumer<EngineHarness> other) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Pair pair(
      String name, Consumer<EngineHarness> one, Consumer<EngineHarness> other) {
    return new Pair(name, one, other);
  }

  private static EngineHarness run(Consumer<EngineHarness> steps) {
    EngineHarness engine = new EngineHarness();
    steps.accept(engine);
    return engine;
  }

  @ParameterizedTest
  @MethodSource({"definitions", "market", "positions", "exits", "proofs", "doubts", "commands"})
  void shouldDifferWhenOneThingDiffers(Pair pair) {
    EngineHarness one = run(pair.one);
    EngineHarness other = run(pair.other);

    assertThat(one.rig().inputFrames()).hasSameSizeAs(other.rig().inputFrames());
    assertThat(one.nowNs()).isEqualTo(other.nowNs());
    assertThat(one.engine().stateHash()).isNotEqualTo(other.engine().stateHash());
    assertThat(run(pair.one).engine().stateHash()).isEqualTo(one.engine().stateHash());
    assertThat(run(pair.other).engine().stateHash()).isEqualTo(other.engine().stateHash());
  }

  private static Pair policies(
      String name, UnaryOperator<PolicyParts> one, UnaryOperator<PolicyParts> other) {
    return pair(name, e -> e.instrument("X").policy(one), e -> e.instrument("X").policy(other));
  }

  private static void half(EngineHarness engine, int parts, long percentE6) {
    DefinitionPublisher definitions =
        new DefinitionPublisher(engine.rig().sink(), Sources.CONFIGURATION);
    definitions.policyBegin(engine.nowNs(), 0, 1, 1, parts, false);
    definitions.rule(
        engine.nowNs(), 0, 0, new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, percentE6, E8.NULL));
  }

  private static void start(EngineHarness engine, int instance) {
    new NodePublisher(engine.rig().sink(), Sources.NODE)
        .engineStarted(engine.nowNs(), instance, 2, 1, 1, "", new byte[32]);
  }

  static Stream<Pair> definitions() {
    return Stream.of(
        pair("epoch", e -> e.restart(2), e -> e.restart(3)),
        pair("instance", e -> start(e, 1), e -> start(e, 2)),
        pair(
            "price increment",
            e -> e.instrument("X", "0.01", "1", "1"),
            e -> e.instrument("X", "0.05", "1", "1")),
        pair(
            "lot",
            e -> e.instrument("X", "0.01", "1", "1"),
            e -> e.instrument("X", "0.01", "75", "1")),
        pair(
            "multiplier",
            e -> e.instrument("X", "0.01", "1", "1"),
            e -> e.instrument("X", "0.01", "1", "2")),
        policies("policy version", p -> p.version(1), p -> p.version(2)),
        policies("signal exit", p -> p, PolicyParts::signalExit),
        policies("stop percent", p -> p.stopPercent("1"), p -> p.stopPercent("2")),
        policies("stop price", p -> p.stopPrice("1"), p -> p.stopPrice("2")),
        policies("stop kind", p -> p.stopPercent("1"), p -> p.stopPrice("0.01")),
        policies("stop ticks", p -> p.stopTicks(1), p -> p.stopTicks(2)),
        policies("target percent", p -> p.targetPercent("1"), p -> p.targetPercent("2")),
        policies("target price", p -> p.targetPrice("1"), p -> p.targetPrice("2")),
        policies("target for stop", p -> p.targetPrice("1"), p -> p.stopPrice("1")),
        policies("rung time", p -> p.rung(60, "1"), p -> p.rung(61, "1")),
        policies("rung percent", p -> p.rung(60, "1"), p -> p.rung(60, "2")),
        policies("rung any", p -> p.rung(60, "1"), p -> p.anyPriceAfter(60)),
        policies("trailing", p -> p.trailing("1"), p -> p.trailing("2")),
        policies("activate", p -> p.trailing("1", "1", "0"), p -> p.trailing("1", "2", "0")),
        policies("step", p -> p.trailing("1", "0", "1"), p -> p.trailing("1", "0", "2")),
        policies(
            "tighten at",
            p -> p.trailing("1", "0", "0", "2", "0.5"),
            p -> p.trailing("1", "0", "0", "3", "0.5")),
        policies(
            "tighten percent",
            p -> p.trailing("1", "0", "0", "2", "0.5"),
            p -> p.trailing("1", "0", "0", "2", "0.6")),
        pair("draft size", e -> half(e, 2, Percent.ONE), e -> half(e, 3, Percent.ONE)),
        pair("draft part", e -> half(e, 2, Percent.ONE), e -> half(e, 2, 2 * Percent.ONE)));
  }

  private static EngineHarness open(EngineHarness engine, UnaryOperator<PolicyParts> policy) {
    return engine.instrument("X").policy(policy).open(1, Side.LONG, "1", "100");
  }

  private static Pair market(
      String name, Consumer<EngineHarness> one, Consumer<EngineHarness> two) {
    UnaryOperator<PolicyParts> policy = p -> p.stopPercent("50").trailing("9").signalExit();
    return pair(
        name,
        e -> one.accept(open(e, policy).tick("100")),
        e -> two.accept(open(e, policy).tick("100")));
  }

  static Stream<Pair> market() {
    return Stream.of(
        market("time", e -> e.after(0).tick("100").after(1), e -> e.after(1).tick("100")),
        market("last", e -> e.tick("99"), e -> e.tick("98")),
        market("bid", e -> e.quote("X", "98", "101"), e -> e.quote("X", "99", "101")),
        market("ask", e -> e.quote("X", "98", "101"), e -> e.quote("X", "98", "102")),
        market("watermark", e -> e.tick("101").tick("99"), e -> e.tick("102").tick("99")),
        market(
            "bad ticks",
            e -> e.market().tick(e.nowNs(), 0, e.nowNs(), 0, 0, E8.NULL, E8.NULL),
            e -> e.market().tick(e.nowNs(), 0, e.nowNs(), E8.NULL, 0, E8.NULL, E8.NULL)),
        market(
            "unknown ticks",
            e -> e.market().tick(e.nowNs(), 9, e.nowNs(), E8.ONE, 0, E8.NULL, E8.NULL),
            e -> e.market().tick(e.nowNs(), 0, e.nowNs(), E8.NULL, 0, E8.NULL, E8.NULL)));
  }

  private static Pair positions(
      String name, Consumer<EngineHarness> one, Consumer<EngineHarness> two) {
    Consumer<EngineHarness> define =
        e ->
            e.instrument("W")
                .instrument("X")
                .policy(p -> p.rung(60, "2").anyPriceAfter(90).signalExit())
                .policy(p -> p.rung(60, "2").anyPriceAfter(90).signalExit());
    return pair(name, define.andThen(one), define.andThen(two));
  }

  private static void register(EngineHarness engine, int policyId) {
    new CommandPublisher(engine.rig().sink(), Sources.COMMAND)
        .positionRegistered(engine.nowNs(), 1, 0, Side.LONG, E8.ONE, E8.ONE, E8.ONE, policyId);
  }

  static Stream<Pair> positions() {
    return Stream.of(
        positions(
            "id", e -> e.open(1, Side.LONG, "1", "100"), e -> e.open(2, Side.LONG, "1", "100")),
        positions(
            "side", e -> e.open(1, Side.LONG, "1", "100"), e -> e.open(1, Side.SHORT, "1", "100")),
        positions(
            "quantity",
            e -> e.open(1, Side.LONG, "1", "100"),
            e -> e.open(1, Side.LONG, "2", "100")),
        positions(
            "entry", e -> e.open(1, Side.LONG, "1", "100"), e -> e.open(1, Side.LONG, "1", "101")),
        positions(
            "instrument",
            e -> e.open(1, "W", Side.LONG, "1", "100"),
            e -> e.open(1, "X", Side.LONG, "1", "100")),
        positions("policy", e -> register(e, 0), e -> register(e, 1)),
        positions("refused", e -> register(e, 0), e -> register(e, 2)),
        positions(
            "time of registration",
            e -> e.open(1, Side.LONG, "1", "100").after(1).tick("100"),
            e -> e.after(1).open(1, Side.LONG, "1", "100").tick("100")),
        positions(
            "order of registration",
            e -> e.open(1, Side.LONG, "1", "100").open(2, Side.LONG, "1", "100"),
            e -> e.open(2, Side.LONG, "1", "100").open(1, Side.LONG, "1", "100")),
        positions(
            "priced",
            e -> e.tick("W", "100").open(1, "W", Side.LONG, "1", "100").quote("W", "1", "2"),
            e -> e.open(1, "W", Side.LONG, "1", "100").tick("W", "100").quote("W", "1", "2")),
        positions(
            "signalled",
            e -> e.open(1, "X", Side.LONG, "1", "100").signal("X"),
            e -> e.open(1, "X", Side.LONG, "1", "100").signal("W")),
        positions("rung", e -> atRung(e).timer(), e -> atRung(e).quote("X", "1", "2")),
        positions(
            "any price",
            e -> atRung(e).timer().timer(),
            e -> atRung(e).timer().after(30_000_000_000L).quote("X", "1", "2")));
  }

  private static EngineHarness atRung(EngineHarness engine) {
    return engine.open(1, Side.LONG, "1", "100").after(60_000_000_000L);
  }

  static Stream<Pair> exits() {
    return Stream.of(
        exits("level", e -> e.tick("102").tick("90"), e -> e.tick("103").tick("90")),
        exits("trigger price", e -> e.tick("97").tick("99"), e -> e.tick("98").tick("99")),
        exits(
            "trigger time",
            e -> e.tick("98").after(1).tick("98"),
            e -> e.after(1).tick("98").tick("98")),
        exits("sent", e -> e.tick("98").sent(), e -> e.tick("98").tick("98")),
        exits("acknowledged", e -> e.tick("98").ack(), e -> e.tick("98").sent()),
        exits(
            "kind of reject",
            e -> e.tick("98").reject(RejectKind.TRANSIENT),
            e -> e.tick("98").reject(RejectKind.PERMANENT)),
        exits(
            "time of reject",
            e -> e.tick("98").reject(RejectKind.TRANSIENT).after(1).tick("98"),
            e -> e.tick("98").after(1).reject(RejectKind.TRANSIENT).tick("98")),
        exits(
            "filled quantity",
            e -> e.tick("98").fill("0.4", "97"),
            e -> e.tick("98").fill("0.5", "97")),
        exits(
            "fill prices behind one average",
            e -> e.tick("98").fill("0.3", "97.00000001").fill("0.6", "97"),
            e -> e.tick("98").fill("0.3", "97").fill("0.6", "97")),
        exits("sum of a fill", e -> fillOfAttempt(e, 1, "0.4"), e -> fillOfAttempt(e, 1, "0.6")),
        exits("attempt of a fill", e -> lateFill(e, 1), e -> lateFill(e, 2)),
        exits("execution id", e -> acknowledge(e, 5), e -> acknowledge(e, 6)));
  }

  private static Pair exits(String name, Consumer<EngineHarness> one, Consumer<EngineHarness> two) {
    UnaryOperator<PolicyParts> policy = p -> p.stopPercent("2").trailing("1", "1.5", "0");
    return pair(name, e -> one.accept(open(e, policy)), e -> two.accept(open(e, policy)));
  }

  private static void fillOfAttempt(EngineHarness engine, int attempt, String cum) {
    engine.tick("98");
    report(engine, attempt, ExecType.TRADE, 9, "0.4", cum);
  }

  private static void lateFill(EngineHarness engine, int attempt) {
    engine.tick("98").reject(RejectKind.TRANSIENT).timer();
    report(engine, attempt, ExecType.TRADE, 9, "0.4", "0");
  }

  private static void acknowledge(EngineHarness engine, long execId) {
    engine.tick("98");
    report(engine, 1, ExecType.NEW, execId, "0", "0");
  }

  private static void report(
      EngineHarness engine, int attempt, ExecType type, long execId, String last, String cum) {
    ExitOrder order = engine.decisions().orders().get(attempt - 1);
    engine
        .venue()
        .report(
            engine.nowNs(),
            order,
            type,
            execId,
            E8.parse(last),
            97 * E8.ONE,
            E8.parse(cum),
            E8.ONE,
            RejectKind.NONE);
  }

  private static Pair proofs(
      String name, Consumer<EngineHarness> one, Consumer<EngineHarness> two) {
    UnaryOperator<PolicyParts> policy = p -> p.stopPercent("2");
    return pair(
        name,
        e -> one.accept(open(e, policy).tick("98").fill("97")),
        e -> two.accept(open(e, policy).tick("98").fill("97")));
  }

  private static void answer(EngineHarness engine, int rows, long otherRow, String net) {
    long queryId = engine.decisions().queries().get(0).queryId();
    engine.venue().publisher().venuePositionsBegin(engine.nowNs(), queryId, rows);
    engine
        .venue()
        .publisher()
        .venuePosition(engine.nowNs(), queryId + otherRow, 1, 0, E8.parse(net));
  }

  static Stream<Pair> proofs() {
    return Stream.of(
        proofs("answered", EngineHarness::flat, e -> e.venue().flat(e.nowNs(), 0)),
        proofs("rows announced", e -> answer(e, 1, 0, "1"), e -> answer(e, 2, 0, "1")),
        proofs("rows seen", e -> answer(e, 1, 0, "0"), e -> answer(e, 1, 7, "0")),
        proofs("net of the answer", e -> answer(e, 1, 0, "1"), e -> answer(e, 1, 0, "0")),
        proofs(
            "questions asked",
            EngineHarness::timer,
            e -> e.after(500_000_000).quote("X", "1", "2")));
  }

  private static Pair doubts(
      String name, Consumer<EngineHarness> one, Consumer<EngineHarness> two) {
    return proofs(
        name,
        e -> one.accept(e.open(2, Side.LONG, "1", "100").tick("98")),
        e -> two.accept(e.open(2, Side.LONG, "1", "100").tick("98")));
  }

  private static void answer(EngineHarness engine, OrdStatus status, String cum) {
    OrderQuery query = engine.decisions().last(OrderQuery.class);
    engine.venue().status(engine.nowNs(), query, status, E8.parse(cum), 0);
  }

  static Stream<Pair> doubts() {
    return Stream.of(
        doubts("in doubt", e -> new Operator(e).connected(), e -> new Operator(e).disconnected()),
        doubts(
            "answered",
            e -> answer(e.restart(2), OrdStatus.NEW, "0"),
            e -> answer(e.restart(2), OrdStatus.CANCELED, "0")),
        doubts(
            "sum of an answer",
            e -> answer(e.restart(2), OrdStatus.PARTIALLY_FILLED, "0.1"),
            e -> answer(e.restart(2), OrdStatus.PARTIALLY_FILLED, "0.2")),
        doubts("absent", e -> absent(e.restart(2), 0), e -> absent(e.restart(2), 1)),
        doubts(
            "acknowledged",
            e -> report(e.restart(2), 1, ExecType.NEW, 77, "0", "0"),
            e -> report(e.restart(2), 2, ExecType.NEW, 77, "0", "0")));
  }

  private static void absent(EngineHarness engine, long otherQuery) {
    OrderQuery asked = engine.decisions().last(OrderQuery.class);
    long queryId = asked.queryId() + otherQuery;
    OrderQuery query = new OrderQuery(0, queryId, 0, 0, asked.clOrdIdHigh(), asked.clOrdIdLow());
    engine.venue().status(engine.nowNs(), query, OrdStatus.UNKNOWN_ORDER, 0, 0);
  }

  private static Pair commands(String name, Consumer<Operator> one, Consumer<Operator> two) {
    return market(name, e -> one.accept(new Operator(e)), e -> two.accept(new Operator(e)));
  }

  static Stream<Pair> commands() {
    return Stream.of(
        commands(
            "trading state",
            o -> o.state(TradingState.REDUCING),
            o -> o.state(TradingState.HALTED)),
        commands("active", o -> o.state(TradingState.ACTIVE), o -> o.skip(1)),
        commands("stop", o -> o.amend(1, "93", null), o -> o.amend(1, "94", null)),
        commands("target", o -> o.amend(1, null, "120"), o -> o.amend(1, null, "121")),
        commands("unregistered", o -> o.unregister(1), o -> o.unregister(2)),
        commands("closed", o -> o.close(1), o -> o.close(2)),
        pair("name", e -> e.instrument("X"), e -> e.instrument("Y")),
        pair(
            "source",
            e -> definitions(e, 40).nameDefined(e.nowNs(), 1, "X"),
            e -> definitions(e, 41).nameDefined(e.nowNs(), 1, "X")),
        pair(
            "source sequence",
            e -> {
              DefinitionPublisher counting = definitions(e, 40);
              twoNames(counting, counting);
            },
            e -> twoNames(definitions(e, 40), definitions(e, 40))));
  }

  private static DefinitionPublisher definitions(EngineHarness engine, int source) {
    return new DefinitionPublisher(engine.rig().sink(), source);
  }

  private static void twoNames(DefinitionPublisher first, DefinitionPublisher second) {
    first.nameDefined(EngineHarness.START_NS, 1, "X");
    second.nameDefined(EngineHarness.START_NS, 2, "Y");
  }

  @Test
  void shouldBeReadWithoutChangingAnything() {
    EngineHarness engine = run(e -> open(e, p -> p.stopPercent("2")));

    long before = engine.engine().stateHash();
    engine.engine().stateHash();

    assertThat(engine.engine().stateHash()).isEqualTo(before);
  }
}
