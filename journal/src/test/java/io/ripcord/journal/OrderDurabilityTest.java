package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.engine.Engine;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.OrderType;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.pipeline.OrderSender;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.PipelineContext;
import io.ripcord.pipeline.RingSink;
import io.ripcord.pipeline.Topology;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With durability {@code order} nothing leaves before its intent is on the disk. */
class OrderDurabilityTest {
  private static final int POSITIONS = 30;
  private static final long ONE = E8.parse("1");

  @TempDir Path temporary;

  /** What was on the disk when an order reached the venue. */
  private record Sent(String id, long synced) {}

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldSyncEveryIntentBeforeItReachesTheVenue(Topology topology) {
    List<Sent> sent = run(topology, Durability.ORDER);

    Map<String, Long> ends = intentEnds();
    assertThat(sent).hasSize(POSITIONS);
    for (Sent order : sent) {
      assertThat(order.synced).as(order.id).isGreaterThanOrEqualTo(ends.get(order.id));
    }
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldNotSyncForAnOrderWhereThatIsNotPromised(Topology topology) {
    List<Sent> sent = run(topology, Durability.PROCESS);

    Map<String, Long> ends = intentEnds();
    assertThat(sent).as("control").allMatch(order -> order.synced < ends.get(order.id));
  }

  private List<Sent> run(Topology topology, Durability durability) {
    List<Sent> sent = new ArrayList<>();
    PipelineContext context =
        new PipelineContext()
            .topology(topology)
            .ringSize(1024)
            .outboundRingSize(1024)
            .maxPositions(64)
            .forceBeforeSend(durability == Durability.ORDER);
    try (JournalDirectory directory = JournalDirectory.open(temporary);
        ChronicleJournal journal =
            new ChronicleJournal(
                new JournalContext()
                    .directory(directory)
                    .epoch(directory.nextEpoch(0))
                    .blockSizeBytes(1 << 18)
                    .preallocateBytes(0)
                    .durability(durability)
                    .resumeAt(JournalTail.EMPTY));
        Pipeline pipeline = new Pipeline(context, journal)) {
      OrderSender sender = pipeline.newSender(new Venue(journal, sent));
      pipeline.start();
      RingSink sink = pipeline.newSink();
      define(sink);
      MarketDataPublisher market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
      for (int i = 1; i <= POSITIONS; i++) {
        // Each has a stop of its own, so that they leave one after the other.
        market.tick(100 + i, 0, 0, E8.parse("100") - i * ONE / 10, ONE, E8.NULL, E8.NULL);
        pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
        sender.doWork(100 + i);
      }
    }
    return sent;
  }

  private static void define(RingSink sink) {
    new NodePublisher(sink, Sources.NODE)
        .engineStarted(1, 0, 1, Engine.DECISION_VERSION, 64, "test", new byte[32]);
    DefinitionPublisher definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    CommandPublisher commands = new CommandPublisher(sink, Sources.POSITIONS);
    definitions.nameDefined(1, 1, "A");
    definitions.instrumentDefined(1, 0, 1, ONE / 100, ONE / 1000, ONE);
    definitions.nameDefined(1, 2, "stop");
    for (int i = 1; i <= POSITIONS; i++) {
      definitions.policyBegin(1, i, 2, 1, 1, false);
      definitions.rule(
          1,
          i,
          0,
          new RuleSpec(RuleKind.STOP_LOSS, E8.parse("100") - i * ONE / 10, E8.NULL, E8.NULL));
      definitions.policyEnd(1, i, 1, 1);
      commands.positionRegistered(1, i, 0, Side.LONG, ONE, E8.parse("100"), ONE, i);
    }
  }

  /** Where the frame of every order ends. */
  private Map<String, Long> intentEnds() {
    Map<String, Long> ends = new HashMap<>();
    DecisionDispatcher dispatcher = new DecisionDispatcher();
    try (JournalReader reader = JournalReader.open(temporary, StopRecord.NONE)) {
      while (reader.next()) {
        int offset = reader.payloadOffset();
        if (reader.kind() == FrameDescriptor.KIND_DECISION
            && dispatcher.isOrder(reader.buffer(), offset)) {
          String id =
              ClOrdId.format(
                  dispatcher.clOrdIdHigh(reader.buffer(), offset),
                  dispatcher.clOrdIdLow(reader.buffer(), offset));
          ends.put(id, CycleOffset.of(reader.tail().cycle(), reader.tail().endOffset()));
        }
      }
    }
    return ends;
  }

  private static final class Venue extends DecisionObserver {
    private final ChronicleJournal journal;
    private final List<Sent> sent;

    Venue(ChronicleJournal journal, List<Sent> sent) {
      this.journal = journal;
      this.sent = sent;
    }

    @Override
    public void onExitOrder(
        long timeNs,
        long positionId,
        int instrumentId,
        long clOrdIdHigh,
        long clOrdIdLow,
        Side side,
        OrderType orderType,
        long quantityE8,
        int attempt,
        ExitReason reason,
        ExitSource source,
        long levelE8,
        long triggerPriceE8,
        long triggerTimeNs) {
      sent.add(new Sent(ClOrdId.format(clOrdIdHigh, clOrdIdLow), journal.synced()));
    }
  }
}
