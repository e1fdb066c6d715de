package io.ripcord.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against a server over a real connection, on one thread and a clock of its own. */
@Timeout(120)
class RemotePaperVenueTest {
  @TempDir private Path folder;

  private final NodeEvents events = new NodeEvents();
  private WireRig rig;
  private RemotePaperVenue node;

  @BeforeEach
  void connect() {
    rig = new WireRig(folder, PaperSettings.immediate());
    node = rig.node("node-a", events);
    rig.until("connected", node::isConnected);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void connectAgain() {
    rig.until("connected again", node::isConnected);
    events.lines().clear();
  }

  @Test
  void shouldTradeUnderTheNodesOwnInstrumentNumbers() {
    assertThat(rig.hold(node, 1, "BETA", Side.SHORT, "3")).isTrue();
    assertThat(rig.hold(node, 2, "ACME", Side.LONG, "2")).isTrue();
    assertThat(rig.hold(node, 2, "ACME", Side.LONG, "2")).isTrue();
    assertThat(rig.hold(node, 2, "ACME", Side.LONG, "5")).isFalse();
    assertThat(rig.hold(node, 3, "GAMMA", Side.LONG, "2")).isFalse();

    node.gateway().onPositionsQuery(1, 7, E8.NULL, WireRig.ACME);
    WireRig.order(node.gateway(), 1, WireRig.BETA, Side.SHORT, "3", 1);
    node.gateway().onPositionsQuery(1, 8, 1, WireRig.BETA);
    rig.until("answered", () -> events.has("END q8"));

    assertThat(events.lines())
        .containsExactly(
            "SESSION CONNECTED",
            "BEGIN q7 rows 1",
            "ROW q7 2 of 1 2",
            "END q7 rows 1",
            "NEW 1/1 leaves 3 x1",
            "TRADE 1/1 3@10.5 leaves 0 x2",
            "BEGIN q8 rows 0",
            "END q8 rows 0");
    rig.until("seen", () -> events.ticks() > 0);
    assertThat(events.lastTick()).isEqualTo("0 9.5 10.5");
  }

  @Test
  void shouldAddToAPositionOverTheWire() {
    rig.hold(node, 1, "BETA", Side.SHORT, "3");
    WireRig.entry(node.gateway(), 1, WireRig.BETA, Side.SHORT, "2", 1);
    rig.until("filled", () -> events.has("TRADE 1/1"));
    WireRig.order(node.gateway(), 1, WireRig.BETA, Side.SHORT, "4", 1);
    node.gateway().onPositionsQuery(1, 8, 1, WireRig.BETA);
    rig.until("answered", () -> events.has("END q8"));

    assertThat(events.lines())
        .containsExactly(
            "SESSION CONNECTED",
            "NEW 1/1 leaves 2 x1",
            "TRADE 1/1 2@9.5 leaves 0 x2",
            "NEW 1/1 leaves 4 x3",
            "TRADE 1/1 4@10.5 leaves 0 x4",
            "BEGIN q8 rows 1",
            "ROW q8 1 of 0 -1",
            "END q8 rows 1");
    assertThat(rig.ledgerRows())
        .containsExactly(
            new LedgerBook.Row(
                "node-a",
                1,
                "BETA",
                Side.SHORT,
                3 * E8.ONE,
                1,
                1,
                0,
                2,
                2 * E8.ONE,
                4 * E8.ONE,
                0));
  }

  @Test
  void shouldTellOfALostSessionAndOfTheNext() {
    rig.stopServer();
    rig.until("disconnected", () -> !node.isConnected());
    assertThat(node.problem()).contains("localhost:" + rig.port());
    rig.steps(500);
    rig.startServer();
    rig.until("connected again", node::isConnected);

    assertThat(events.lines())
        .containsExactly("SESSION CONNECTED", "SESSION DISCONNECTED", "SESSION CONNECTED");
  }

  @Test
  void shouldDropWhatIsAskedWithoutASessionAndNeverSendItLater() {
    rig.stopServer();
    rig.until("disconnected", () -> !node.isConnected());
    WireRig.order(node.gateway(), 1, WireRig.ACME, Side.LONG, "2", 1);
    WireRig.ask(node.gateway(), 5, 1, WireRig.ACME, 1);
    node.gateway().onPositionsQuery(1, 6, 1, WireRig.ACME);
    assertThat(rig.hold(node, 1, "ACME", Side.LONG, "2")).isFalse();
    rig.startServer();
    connectAgain();
    rig.steps(100);

    assertThat(node.droppedCount()).isEqualTo(3);
    assertThat(events.lines()).isEmpty();
    assertThat(rig.ledgerRows()).isEmpty();
  }

  @Test
  void shouldFindItsOrdersAfterARestartOfTheVenue() {
    rig.hold(node, 1, "ACME", Side.LONG, "2");
    rig.hold(node, 2, "ACME", Side.LONG, "4");
    WireRig.order(node.gateway(), 1, WireRig.ACME, Side.LONG, "2", 1);
    rig.until("filled", () -> events.has("TRADE 1/1"));
    rig.stopServer();
    rig.startServer();
    rig.until("disconnected", () -> events.has("SESSION DISCONNECTED"));
    connectAgain();

    WireRig.ask(node.gateway(), 5, 1, WireRig.ACME, 1);
    WireRig.ask(node.gateway(), 6, 2, WireRig.ACME, 1);
    WireRig.order(node.gateway(), 1, WireRig.ACME, Side.LONG, "2", 1);
    WireRig.order(node.gateway(), 2, WireRig.ACME, Side.LONG, "4", 1);
    node.gateway().onPositionsQuery(1, 7, E8.NULL, WireRig.ACME);
    rig.until("answered", () -> events.has("END q7"));

    assertThat(events.lines())
        .containsExactly(
            "TRADE 1/1 2@99.5 leaves 0 x2",
            "STATUS q5 1/1 FILLED cum 2",
            "STATUS q6 2/1 UNKNOWN_ORDER cum 0",
            "NEW 2/1 leaves 4 x3",
            "TRADE 2/1 4@99.5 leaves 0 x4",
            "BEGIN q7 rows 0",
            "END q7 rows 0");
    assertThat(rig.ledgerRows())
        .extracting(LedgerBook.Row::exits, LedgerBook.Row::executions, LedgerBook.Row::netE8)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 1, 0L),
            org.assertj.core.groups.Tuple.tuple(1, 1, 0L));
  }

  @Test
  void shouldLeaveAnOrderWorkingWhileItIsAway() {
    rig.close();
    rig = new WireRig(folder.resolve("."), slow());
    node = rig.node("node-a", events);
    rig.until("connected", node::isConnected);
    rig.hold(node, 1, "ACME", Side.LONG, "2");
    WireRig.order(node.gateway(), 1, WireRig.ACME, Side.LONG, "2", 1);
    rig.until("ordered", () -> rig.ledgerRows().stream().anyMatch(row -> row.working() == 1));
    rig.stopServer();
    rig.startServer();
    rig.until("disconnected", () -> events.has("SESSION DISCONNECTED"));
    connectAgain();
    // The tape begins anew at every start of the venue, with the event that the order waited for.
    WireRig.ask(node.gateway(), 5, 1, WireRig.ACME, 1);
    rig.until("answered", () -> events.has("STATUS"));

    assertThat(events.lines()).containsOnlyOnce("STATUS q5 1/1 FILLED cum 2");
    assertThat(rig.ledgerRows().get(0).executions()).isEqualTo(1);
  }

  private static PaperSettings slow() {
    return new PaperSettings(TimeUnit.MILLISECONDS.toNanos(500), 0, 0, 2, 0, 0, 0, 0, 0);
  }

  @Test
  void shouldGiveUpASilentVenueAfterThreeSeconds() {
    PausedServer silent = new PausedServer(rig);
    long since = rig.nowNs();
    silent.until(() -> !node.isConnected());

    assertThat(rig.nowNs() - since)
        .isBetween(TimeUnit.MILLISECONDS.toNanos(1900), TimeUnit.MILLISECONDS.toNanos(3100));
    assertThat(node.problem()).contains("nothing heard for 3");
  }

  /** Steps the node without the server. */
  private record PausedServer(WireRig rig) {
    void until(java.util.function.BooleanSupplier condition) {
      rig.pauseServer(true);
      rig.until("noticed", condition);
      rig.pauseServer(false);
    }
  }

  @Test
  void shouldKeepAnIdleSessionAlive() {
    rig.steps(2000);

    assertThat(events.lines()).containsExactly("SESSION CONNECTED");
  }

  @Test
  void shouldLetANewerLogonOfTheSameClientTakeOver() {
    NodeEvents newerEvents = new NodeEvents();
    RemotePaperVenue newer = rig.node("node-a", newerEvents);
    rig.until("taken over", () -> newer.isConnected() && !node.isConnected());
    assertThat(node.problem()).contains("another session of this client name took over");
    // The loser waits as long as it ever does before it tries again.
    long since = rig.nowNs();
    rig.until("taken back", node::isConnected);
    assertThat(rig.nowNs() - since).isGreaterThan(TimeUnit.SECONDS.toNanos(4));
  }

  @Test
  void shouldKeepClientsApart() {
    NodeEvents otherEvents = new NodeEvents();
    RemotePaperVenue other = rig.node("node-b", otherEvents);
    rig.until("connected", other::isConnected);
    rig.hold(node, 1, "ACME", Side.LONG, "2");
    rig.hold(other, 1, "BETA", Side.SHORT, "3");
    WireRig.order(node.gateway(), 1, WireRig.ACME, Side.LONG, "2", 1);
    other.gateway().onPositionsQuery(1, 7, E8.NULL, WireRig.ACME);
    rig.until("answered", () -> otherEvents.has("END") && events.has("TRADE"));

    assertThat(otherEvents.lines())
        .containsExactly(
            "SESSION CONNECTED", "BEGIN q7 rows 1", "ROW q7 1 of 0 -3", "END q7 rows 1");
  }

  @Test
  void shouldAnswerABookingFromAnotherThread() throws InterruptedException {
    AtomicReference<Boolean> answer = new AtomicReference<>();
    Thread operator = new Thread(() -> answer.set(node.hold(1, "ACME", Side.LONG, E8.parse("2"))));
    operator.start();
    rig.until("held", () -> answer.get() != null);
    operator.join();

    assertThat(answer.get()).isTrue();
    assertThatThrownBy(() -> node.hold(2, "ACME", Side.LONG, E8.ONE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldRefuseAnOrderForWhatTheVenueDoesNotList() {
    WireRig.order(node.gateway(), 1, WireRig.GAMMA, Side.LONG, "2", 1);
    rig.steps(20);

    assertThat(node.droppedCount()).isEqualTo(1);
    assertThat(node.isConnected()).isTrue();
  }

  @Test
  void shouldSayOnceThatNobodyAnswers() {
    rig.stopServer();
    NodeEvents lonelyEvents = new NodeEvents();
    RemotePaperVenue lonely = rig.node("node-c", lonelyEvents);
    rig.steps(2000);

    assertThat(lonely.isConnected()).isFalse();
    assertThat(lonelyEvents.lines()).containsExactly("SESSION DISCONNECTED");
  }

  @Test
  void shouldDoNothingMoreOnceClosed() {
    node.close();
    rig.steps(1500);

    assertThat(node.isConnected()).isFalse();
    assertThat(events.lines()).containsExactly("SESSION CONNECTED");
    assertThat(rig.log()).anyMatch(line -> line.contains("the client logged out"));
  }
}
