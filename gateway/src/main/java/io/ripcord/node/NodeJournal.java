package io.ripcord.node;

import io.ripcord.config.NodeConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.console.ReportFold;
import io.ripcord.engine.EngineView;
import io.ripcord.journal.BatchSync;
import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalStart;
import io.ripcord.journal.Retention;
import io.ripcord.journal.TouchAhead;
import io.ripcord.log.NodeLog;
import io.ripcord.pipeline.Duty;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.PipelineContext;
import io.ripcord.replay.Recovered;
import io.ripcord.replay.RecoveryException;
import io.ripcord.replay.ReplayedEngine;
import io.ripcord.replay.StopEvents;
import io.ripcord.replica.Snapshotter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The journal of a node and what belongs to it: the directory that it holds, what was recovered
 * from it, the epoch of this start, and the upkeep beside the engine. Built and closed by one
 * thread; the duties are housekeeping's.
 */
final class NodeJournal implements AutoCloseable {
  private final JournalDirectory directory;
  private final Recovered recovered;
  private final RipcordConfig config;
  private final NodeLog log;
  private final int generation;
  private ChronicleJournal journal;
  private TouchAhead touchAhead;
  private Snapshotter snapshotter;
  private int epoch;
  private String trouble;

  private NodeJournal(
      JournalDirectory directory, Recovered recovered, RipcordConfig config, NodeLog log) {
    this.directory = directory;
    this.recovered = recovered;
    this.config = config;
    this.log = log;
    generation = JournalDirectory.generationNumber(directory.path());
  }

  /**
   * Takes the directory and recovers; writes nothing yet.
   *
   * @throws JournalDirectoryException when the directory cannot be used
   * @throws RecoveryException when the node must not go on from what it holds
   */
  static NodeJournal recover(Path path, NodeStart start, RipcordConfig config, NodeLog log) {
    JournalDirectory directory = JournalDirectory.open(path);
    try {
      Recovered recovered = start.recover(directory);
      check(path, recovered, config);
      recovered.notes().forEach(note -> log.warn("recovery-note", "text", note));
      return new NodeJournal(directory, recovered, config, log);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static void check(Path path, Recovered recovered, RipcordConfig config) {
    if (recovered.quarantined() != null) {
      throw new JournalDirectoryException(recovered.quarantined());
    }
    if (recovered.isNothing()) {
      return;
    }
    int begun = recovered.resumed().engine().view().positions().capacity();
    if (begun != config.maxPositions()) {
      throw new JournalDirectoryException(
          path
              + ": was begun with max-positions "
              + begun
              + ", found "
              + config.maxPositions()
              + " in the configuration, expected the same");
    }
  }

  /** What was recovered. */
  Recovered recovered() {
    return recovered;
  }

  /** Last journalled time, {@link Long#MIN_VALUE} if there is none. */
  long lastTimeNs() {
    return recovered.isNothing() ? Long.MIN_VALUE : recovered.resumed().engine().nowNs();
  }

  Path path() {
    return directory.path();
  }

  int epoch() {
    return epoch;
  }

  /** Feeds all that was journalled before this start to {@code fold}. */
  void foldPast(ReportFold fold) {
    if (recovered.isNothing()) {
      return;
    }
    JournalStart start = JournalStart.of(path());
    if (start.snapshot() != null) {
      EngineView known = new ReplayedEngine(start.snapshot(), Set.of()).engine().view();
      fold.startFrom(known);
    }
    try (JournalReader reader = JournalReader.openFrom(path(), StopEvents.STOP, start.tail())) {
      while (reader.next()) {
        if (reader.kind() == FrameDescriptor.KIND_INPUT) {
          fold.onInput(
              reader.sequence(), reader.buffer(), reader.payloadOffset(), reader.payloadLength());
        } else {
          fold.onDecision(
              reader.sequence(),
              reader.index(),
              reader.buffer(),
              reader.payloadOffset(),
              reader.payloadLength());
        }
      }
    }
  }

  /** Takes an epoch and wires a pipeline that goes on with the journal. */
  Pipeline pipeline() {
    epoch = directory.nextEpoch(recovered.tail().epoch());
    journal =
        new ChronicleJournal(
            Contexts.journal(config.journal(), directory, epoch).resumeAt(recovered.tail()));
    touchAhead = new TouchAhead(journal, config.journal().touchAheadBytes());
    NodeConfig.Snapshots snapshots = config.node().snapshots();
    snapshotter =
        new Snapshotter(
            journal,
            path(),
            generation,
            recovered.isNothing()
                ? new ReplayedEngine(Set.of())
                : ReplayedEngine.copyOf(recovered.resumed(), recovered.tail(), generation),
            recovered.tail(),
            snapshots.intervalNs(),
            snapshots.keep());
    PipelineContext context = Contexts.pipeline(config).firstSequence(recovered.nextSequence());
    return recovered.isNothing()
        ? new Pipeline(context, journal)
        : new Pipeline(context, journal, recovered.resumed());
  }

  /**
   * The upkeep, for a thread that may sleep.
   *
   * @param otherReplica cycle file that the other replica of this process reads
   */
  List<Duty> duties(IntSupplier otherReplica) {
    List<Duty> duties = new ArrayList<>();
    duties.add(touchAhead::doWork);
    duties.add(new BatchSync(journal)::doWork);
    duties.add(snapshotter::doWork);
    NodeConfig.Retention retention = config.node().retention();
    if (retention.isOn()) {
      IntSupplier slowest = () -> Math.min(snapshotter.cycle(), otherReplica.getAsInt());
      duties.add(new Retention(path(), generation, retention.keepCycles(), slowest)::doWork);
    }
    duties.add(nowNs -> watch());
    return duties;
  }

  /** What does not work any more without stopping anything is said once. */
  private int watch() {
    String found = touchAhead.trouble() == null ? snapshotter.problem() : touchAhead.trouble();
    if (found != null && !found.equals(trouble)) {
      trouble = found;
      log.warn("journal-upkeep", "text", found);
    }
    return 0;
  }

  /** After the pipeline: a last snapshot, and everything on the disk. */
  void finish() {
    snapshotter.finish();
    journal.sync();
  }

  @Override
  public void close() {
    if (snapshotter != null) {
      snapshotter.close();
    }
    if (touchAhead != null) {
      touchAhead.close();
    }
    if (journal != null) {
      journal.close();
    }
    directory.close();
  }
}
