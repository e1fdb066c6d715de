package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.venue.tape.Tape;
import io.ripcord.venue.tape.TapeBytes;
import io.ripcord.venue.tape.TapeCursor;
import io.ripcord.venue.tape.TapeSummary;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed run had scanned its tapes: the run that goes on does not let the market wait for it. */
class KilledRunsTapesTest {
  private static final String POSITIONS =
      """
      policies: {p: {stop-loss: {percent: 5}}}
      positions:
        - {id: 1, symbol: A, side: LONG, quantity: 1, policy: p}
        - {id: 2, symbol: B, side: LONG, quantity: 1, policy: p}
      """;

  @TempDir private Path directory;

  private final List<String> asked = new ArrayList<>();
  private SmallRun run;
  private SimulationResult whole;
  private CrashPoints points;

  /** A tape that notes what is asked of it. */
  private record NotingTape(Tape tape, List<String> asked) implements Tape {
    @Override
    public String name() {
      return tape.name();
    }

    @Override
    public TapeSummary scan() {
      asked.add("scan");
      return tape.scan();
    }

    @Override
    public TapeBytes hash() {
      asked.add("hash");
      return tape.hash();
    }

    @Override
    public TapeCursor open() {
      asked.add("open");
      return tape.open();
    }
  }

  /** The symbol that comes first in time is not the one that comes first in the order of tapes. */
  @BeforeEach
  void runToTheEnd() throws IOException {
    run = new SmallRun(Files.createDirectories(directory.resolve("run"))).positions(POSITIONS);
    run.tape(tape("a.csv", "2,A,100\n4,A,101\n6,A,94\n8,A,93\n"));
    run.tape(tape("b.csv", "1,B,50\n3,B,51\n5,B,52\n7,B,40\n"));
    whole = run.run();
    points = new CrashPoints(run.journal(), directory.resolve("points"));
    asked.clear();
  }

  private Tape tape(String name, String rows) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, "time,symbol,last\n" + rows);
    return new NotingTape(Tapes.open(file), asked);
  }

  /** Frames of the run up to its first record, that one included. */
  private int framesToFirstRecord() {
    EventDispatcher inputs = new EventDispatcher();
    boolean[] found = {false};
    EventObserver observer =
        new EventObserver() {
          @Override
          public void onTick(
              int instrumentId,
              long venueTimeNs,
              long lastE8,
              long lastQuantityE8,
              long bidE8,
              long askE8) {
            found[0] = true;
          }
        };
    int count = 0;
    while (!found[0]) {
      CrashPoints.Frame frame = points.frames().get(count++);
      if (frame.isInput()) {
        inputs.dispatch(frame.sequence(), frame.payload(), 0, frame.payload().capacity(), observer);
      }
    }
    return count;
  }

  private void assertEndsAsTheWholeRun(Path killed) {
    SimulationResult resumed = run.resume(killed);
    assertThat(resumed.replay().identical()).isTrue();
    assertThat(resumed.tapes()).isEqualTo(whole.tapes());
    assertThat(DecisionLines.of(killed)).isEqualTo(DecisionLines.of(run.journal()));
  }

  @Test
  void shouldScanThemForTheReportOnlyWhenTheJournalHoldsARecord() throws IOException {
    assertEndsAsTheWholeRun(points.killedAfter(framesToFirstRecord(), "killed"));

    assertThat(asked).containsExactly("hash", "hash", "open", "open", "scan", "scan");
  }

  @Test
  void shouldScanThemBeforeTheFirstRecord() throws IOException {
    assertEndsAsTheWholeRun(points.killedAfter(framesToFirstRecord() - 1, "killed"));

    assertThat(asked).containsExactly("hash", "hash", "scan", "scan", "open", "open");
  }

  @Test
  void shouldRefuseOtherBytes() throws IOException {
    Path killed = points.killedAfter(framesToFirstRecord(), "killed");
    String text = Files.readString(directory.resolve("b.csv"));
    Files.writeString(directory.resolve("b.csv"), text.replace("52", "53"));

    assertThatThrownBy(() -> run.resume(killed))
        .isInstanceOf(JournalDirectoryException.class)
        .hasMessageContaining("was made from another TAPE, expected one with SHA-256");
  }
}
