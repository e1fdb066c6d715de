package io.ripcord.replay;

import io.ripcord.engine.Engine;
import io.ripcord.engine.PendingDecision;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventSink;
import io.ripcord.event.EventSlotDescriptor;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.event.StopReason;
import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.JournalContext;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A bare engine with a real journal, stepped by the test: it recovers, goes on, and can be shot.
 */
public final class EngineJournal implements EventSink, AutoCloseable {
  private static final int MAX_POSITIONS = 64;
  private static final long E8_ONE = 100_000_000L;

  /** The journal's directory. */
  public final Path path;

  private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventSlotDescriptor.SLOT_LENGTH]);
  private final EventDispatcher dispatcher = new EventDispatcher();
  private JournalDirectory directory;
  private ChronicleJournal journal;
  private Recovered recovered;
  private Engine engine;
  private DecisionEncoder encoder;
  private long sequence;
  private long timeNs;

  /** Of this directory. */
  public EngineJournal(Path path) {
    this.path = path;
  }

  /** Recovers, as a start does before it opens anything for writing. */
  public Recovered recover() {
    directory = JournalDirectory.open(path);
    try {
      recovered = new Recovery(directory).run();
      return recovered;
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Recovers and goes on; in the next generation if this one is over. */
  public EngineJournal start() {
    recover();
    if (recovered.quarantined() != null) {
      recovered = recovered.inNextGeneration(directory);
    }
    journal =
        new ChronicleJournal(
            new JournalContext()
                .directory(directory)
                .epoch(directory.nextEpoch(recovered.tail().epoch()))
                .blockSizeBytes(1 << 18)
                .preallocateBytes(0)
                .resumeAt(recovered.tail()));
    journal.onStart();
    sequence = recovered.nextSequence() - 1;
    if (recovered.isNothing()) {
      encoder = new DecisionEncoder(journal::appendDecision);
      engine = new Engine(encoder, MAX_POSITIONS, false);
    } else {
      engine = recovered.resumed().engine();
      encoder = recovered.resumed().encoder();
      encoder.sink(journal::appendDecision);
      timeNs = Math.max(0, engine.nowNs());
      for (PendingDecision pending : recovered.resumed().pending()) {
        journal.appendDecision(
            pending.causeSequence(),
            pending.index(),
            pending.bytes(),
            0,
            pending.bytes().capacity());
      }
    }
    NodePublisher node = new NodePublisher(this, Sources.NODE);
    node.engineStarted(
        ++timeNs, 0, 1, Engine.DECISION_VERSION, MAX_POSITIONS, "test", new byte[32]);
    if (recovered.isSkipping()) {
      node.eventSkipped(timeNs, recovered.skipped());
    }
    return this;
  }

  /** As a start does that dies before it writes into the new generation. */
  public void openNextGeneration() {
    recovered.inNextGeneration(directory);
  }

  /** What the last start came back from. */
  public Recovered recovered() {
    return recovered;
  }

  /** The engine at work. */
  public Engine engine() {
    return engine;
  }

  /** The journal at work. */
  public ChronicleJournal journal() {
    return journal;
  }

  @Override
  public long lastOf(int source) {
    return engine.view().sources().last(source);
  }

  @Override
  public MutableDirectBuffer claim() {
    return slot;
  }

  @Override
  public MutableDirectBuffer tryClaim() {
    return slot;
  }

  @Override
  public void publish(int length) {
    sequence++;
    journal.appendInput(sequence, slot, 0, length);
    encoder.cause(sequence);
    dispatcher.dispatch(sequence, slot, 0, length, engine);
  }

  /** One instrument, and a policy that leaves at one percent of loss. */
  public EngineJournal define() {
    DefinitionPublisher definitions = new DefinitionPublisher(this, Sources.CONFIGURATION);
    definitions.nameDefined(++timeNs, 1, "A");
    definitions.instrumentDefined(timeNs, 0, 1, E8_ONE / 100, E8_ONE / 1000, E8_ONE);
    definitions.nameDefined(timeNs, 2, "stop");
    definitions.policyBegin(timeNs, 0, 2, 1, 1, false);
    definitions.rule(timeNs, 0, 0, new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 1_000_000, E8.NULL));
    definitions.policyEnd(timeNs, 0, 1, 1);
    return this;
  }

  /** An input that no engine can process. */
  public void poison() {
    new DefinitionPublisher(this, Sources.CONFIGURATION).policyEnd(++timeNs, 7, 1, 1);
  }

  /** A long position of 1 at 100. */
  public EngineJournal register(long id) {
    new CommandPublisher(this, Sources.POSITIONS)
        .positionRegistered(++timeNs, id, 0, Side.LONG, E8_ONE, 100 * E8_ONE, E8_ONE, 0);
    return this;
  }

  /** A trade. */
  public EngineJournal tick(String price) {
    new MarketDataPublisher(this, Sources.FIRST_FEED)
        .tick(++timeNs, 0, timeNs, E8.parse(price), E8_ONE, E8.NULL, E8.NULL);
    return this;
  }

  /** Prices that do nothing. */
  public EngineJournal ticks(int count) {
    for (int i = 0; i < count; i++) {
      tick("100." + (10 + i % 80));
    }
    return this;
  }

  /** The record of an orderly stop. */
  public EngineJournal stop() {
    new NodePublisher(this, Sources.NODE).engineStopped(++timeNs, StopReason.REQUESTED);
    return this;
  }

  /** Number of the last input. */
  public long sequence() {
    return sequence;
  }

  /** Replays from the first place that there is, comparing every decision. */
  public ReplayResult replay() {
    return new Replay(path, true, ReplayObserver.NONE).run();
  }

  /** The last cycle file of a generation. */
  public Path cycleFile(int generation) throws IOException {
    try (Stream<Path> files = Files.list(path.resolve("g" + generation))) {
      List<Path> cycles = files.filter(f -> f.toString().endsWith(".cq4")).sorted().toList();
      return cycles.get(cycles.size() - 1);
    }
  }

  /** Ends without a word in the journal. */
  @Override
  public void close() {
    if (journal != null) {
      journal.close();
      journal = null;
    }
    if (directory != null) {
      directory.close();
      directory = null;
    }
  }
}
