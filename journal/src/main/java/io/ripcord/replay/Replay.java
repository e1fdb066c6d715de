package io.ripcord.replay;

import io.ripcord.engine.Engine;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.DecisionSink;
import io.ripcord.event.EngineStarts;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventPrinter;
import io.ripcord.event.Texts;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.StreamHashes;
import java.nio.file.Path;

/**
 * Replays a journal from its first input: the same bytes through the same engine, without ring,
 * threads or venue. What the engine decides is compared with what the journal holds, or dropped. It
 * holds no sender and cannot be given one. One thread; the journal may be that of a live engine.
 */
public final class Replay {
  private final EventPrinter printer = new EventPrinter();
  private final DecisionComparator comparator = new DecisionComparator(printer);
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final DecisionEncoder encoder;
  private final Path directory;
  private final boolean verify;
  private final ReplayObserver observer;
  private final StreamHashes hashes = new StreamHashes();
  private Engine engine;
  private long events;
  private long decisions;

  /**
   * A replay of the journal in {@code directory}.
   *
   * @param verify whether to compare decisions
   */
  public Replay(Path directory, boolean verify, ReplayObserver observer) {
    this.directory = directory;
    this.verify = verify;
    this.observer = observer;
    DecisionSink drop = (cause, index, buffer, offset, length) -> {};
    encoder = new DecisionEncoder(verify ? comparator : drop);
  }

  /**
   * The engine, for reading its state after {@link #run}; {@code null} if there was no first event.
   */
  public Engine engine() {
    return engine;
  }

  /** Replays to the end, or to the first damage. */
  public ReplayResult run() {
    return run(1, Long.MAX_VALUE);
  }

  /**
   * As {@link #run()}, but shows the observer only inputs from {@code from} to {@code to} and their
   * decisions, and ends after {@code to}.
   */
  public ReplayResult run(long from, long to) {
    long startNs = System.nanoTime();
    try (JournalReader reader = JournalReader.open(directory, StopEvents.STOP)) {
      while (reader.next()) {
        boolean isInput = reader.kind() == FrameDescriptor.KIND_INPUT;
        if (isInput && reader.sequence() > to) {
          return result(reader, startNs, false);
        }
        boolean shown = reader.sequence() >= from && reader.sequence() <= to;
        if (isInput) {
          input(reader, shown ? observer : ReplayObserver.NONE);
        } else {
          decision(reader, shown ? observer : ReplayObserver.NONE);
        }
      }
      return result(reader, startNs, reader.isStopped());
    }
  }

  private void input(JournalReader reader, ReplayObserver shownTo) {
    if (engine == null) {
      int maxPositions =
          EngineStarts.maxPositions(
              reader.buffer(), reader.payloadOffset(), reader.payloadLength());
      engine = new Engine(encoder, maxPositions, false);
    }
    events++;
    hashes.add(reader);
    shownTo.onInput(
        reader.sequence(), reader.buffer(), reader.payloadOffset(), reader.payloadLength());
    encoder.cause(reader.sequence());
    dispatcher.dispatch(
        reader.sequence(), reader.buffer(), reader.payloadOffset(), reader.payloadLength(), engine);
  }

  private void decision(JournalReader reader, ReplayObserver shownTo) {
    decisions++;
    hashes.add(reader);
    if (verify) {
      comparator.recorded(
          reader.sequence(),
          reader.index(),
          reader.buffer(),
          reader.payloadOffset(),
          reader.payloadLength());
    }
    shownTo.onDecision(
        reader.sequence(),
        reader.index(),
        reader.buffer(),
        reader.payloadOffset(),
        reader.payloadLength());
  }

  private ReplayResult result(JournalReader reader, long startNs, boolean stopped) {
    if (verify && reader.problem() == null) {
      comparator.ended(stopped);
    }
    return new ReplayResult(
        events,
        decisions,
        hashes.inputSha256(),
        hashes.decisionSha256(),
        engine == null ? null : Texts.hex(engine.stateHash()),
        stopped,
        comparator.difference(),
        reader.problem(),
        System.nanoTime() - startNs);
  }
}
