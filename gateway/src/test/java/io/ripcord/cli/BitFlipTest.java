package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.Overrides;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.node.Pace;
import io.ripcord.node.RunWatcher;
import io.ripcord.node.Simulation;
import io.ripcord.node.SimulationRequest;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A single flipped bit of a frame or of its record header, as seen by somebody at the command line:
 * found by both verbs that read a journal whole, in one line, without a crash.
 */
class BitFlipTest {
  /** Where the first record of ours begins; see journal/FORMAT.md. */
  private static final int FIRST_RECORD = 65_808;

  private static final int TICKS = 30;
  private static final int EVERY_BIT_OF_LAST = 3;
  private static final int SAMPLED = 8;
  private static final int STEP = 7;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** One for all flips: to build it takes far longer than to run it on a small journal. */
  private final CommandLine commandLine =
      RipcordMain.commandLine(new PrintWriter(out), new PrintWriter(err));

  /** A record with its header: where it begins in the file, and its length. */
  private record Frame(int offset, int length) {}

  private Path journal() {
    return folder.resolve("journal");
  }

  @Test
  void shouldFindEveryFlippedBitOfAStoppedJournal() throws IOException {
    simulate(Integer.MAX_VALUE);

    List<Frame> frames = flipBits(SAMPLED, "ripcord: damaged: ");
    assertThat(frames.size()).isGreaterThan(TICKS);
  }

  @Test
  void shouldCallTheLastRecordOfAnUnstoppedJournalATornTail() throws IOException {
    assertThatThrownBy(() -> simulate(TICKS)).isInstanceOf(Interrupted.class);

    flipBits(0, "ripcord: torn tail: ");
  }

  /**
   * Flips every bit of the last records and some bits of about so many others.
   *
   * @param lastIsCalled what damage of the last record must be called
   */
  private List<Frame> flipBits(int others, String lastIsCalled) throws IOException {
    Path file;
    try (Stream<Path> all = Files.list(journal().resolve("g1"))) {
      file = all.filter(path -> path.toString().endsWith(".cq4")).findFirst().orElseThrow();
    }
    Cli.run("replay", journal(), "--verify").ok();
    Cli.run("journal", "verify", journal()).ok();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      List<Frame> frames = frames(channel);
      int last = frames.size() - 1;
      for (int i = 0; i <= last; i++) {
        boolean whole = i > last - EVERY_BIT_OF_LAST;
        if (!whole && (others == 0 || i % (frames.size() / others) != 0)) {
          continue;
        }
        Frame frame = frames.get(i);
        for (int bit = whole ? 0 : i % STEP; bit < frame.length() * 8; bit += whole ? 1 : STEP) {
          flip(channel, frame, bit);
          shouldFind(frame, i, bit, i == last ? lastIsCalled : "ripcord: damaged: ");
          flip(channel, frame, bit);
        }
      }
      Cli.run("replay", journal(), "--verify").ok();
      return frames;
    }
  }

  private void shouldFind(Frame frame, int number, int bit, String called) {
    for (Cli.Outcome outcome :
        List.of(
            run("replay", journal().toString(), "--verify"),
            run("journal", "verify", journal().toString()))) {
      String where = "bit " + bit + " of record " + number + " " + frame + ": " + outcome;
      if (outcome.code() != ExitCodes.DIFFERENCE
          || outcome.errLines().size() != 1
          || !outcome.err().startsWith(called)
          || outcome.err().contains("Exception")
          || outcome.out().contains("identical")
          || outcome.out().contains("intact")) {
        throw new AssertionError(where);
      }
    }
  }

  private Cli.Outcome run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int code = commandLine.execute(arguments);
    return new Cli.Outcome(code, out.toString(), err.toString());
  }

  private static void flip(FileChannel channel, Frame frame, int bit) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long at = frame.offset() + bit / 8L;
    channel.read(one, at);
    one.put(0, (byte) (one.get(0) ^ 1 << bit % 8)).flip();
    channel.write(one, at);
  }

  private static List<Frame> frames(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size()).order(ByteOrder.LITTLE_ENDIAN);
    channel.read(bytes, 0);
    List<Frame> frames = new ArrayList<>();
    for (int at = FIRST_RECORD; bytes.getInt(at) != 0; at += frames.get(frames.size() - 1).length) {
      frames.add(new Frame(at, Integer.BYTES + bytes.getInt(at)));
    }
    return frames;
  }

  private static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Runs over a small tape and breaks off after so many ticks, without a stop record. */
  private void simulate(int ticks) {
    SmallFiles files = new SmallFiles(folder);
    StringBuilder tape = new StringBuilder("time,symbol,last,quantity,bid,ask\n");
    for (int i = 0; i < TICKS; i++) {
      // Down through the stop, and on.
      tape.append(String.format("2026-01-05T10:00:%02dZ,ACME,%d,,,%n", i, 120 - i));
    }
    RipcordConfig config =
        ConfigLoader.load(
                files.write(
                    "config.yaml",
                    """
                    journal: {block-size: 256KiB, preallocate: 0, touch-ahead: 0}
                    max-positions: 16
                    """),
                Overrides.none())
            .config();
    PositionsConfig positions =
        ConfigLoader.parsePositions(config, "positions.yaml", SmallFiles.POSITIONS);
    new Simulation(
            new SimulationRequest(
                config,
                positions,
                List.of(Tapes.open(files.write("tape.csv", tape.toString()))),
                List.of(),
                journal(),
                Pace.max(),
                0,
                "test"),
            new RunWatcher() {
              private int seen;

              @Override
              public void onProgress(long timeNs) {
                seen++;
                if (seen == ticks) {
                  throw new Interrupted();
                }
              }
            })
        .run(false);
  }
}
