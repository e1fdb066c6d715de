package io.ripcord.benchmark;

import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.Durability;
import io.ripcord.journal.JournalContext;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.TouchAhead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one append of a tick's 72 bytes costs the appending thread, durability {@code process}: no
 * sync at all. With {@code touchAhead} another thread touches pages as it does in the product; back
 * to back it cannot stay ahead, so this is the cost at saturation. About 100 bytes a call: at most
 * a few hundred MB an iteration in the system's temporary folder, removed after each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class JournalAppendBenchmark {
  private static final int PAYLOAD_BYTES = 72;

  /** Whether pages are touched ahead of the writer. */
  @Param({"true", "false"})
  public boolean touchAhead;

  private final UnsafeBuffer payload = new UnsafeBuffer(new byte[PAYLOAD_BYTES]);
  private Path path;
  private JournalDirectory directory;
  private ChronicleJournal journal;
  private Thread toucher;
  private volatile boolean touching;
  private long sequence;

  /** Opens a journal of its own for the iteration. */
  @Setup(Level.Iteration)
  public void open() throws IOException {
    path = Files.createTempDirectory("ripcord-jmh-");
    directory = JournalDirectory.open(path);
    journal =
        new ChronicleJournal(
            new JournalContext()
                .directory(directory)
                .epoch(directory.nextEpoch(0))
                .durability(Durability.PROCESS));
    journal.onStart();
    sequence = 0;
    touching = touchAhead;
    toucher = new Thread(this::touch, "touch-ahead");
    toucher.start();
  }

  private void touch() {
    try (TouchAhead ahead = new TouchAhead(journal, TouchAhead.DEFAULT_AHEAD_BYTES)) {
      while (touching) {
        ahead.doWork(0);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }
  }

  /** Removes it. */
  @TearDown(Level.Iteration)
  public void close() throws IOException, InterruptedException {
    touching = false;
    toucher.join();
    journal.close();
    directory.close();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(path)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  /** One input. */
  @Benchmark
  public void append() {
    journal.appendInput(++sequence, payload, 0, PAYLOAD_BYTES);
  }
}
