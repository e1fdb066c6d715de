package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.config.ConfigException;
import io.ripcord.console.ExitRow;
import io.ripcord.console.ReportFold;
import io.ripcord.control.Command;
import io.ripcord.control.CommandResult;
import io.ripcord.event.ExitReason;
import io.ripcord.event.PositionStatus;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.replay.Replay;
import io.ripcord.replay.ReplayResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NodeTest {
  private static final String FAST = "feed: {generated: {seed: 3}, speed: 30}\n";

  @TempDir private Path directory;
  private NodeRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new NodeRig(directory);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private ReplayResult replayed(ReportFold fold) {
    return new Replay(rig.data.resolve(Node.JOURNAL), true, fold).run();
  }

  @Test
  void shouldExitAndStopInOrderAndReplayAlike() throws IOException {
    Node node = rig.start(FAST);
    rig.awaitPrice("BTCUSDT");

    CommandResult quick = rig.register(7, "BTCUSDT", "quick");
    rig.awaitStatus(7, PositionStatus.CLOSED);
    CommandResult wide = rig.register(8, "BTCUSDT", "wide");
    StopReport report = node.stop();

    assertThat(quick.message()).startsWith("position 7 registered: LONG 0.5 BTCUSDT @ ");
    assertThat(quick.accepted() && wide.accepted()).isTrue();
    assertThat(report.exitsInFlight()).isZero();
    assertThat(report.sentence())
        .matches(
            "stays open: #8 LONG 0\\.5 BTCUSDT stop [0-9.]+; nothing was flattened; it is watched"
                + " again after the next start");
    assertThat(rig.register(9, "BTCUSDT", "wide").message())
        .isEqualTo("the node is stopping and takes no commands");
    assertThat(node.stop()).as("again").isSameAs(report);
    ReportFold fold = new ReportFold(row -> {});
    assertThat(replayed(fold).identical()).isTrue();
    assertThat(fold.exits()).hasSize(1).allMatch(ExitRow::isProven);
  }

  @Test
  void shouldWatchAgainWhatStayedOpen() throws IOException {
    String positions =
        "positions: [{id: 4, symbol: SOLUSDT, side: SHORT, quantity: 2, policy: wide}]";
    rig.start(FAST + positions);
    rig.awaitStatus(4, PositionStatus.OPEN);
    rig.awaitPrice("BTCUSDT");
    rig.register(5, "BTCUSDT", "wide");
    StopReport first = rig.stop();

    Node again = rig.start(FAST + positions);
    rig.awaitPrice("SOLUSDT");
    assertThat(again.epoch()).isEqualTo(2);
    assertThat(again.origin()).startsWith("goes on after input ");
    assertThat(again.live().position(4).status()).isEqualTo(PositionStatus.OPEN);
    CommandResult closed = again.commands().submit(new Command.CloseNow(5));
    rig.awaitStatus(5, PositionStatus.CLOSED);
    StopReport second = rig.stop();

    assertThat(first.open()).hasSize(2);
    assertThat(closed.accepted()).as(closed.message()).isTrue();
    assertThat(second.open()).singleElement().asString().startsWith("#4 SHORT 2 SOLUSDT stop ");
    assertThat(replayed(new ReportFold(row -> {})).identical()).isTrue();
  }

  @Test
  void shouldGoOnAfterAStopThatWasNotInOrder() throws IOException {
    rig.start(FAST);
    rig.awaitPrice("ETHUSDT");
    rig.register(1, "ETHUSDT", "wide");
    rig.close();

    rig = new NodeRig(directory);
    Node again = rig.start(FAST);
    assertThat(again.origin()).endsWith("no orderly stop)");
    rig.awaitPrice("ETHUSDT");
    assertThat(again.live().position(1).status()).isEqualTo(PositionStatus.OPEN);
    rig.stop();

    assertThat(replayed(new ReportFold(row -> {})).identical()).isTrue();
  }

  @Test
  void shouldKeepTimersWithoutATick() throws IOException {
    Path tape = directory.resolve("three.csv");
    Files.writeString(
        tape,
        """
        time,symbol,last,quantity,bid,ask
        2026-01-05T09:15:00Z,ABC,100,1,99.5,100.5
        2026-01-05T09:15:00.001Z,ABC,100,1,99.5,100.5
        """);
    rig.start("feed: {tape: ['" + tape + "']}\n");
    rig.awaitPrice("ABC");

    assertThat(rig.register(1, "ABC", "timed").accepted()).isTrue();
    rig.awaitStatus(1, PositionStatus.CLOSED);
    rig.stop();

    ReportFold fold = new ReportFold(row -> {});
    assertThat(replayed(fold).identical()).isTrue();
    assertThat(fold.exits()).extracting(ExitRow::reason).containsExactly(ExitReason.TIME);
  }

  @Test
  void shouldWriteNothingBeforeEverythingIsAccepted() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> rig.startAt(taken.getLocalPort(), FAST))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
    assertThatThrownBy(() -> rig.start("feed: {tape: [missing.csv]}"))
        .hasMessageContaining("missing.csv");

    assertThat(JournalDirectory.hasJournal(rig.data.resolve(Node.JOURNAL))).isFalse();
    rig.start(FAST);
    rig.stop();
  }

  @Test
  void shouldLeaveOnlyWhereItsMarketTrades() throws IOException {
    // The last session was long ago.
    String closed =
        "calendars: {past: {version: 1, zone: UTC, special: {2001-01-02: [{continuous: '09:00'},"
            + " {closed: '17:00'}]}}}\n"
            + "instruments: {BTCUSDT: {calendar: past}, ETHUSDT: {}}\n";
    Node node = rig.start(FAST + closed);
    rig.awaitPrice("BTCUSDT");
    rig.awaitPrice("ETHUSDT");
    assertThat(rig.register(1, "BTCUSDT", "timed").accepted()).isTrue();
    assertThat(rig.register(2, "ETHUSDT", "timed").accepted()).isTrue();
    rig.awaitStatus(2, PositionStatus.CLOSED);
    rig.register(3, "ETHUSDT", "quick");
    rig.awaitStatus(3, PositionStatus.CLOSED);
    assertThat(node.live().position(1).status()).isEqualTo(PositionStatus.OPEN);
    rig.stop();

    // The calendar is gone, and with it the close.
    rig.start(FAST);
    rig.awaitStatus(1, PositionStatus.CLOSED);
    rig.stop();

    assertThat(replayed(new ReportFold(row -> {})).identical()).isTrue();
  }

  @Test
  void shouldRefuseAnotherSizeAndAnotherNode() throws IOException {
    Node node = rig.start(FAST);

    assertThatThrownBy(() -> rig.second(FAST)).hasMessageContaining("another engine uses");
    node.stop();
    assertThatThrownBy(() -> rig.startWith(65, FAST))
        .hasMessageContaining("was begun with max-positions 64, found 65");
    assertThatThrownBy(() -> rig.start(FAST, NodeStart.FRESH))
        .isInstanceOf(JournalDirectoryException.class)
        .hasMessageContaining("holds a journal already");
  }

  @Test
  void shouldTakeNoPolicyThatItsMarketDataCannotServe() throws IOException {
    Path tape = directory.resolve("trades.csv");
    Files.writeString(
        tape, "time,symbol,last\n2026-01-05T10:00:00Z,ACME,100\n2026-01-05T10:00:01Z,ACME,101\n");
    String feed = "feed: {tape: ['" + tape + "']}\n";
    String why =
        "policies.quoted.trigger: found 'bid-ask', expected another price: the tape of ACME has no"
            + " book";
    rig.start(feed);
    rig.awaitPrice("ACME");

    CommandResult refused = rig.register(1, "ACME", "quoted");
    CommandResult taken = rig.register(2, "ACME", "wide");
    rig.stop();

    assertThat(refused.message()).isEqualTo(why);
    assertThat(taken.accepted()).isTrue();
    assertThatThrownBy(
            () ->
                rig.start(
                    feed
                        + "positions: [{symbol: ACME, side: LONG, quantity: 1, policy: quoted}]\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(why);
  }
}
