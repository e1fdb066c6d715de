package io.ripcord.benchmark.rig;

import io.ripcord.engine.Engine;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.pipeline.OrderSender;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.PipelineContext;
import io.ripcord.pipeline.Probe;
import io.ripcord.pipeline.RingSink;
import io.ripcord.pipeline.Topology;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.IdleStrategy;

/**
 * The product: its pipeline, engine, journal and outbound ring. A latency ends when the order lies
 * in the outbound ring, behind its journal frame. Positions are registered before a window and the
 * orders sent behind it, so that a window holds ticks only.
 */
final class PipelineVariant implements Variant {
  private static final int FIXED_POLICY = 0;
  private static final int TRAILING_POLICY = 1;
  private static final int POLICY_VERSION = 1;
  private static final int SHA_256_LENGTH = 32;

  private final String name;
  private final Workload workload;
  private final NaiveScan oracle;
  private final RigJournal journal;
  private final int capacity;
  private final Breakdown breakdown;
  private final Pipeline pipeline;
  private final RingSink feedSink;
  private final RingSink otherSink;
  private final MarketDataPublisher feed;
  private final MarketDataPublisher settling;
  private final CommandPublisher commands;
  private final OrderSender sender;
  private final SentOrders sent = new SentOrders();
  private final OrderChecksum expected = new OrderChecksum();
  private final LatencyRecorder recorder = new LatencyRecorder();
  private final List<WatchedIdle> idles = new ArrayList<>();
  private WindowNumbers numbers;

  /** Builds and starts it; its threads park at the first pause. */
  PipelineVariant(
      String name,
      Topology topology,
      RigSettings settings,
      Workload workload,
      NaiveScan oracle,
      Cores cores,
      RigJournal journal,
      boolean isBrokenDown) {
    this.name = name;
    this.workload = workload;
    this.oracle = oracle;
    this.journal = journal;
    capacity = settings.allRounds() * workload.positions();
    PipelineContext context =
        new PipelineContext()
            .topology(topology)
            .profile(cores.profile())
            .cores(cores.engineCore(), cores.journalCore())
            .ringSize(settings.ringSize())
            .outboundRingSize(RigSettings.OUTBOUND_RING_SIZE)
            .maxPositions(capacity)
            .probe(new Watch());
    breakdown = isBrokenDown ? new Breakdown(journal.journal()) : null;
    pipeline = new Pipeline(context, isBrokenDown ? breakdown : journal.journal());
    pipeline.housekeeping(journal.duties());
    feedSink = pipeline.newSink();
    otherSink = pipeline.newSink();
    feed = new MarketDataPublisher(feedSink, Sources.FIRST_FEED);
    settling = new MarketDataPublisher(otherSink, Sources.FIRST_FEED + 1);
    commands = new CommandPublisher(otherSink, Sources.COMMAND);
    sender = pipeline.newSender(sent);
    pipeline.start();
  }

  private final class Watch implements Probe {
    @Override
    public void onReleased(long publishedNs) {
      if (breakdown != null) {
        breakdown.released(publishedNs);
      }
      recorder.record(publishedNs);
    }

    @Override
    public IdleStrategy idle(IdleStrategy own) {
      WatchedIdle watched = new WatchedIdle(own);
      idles.add(watched);
      return watched;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public LatencyRecorder recorder() {
    return recorder;
  }

  @Override
  public List<WatchedIdle> idles() {
    return idles;
  }

  @Override
  public void prepare(int number) {
    numbers = new WindowNumbers(number, workload.positions(), journal.epoch());
    if (number == 0) {
      define();
    }
    for (int position = 0; position < workload.positions(); position++) {
      int instrument = Workload.instrumentOf(position);
      commands.positionRegistered(
          numbers.preparedNs(),
          numbers.positionId(position),
          instrument,
          Workload.side(instrument),
          Workload.QUANTITY_E8,
          Workload.entryE8(position),
          E8.ONE,
          Workload.isTrailing(instrument) ? TRAILING_POLICY : FIXED_POLICY);
    }
    // The first price wakes every new position, and trailing stops move to where they stay.
    for (int instrument = 0; instrument < Workload.INSTRUMENTS; instrument++) {
      tick(settling, numbers.preparedNs(), instrument, Workload.startPriceE8(instrument));
    }
    pipeline.awaitProcessed(pipeline.sequenceOf(otherSink.lastPublished()));
    if (breakdown != null) {
      breakdown.clear();
    }
  }

  private void define() {
    long timeNs = numbers.preparedNs();
    new NodePublisher(otherSink, Sources.NODE)
        .engineStarted(
            timeNs,
            0,
            journal.epoch(),
            Engine.DECISION_VERSION,
            capacity,
            "bench",
            new byte[SHA_256_LENGTH]);
    DefinitionPublisher definitions = new DefinitionPublisher(otherSink, Sources.CONFIGURATION);
    for (int instrument = 0; instrument < Workload.INSTRUMENTS; instrument++) {
      int nameId = instrument + 1;
      definitions.nameDefined(timeNs, nameId, "BENCH" + instrument);
      definitions.instrumentDefined(timeNs, instrument, nameId, 1, 1, E8.ONE);
    }
    policy(definitions, timeNs, FIXED_POLICY, false);
    policy(definitions, timeNs, TRAILING_POLICY, true);
  }

  private static void policy(
      DefinitionPublisher definitions, long timeNs, int policy, boolean trails) {
    int nameId = Workload.INSTRUMENTS + 1 + policy;
    int parts = trails ? 3 : 2;
    definitions.nameDefined(timeNs, nameId, "policy-" + policy);
    definitions.policyBegin(timeNs, policy, nameId, POLICY_VERSION, parts, false);
    definitions.rule(
        timeNs,
        policy,
        0,
        new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, Workload.STOP_PERCENT * Percent.ONE, E8.NULL));
    definitions.rule(
        timeNs,
        policy,
        1,
        new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, Workload.TARGET_PERCENT * Percent.ONE));
    if (trails) {
      definitions.rule(
          timeNs,
          policy,
          2,
          new RuleSpec(
              RuleKind.TRAILING_STOP,
              Workload.TRAIL_PERCENT * Percent.ONE,
              0,
              0,
              E8.NULL,
              E8.NULL));
    }
    definitions.policyEnd(timeNs, policy, POLICY_VERSION, parts);
  }

  private static void tick(
      MarketDataPublisher publisher, long timeNs, int instrument, long priceE8) {
    publisher.tick(timeNs, instrument, E8.NULL, priceE8, E8.ONE, E8.NULL, E8.NULL);
  }

  @Override
  public void publish(int tick, long intendedNs) {
    feedSink.intended(intendedNs);
    tick(feed, numbers.tickTimeNs(tick), workload.tickInstrument(tick), workload.tickPriceE8(tick));
  }

  @Override
  public void finish() {
    pipeline.awaitProcessed(pipeline.sequenceOf(feedSink.lastPublished()));
    if (breakdown != null) {
      breakdown.keep();
    }
    while (sender.doWork(numbers.finishedNs()) > 0) {
      pipeline.halt().check();
    }
    oracle.addTo(expected, numbers);
  }

  @Override
  public OracleCheck check(int rate) {
    return new OracleCheck(
        name,
        rate,
        sent.checksum().orders() + sent.others(),
        expected.orders(),
        sent.checksum().value(),
        expected.value());
  }

  @Override
  public List<SectionTime> sections() {
    return breakdown == null ? List.of() : breakdown.sections();
  }

  @Override
  public void close() {
    idles.forEach(WatchedIdle::end);
    pipeline.close();
    journal.close();
    pipeline.halt().check();
  }
}
