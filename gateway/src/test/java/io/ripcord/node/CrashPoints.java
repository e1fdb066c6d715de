package io.ripcord.node;

import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalContext;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalTail;
import io.ripcord.replay.StopEvents;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Every state in which a killed engine can leave a journal: the frames of a finished run are
 * appended once more, one by one, and the cycle file is copied after each. What a copy holds is
 * what the kernel would have kept.
 */
final class CrashPoints {
  private static final String CYCLE_FILES = ".cq4";

  /** The library makes it anew, and clearing stale locks in it takes longer than all the rest. */
  private static final String METADATA = ".cq4t";

  private static final int PREALLOCATED = 64 << 10;

  /** A frame of the finished run. */
  record Frame(boolean isInput, long sequence, int index, UnsafeBuffer payload) {}

  private final Path finished;
  private final Path work;
  private final List<Frame> frames = new ArrayList<>();
  private final List<byte[]> images = new ArrayList<>();
  private int epoch;

  /** Of the run in {@code finished}; keeps its files in {@code work}, which must be its own. */
  CrashPoints(Path finished, Path work) throws IOException {
    this.finished = finished;
    this.work = work;
    readFrames();
    appendAgain();
  }

  private void readFrames() {
    try (JournalReader reader = JournalReader.open(finished, StopEvents.STOP)) {
      while (reader.next()) {
        UnsafeBuffer payload = new UnsafeBuffer(new byte[reader.payloadLength()]);
        payload.putBytes(0, reader.buffer(), reader.payloadOffset(), reader.payloadLength());
        boolean isInput = reader.kind() == FrameDescriptor.KIND_INPUT;
        frames.add(new Frame(isInput, reader.sequence(), reader.index(), payload));
        epoch = reader.epoch();
      }
      if (reader.problem() != null || !reader.isStopped()) {
        throw new AssertionError("not a finished run: " + reader.problem());
      }
    }
  }

  private void appendAgain() throws IOException {
    try (JournalDirectory directory = JournalDirectory.open(work.resolve("appended"));
        ChronicleJournal journal =
            new ChronicleJournal(
                new JournalContext()
                    .directory(directory)
                    .epoch(directory.nextEpoch(epoch - 1))
                    .blockSizeBytes(1 << 20)
                    .preallocateBytes(0)
                    .resumeAt(JournalTail.EMPTY))) {
      journal.onStart();
      Path cycle = cycleFile(directory.generation());
      long end = 0;
      images.add(read(cycle, end));
      try (JournalReader reader =
          JournalReader.follow(directory.path(), StopEvents.STOP, JournalTail.EMPTY)) {
        for (Frame frame : frames) {
          UnsafeBuffer payload = frame.payload();
          if (frame.isInput()) {
            journal.appendInput(frame.sequence(), payload, 0, payload.capacity());
          } else {
            journal.appendDecision(frame.sequence(), frame.index(), payload, 0, payload.capacity());
          }
          if (!reader.poll()) {
            throw new AssertionError("nothing was appended: " + reader.problem());
          }
          images.add(read(cycle, reader.tail().endOffset()));
        }
      }
    }
  }

  private static Path cycleFile(Path generation) throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      return files.filter(file -> file.toString().endsWith(CYCLE_FILES)).findFirst().orElseThrow();
    }
  }

  private static byte[] read(Path file, long end) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) (end == 0 ? in.length() : end)];
      in.readFully(bytes);
      return bytes;
    }
  }

  /** The frames of the finished run, in order. */
  List<Frame> frames() {
    return frames;
  }

  /** A journal as it is when the engine dies with this many frames appended. */
  Path killedAfter(int count, String name) throws IOException {
    return write(images.get(count), name);
  }

  /**
   * As it is when the engine dies inside the append of one more frame: so many of its bytes are
   * written, its record header is not.
   *
   * @param written how many bytes of the next frame, from 8, checksum and length, to its length
   */
  Path killedInside(int count, int written, String name) throws IOException {
    byte[] before = images.get(count);
    byte[] after = images.get(count + 1);
    byte[] torn = after.clone();
    int frame = after.length - frameLength(count);
    System.arraycopy(before, 0, torn, 0, Math.min(before.length, frame - Integer.BYTES));
    java.util.Arrays.fill(torn, frame - Integer.BYTES, frame, (byte) 0);
    java.util.Arrays.fill(torn, frame + written, torn.length, (byte) 0);
    return write(torn, name);
  }

  /** Length of a frame in the journal. */
  int frameLength(int frame) {
    return FrameDescriptor.HEADER_LENGTH + frames.get(frame).payload().capacity();
  }

  private Path write(byte[] image, String name) throws IOException {
    Path target = work.resolve(name);
    Path appended = work.resolve("appended");
    try (Stream<Path> files = Files.walk(appended)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = target.resolve(appended.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else if (file.toString().endsWith(CYCLE_FILES)) {
          Files.write(to, image);
          try (RandomAccessFile out = new RandomAccessFile(to.toFile(), "rw")) {
            out.setLength(image.length + PREALLOCATED);
          }
        } else if (!file.toString().endsWith(METADATA)) {
          Files.copy(file, to);
        }
      }
    }
    return target;
  }

  /** Takes away what {@link #killedAfter} made. */
  static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file :
          (Iterable<Path>) files.sorted(java.util.Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
