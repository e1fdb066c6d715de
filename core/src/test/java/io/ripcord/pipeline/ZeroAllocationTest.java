package io.ripcord.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import io.ripcord.testing.EngineRig;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Counts the bytes that the hot threads allocate while nothing exits: quiet ticks, and ticks that
 * wake positions, move watermarks and trail stops. What the journal's library allocates per mapped
 * block is stated and tested in the journal module.
 */
@Timeout(120)
class ZeroAllocationTest {
  private static final int INSTRUMENTS = 4;
  private static final int POSITIONS = 200;
  private static final int THOUSAND = 1_000;
  private static final int TICKS = 50_000;
  private static final int MAX_ROUNDS = 60;
  private static final int STEADY_ROUNDS = 5;
  private static final long ENTRY_E8 = E8.parse("50000");

  private long timeNs;
  private long highE8 = ENTRY_E8;

  private static class NoJournal implements Journal {
    @Override
    public void appendInput(long sequence, DirectBuffer buffer, int offset, int length) {}

    @Override
    public void appendDecision(
        long causeSequence, int index, DirectBuffer buffer, int offset, int length) {}

    @Override
    public void force() {}

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldAllocateNothingPerTick(Topology topology) {
    shouldAllocateNothing(topology, POSITIONS, this::open, this::ticks);
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldAllocateNothingOnAnyWayToTheRules(Topology topology) {
    EveryWayToTheRules ways = new EveryWayToTheRules(INSTRUMENTS, POSITIONS, TICKS);
    shouldAllocateNothing(topology, POSITIONS, ways::open, ways::events);
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldAllocateNothingForGroups(Topology topology) {
    GroupWays ways = new GroupWays(INSTRUMENTS, POSITIONS, TICKS / 10);
    shouldAllocateNothing(topology, POSITIONS, ways::open, ways::events);
  }

  @Test
  void shouldReallyGoEveryWay() {
    EngineRig rig = new EngineRig(1024, false);
    EveryWayToTheRules ways = new EveryWayToTheRules(INSTRUMENTS, POSITIONS, TICKS / 5);
    ways.open(rig.sink());

    ways.events(new MarketDataPublisher(rig.sink(), Sources.FIRST_FEED));

    assertThat(EnumSet.copyOf(rig.decisions().alertKinds()))
        .containsExactlyInAnyOrder(
            AlertKind.GAP,
            AlertKind.STALE,
            AlertKind.BREACH_OUTSIDE_SESSION,
            AlertKind.TICK_SUSPECTED,
            AlertKind.TICK_CONFIRMED,
            AlertKind.TICK_REJECTED);
    assertThat(rig.decisions().orders()).isEmpty();
    assertThat(rig.engine().view().openPositions()).isEqualTo(POSITIONS);
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldAllocateNothingWithAThousandPositionsOfEveryRuleKind(Topology topology) {
    EveryRule market = new EveryRule(THOUSAND, TICKS);
    shouldAllocateNothing(topology, THOUSAND, market::open, market::events);
  }

  /** A measurement that sees nothing proves nothing. */
  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldNoticeSixteenBytesInAThousandInputs(Topology topology) {
    EveryRule market = new EveryRule(THOUSAND, TICKS / 10);
    Journal wasteful =
        new NoJournal() {
          private byte[] kept = {};

          @Override
          public void appendInput(long sequence, DirectBuffer buffer, int offset, int length) {
            kept = sequence % 1_000 == 0 ? new byte[1 + kept.length % 2] : kept;
          }
        };

    int quiet = quietRounds(topology, wasteful, 20, market::open, market::events, THOUSAND);

    assertThat(quiet).isZero();
  }

  /** What {@link EveryRule} says of itself, or the test above would be of a sleeping engine. */
  @Test
  void shouldReallyUseEveryRuleKind() {
    EngineRig rig = new EngineRig(1024, false);
    EveryRule market = new EveryRule(THOUSAND, 2 * TICKS);
    MarketDataPublisher feed = new MarketDataPublisher(rig.sink(), Sources.FIRST_FEED);
    market.open(rig.sink());
    market.events(feed);
    Map<Long, Long> stops = stops(rig);

    market.events(feed);

    Set<RuleKind> kinds = EnumSet.noneOf(RuleKind.class);
    Set<Integer> moved = new TreeSet<>();
    for (Position position : rig.engine().view().positions().sortedById()) {
      EveryRule.rules(EveryRule.policyOf(position.id())).forEach(rule -> kinds.add(rule.kind()));
      if (position.stop().levelE8() != stops.get(position.id())) {
        moved.add(EveryRule.moverOf(position.id()));
      }
    }
    assertThat(rig.engine().view().openPositions()).isEqualTo(THOUSAND);
    assertThat(rig.decisions().orders()).isEmpty();
    assertThat(EnumSet.copyOf(rig.decisions().alertKinds()))
        .containsExactly(AlertKind.RUNG_SKIPPED);
    assertThat(rig.decisions().alertKinds()).hasSize(THOUSAND);
    assertThat(kinds).containsExactlyInAnyOrder(RuleKind.values());
    assertThat(moved).contains(0, 1, 2, 3, 4);
  }

  private static Map<Long, Long> stops(EngineRig rig) {
    return Arrays.stream(rig.engine().view().positions().sortedById())
        .collect(Collectors.toMap(Position::id, position -> position.stop().levelE8()));
  }

  private void shouldAllocateNothing(
      Topology topology,
      int positions,
      Consumer<RingSink> open,
      Consumer<MarketDataPublisher> events) {
    int quiet = quietRounds(topology, new NoJournal(), MAX_ROUNDS, open, events, positions);

    assertThat(quiet)
        .as("rounds of %d ticks in a row without a byte", TICKS)
        .isEqualTo(STEADY_ROUNDS);
  }

  private static int quietRounds(
      Topology topology,
      Journal journal,
      int maxRounds,
      Consumer<RingSink> open,
      Consumer<MarketDataPublisher> events,
      int positions) {
    PipelineContext context =
        new PipelineContext().topology(topology).ringSize(1024).maxPositions(1024);
    try (Pipeline pipeline = new Pipeline(context, journal)) {
      pipeline.start();
      RingSink sink = pipeline.newSink();
      open.accept(sink);
      MarketDataPublisher market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
      Runnable round =
          () -> {
            events.accept(market);
            pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
          };
      int quiet = new HotThreads(pipeline).quietRounds(STEADY_ROUNDS, maxRounds, round);

      assertThat(pipeline.engine().view().openPositions()).isEqualTo(positions);
      assertThat(pipeline.engine().exitsInFlight()).isZero();
      return quiet;
    }
  }

  private void open(RingSink sink) {
    DefinitionPublisher definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    for (int id = 0; id < INSTRUMENTS; id++) {
      definitions.instrumentDefined(timeNs, id, 1, E8.ONE / 10, 1, E8.ONE);
    }
    definitions.policyBegin(timeNs, 0, 1, 1, 3, true);
    definitions.rule(
        timeNs, 0, 0, new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 90 * Percent.ONE, E8.NULL));
    definitions.rule(timeNs, 0, 1, new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, 90 * Percent.ONE));
    definitions.rule(
        timeNs,
        0,
        2,
        new RuleSpec(
            RuleKind.TRAILING_STOP, 50 * Percent.ONE, 0, 1, 2 * Percent.ONE, 40 * Percent.ONE));
    definitions.policyEnd(timeNs, 0, 1, 3);
    CommandPublisher commands = new CommandPublisher(sink, Sources.COMMAND);
    for (int id = 1; id <= POSITIONS; id++) {
      Side side = id % 2 == 0 ? Side.LONG : Side.SHORT;
      commands.positionRegistered(timeNs, id, id % INSTRUMENTS, side, E8.ONE, ENTRY_E8, E8.ONE, 0);
    }
  }

  private void ticks(MarketDataPublisher market) {
    for (int i = 0; i < TICKS; i++) {
      // Every tenth tick is a new high: it wakes all longs of its instrument.
      long lastE8 = i % 10 == 0 ? ++highE8 : highE8 - i % 7;
      market.tick(++timeNs, i % INSTRUMENTS, timeNs, lastE8, E8.ONE, lastE8 - 1, lastE8 + 1);
    }
  }
}
