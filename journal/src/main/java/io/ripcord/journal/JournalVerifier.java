package io.ripcord.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The full check of a journal: every cycle file as the library sees it, then every frame as the
 * engine does. Reads each file twice, maps nothing, changes nothing. No engine may be at work on
 * the directory. Stateless; any thread.
 */
public final class JournalVerifier {
  private JournalVerifier() {}

  /** Checks {@code DIR}; never throws for what is in it. */
  public static VerifyResult verify(Path directory, StopRecord stopRecord) {
    Tally tally = new Tally();
    JournalStart start = JournalStart.of(directory);
    try (JournalReader reader = start.open(directory, stopRecord)) {
      while (reader.next()) {
        tally.add(reader);
      }
      Path generation = JournalDirectory.generation(directory);
      JournalProblem problem = reader.problem();
      for (int cycle = start.tail().cycle(); cycle <= reader.tail().cycle(); cycle++) {
        Path file = generation.resolve(QueueFileDescriptor.fileName(cycle));
        JournalProblem found = scan(file, tally, reader);
        problem = problem == null ? found : problem;
      }
      return tally.result(reader, problem);
    }
  }

  private static JournalProblem scan(Path file, Tally tally, JournalReader reader) {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      QueueFileScanner.Scan scan = QueueFileScanner.scan(file, FrameVisitor.NONE);
      tally.bytes += scan.usedBytes();
      String where = file + ": offset=" + scan.problemOffset() + ": ";
      return scan.problem() == null
          ? null
          : damage(file, scan.problemOffset(), reader, where + scan.problem() + "; damaged");
    } catch (IOException e) {
      return damage(file, 0, reader, file + ": " + SyncedFiles.reason(e));
    }
  }

  private static JournalProblem damage(
      Path file, long offset, JournalReader reader, String message) {
    long next = reader.tail().lastSequence() + 1;
    return new JournalProblem(
        JournalProblem.Kind.DAMAGED, file, offset, next, FrameOrder.NONE, message);
  }

  /** Sums over one pass. */
  private static final class Tally {
    private final StreamHashes hashes = new StreamHashes();
    private long inputs;
    private long decisions;
    private long bytes;
    private long firstSequence = FrameOrder.NONE;
    private int epochs;
    private int lastEpoch;

    private void add(JournalReader frame) {
      hashes.add(frame);
      if (frame.kind() == FrameDescriptor.KIND_INPUT) {
        inputs++;
        firstSequence = firstSequence == FrameOrder.NONE ? frame.sequence() : firstSequence;
      } else {
        decisions++;
      }
      if (frame.epoch() != lastEpoch) {
        lastEpoch = frame.epoch();
        epochs++;
      }
    }

    private VerifyResult result(JournalReader reader, JournalProblem problem) {
      JournalTail tail = reader.tail();
      return new VerifyResult(
          tail.frames(),
          inputs,
          decisions,
          bytes,
          firstSequence,
          tail.lastSequence(),
          epochs,
          lastEpoch,
          reader.isStopped(),
          problem,
          tail,
          hashes.inputSha256(),
          hashes.decisionSha256());
    }
  }
}
