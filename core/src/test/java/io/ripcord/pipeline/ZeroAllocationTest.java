package io.ripcord.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ripcord.event.AlertKind;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import io.ripcord.testing.EngineRig;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.Consumer;
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
  private static final int TICKS = 50_000;
  private static final int MAX_ROUNDS = 60;
  private static final int STEADY_ROUNDS = 5;
  private static final long ENTRY_E8 = E8.parse("50000");

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final long[] before = new long[3];
  private long timeNs;
  private long highE8 = ENTRY_E8;

  private static final class NoJournal implements Journal {
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
    shouldAllocateNothing(topology, this::open, this::ticks);
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldAllocateNothingOnAnyWayToTheRules(Topology topology) {
    EveryWayToTheRules ways = new EveryWayToTheRules(INSTRUMENTS, POSITIONS, TICKS);
    shouldAllocateNothing(topology, ways::open, ways::events);
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldAllocateNothingForGroups(Topology topology) {
    GroupWays ways = new GroupWays(INSTRUMENTS, POSITIONS, TICKS / 10);
    shouldAllocateNothing(topology, ways::open, ways::events);
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

  private void shouldAllocateNothing(
      Topology topology, Consumer<RingSink> open, Consumer<MarketDataPublisher> events) {
    PipelineContext context =
        new PipelineContext().topology(topology).ringSize(1024).maxPositions(1024);
    try (Pipeline pipeline = new Pipeline(context, new NoJournal())) {
      pipeline.start();
      RingSink sink = pipeline.newSink();
      open.accept(sink);
      MarketDataPublisher market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
      Runnable round =
          () -> {
            events.accept(market);
            pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
          };
      long[] hot = hotThreads(pipeline);
      // The compiler works on for a while, and what it replaces allocates now and then. Steady is a
      // row of rounds without a byte; one byte per tick would never let it come.
      int quiet = 0;
      for (int i = 0; i < MAX_ROUNDS && quiet < STEADY_ROUNDS; i++) {
        quiet = allocated(hot, round) == 0 ? quiet + 1 : 0;
      }

      assertThat(quiet)
          .as("rounds of %d ticks in a row without a byte", TICKS)
          .isEqualTo(STEADY_ROUNDS);
      assertThat(pipeline.engine().view().openPositions()).isEqualTo(POSITIONS);
      assertThat(pipeline.engine().exitsInFlight()).isZero();
    }
  }

  private static long[] hotThreads(Pipeline pipeline) {
    long[] pipelineThreads = pipeline.threadIds();
    long[] all = Arrays.copyOf(pipelineThreads, pipelineThreads.length + 1);
    all[pipelineThreads.length] = Thread.currentThread().getId();
    return all;
  }

  private long allocated(long[] hot, Runnable round) {
    for (int i = 0; i < hot.length; i++) {
      before[i] = threads.getThreadAllocatedBytes(hot[i]);
    }
    round.run();
    long sum = 0;
    for (int i = 0; i < hot.length; i++) {
      sum += threads.getThreadAllocatedBytes(hot[i]) - before[i];
    }
    return sum;
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
