package io.ripcord.replay;

import io.ripcord.engine.Engine;
import io.ripcord.engine.PendingDecision;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EventDispatcher;
import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalContext;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalTail;
import io.ripcord.journal.SnapshotStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The inputs of a session, given to an engine with a real journal that is killed and comes back
 * through the recovery of the product, again and again. A start says nothing of its own, so that
 * what it decides can be compared, byte by byte, with a session that nobody interrupted.
 */
final class InterruptedSession implements AutoCloseable {
  private final Path path;
  private final int capacity;
  private final EventDispatcher dispatcher = new EventDispatcher();
  private JournalDirectory directory;
  private ChronicleJournal journal;
  private Engine engine;
  private DecisionEncoder encoder;
  private long sequence;
  private int decisionsLeft = Integer.MAX_VALUE;

  /** In a directory of its own. */
  InterruptedSession(Path path, int capacity) {
    this.path = path;
    this.capacity = capacity;
  }

  /** A start: what is journalled comes back, what was decided and not journalled is said again. */
  Recovered start() {
    directory = JournalDirectory.open(path);
    Recovered recovered = new Recovery(directory).run();
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
    decisionsLeft = Integer.MAX_VALUE;
    if (recovered.isNothing()) {
      encoder = new DecisionEncoder(this::append);
      engine = new Engine(encoder, capacity, false);
    } else {
      encoder = recovered.resumed().encoder();
      engine = recovered.resumed().engine();
      encoder.sink(this::append);
      for (PendingDecision each : recovered.resumed().pending()) {
        DirectBuffer bytes = each.bytes();
        append(each.causeSequence(), each.index(), bytes, 0, bytes.capacity());
      }
    }
    return recovered;
  }

  private void append(long cause, int index, DirectBuffer buffer, int offset, int length) {
    if (decisionsLeft-- > 0) {
      journal.appendDecision(cause, index, buffer, offset, length);
    }
  }

  /** The next input. */
  void feed(byte[] input) {
    UnsafeBuffer buffer = new UnsafeBuffer(input);
    sequence++;
    journal.appendInput(sequence, buffer, 0, input.length);
    encoder.cause(sequence);
    dispatcher.dispatch(sequence, buffer, 0, input.length, engine);
  }

  /** As the other; of what is decided so much is journalled, then the engine dies. */
  void feedAndDie(byte[] input, int decisionsJournalled) {
    decisionsLeft = decisionsJournalled;
    feed(input);
    close();
  }

  /** The state goes into a snapshot, as the snapshotter does while an engine runs. */
  void snapshot() {
    JournalTail tail;
    try (JournalReader reader = JournalReader.open(path, StopEvents.STOP)) {
      while (reader.next()) {
        // To the end, which is where the engine stands.
      }
      tail = reader.tail();
    }
    int generation = JournalDirectory.generationNumber(path);
    new SnapshotStore(path).write(EngineStates.snapshot(engine, generation, tail, false));
  }

  /** The engine at work. */
  Engine engine() {
    return engine;
  }

  /** Number of the last input. */
  long sequence() {
    return sequence;
  }

  /** All journalled decisions as {@code cause/index bytes}, in hexadecimal. */
  List<String> decisionFrames() {
    List<String> frames = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(path, StopEvents.STOP)) {
      while (reader.next()) {
        if (reader.kind() == FrameDescriptor.KIND_DECISION) {
          byte[] bytes = new byte[reader.payloadLength()];
          reader.buffer().getBytes(reader.payloadOffset(), bytes);
          frames.add(
              reader.sequence() + "/" + reader.index() + " " + HexFormat.of().formatHex(bytes));
        }
      }
      if (reader.problem() != null) {
        throw new AssertionError(reader.problem().message());
      }
    }
    return frames;
  }

  /** Dies without a word. */
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
