package io.ripcord.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A connection that breaks at every byte of an order and of its reports. What the venue then says
 * is what happened, and an order that is sent again, as the engine does on the word of the venue,
 * trades once.
 */
@Timeout(120)
class CutConnectionTest {
  /** Longest frames of an order, and of the acknowledgement and the fill together. */
  private static final int ORDER_BYTES = 4 + 128;

  private static final int REPORT_BYTES = 2 * (4 + 128);

  @TempDir private Path folder;

  private final NodeEvents events = new NodeEvents();
  private WireRig rig;
  private CutProxy proxy;
  private RemotePaperVenue node;

  @BeforeEach
  void connect() {
    rig = new WireRig(folder, PaperSettings.immediate());
    proxy = new CutProxy(rig.port());
    rig.alsoStep(proxy::step);
    node = rig.node("node-a", events, proxy.port());
    rig.until("connected", node::isConnected);
  }

  @AfterEach
  void close() throws IOException {
    rig.close();
    proxy.close();
  }

  private String askAfterwards(long position) {
    rig.until("cut", () -> proxy.cuts() == position && !node.isConnected());
    // The pauses grow: these sessions are short. Nothing else happens in them.
    rig.stepNs(20 * WireRig.STEP_NS);
    rig.until("connected again", node::isConnected);
    rig.stepNs(WireRig.STEP_NS);
    events.lines().clear();
    WireRig.ask(node.gateway(), position, position, WireRig.ACME, 1);
    String status = "STATUS q" + position + " " + position + "/1 ";
    rig.until("answered", () -> events.has(status));
    return events.lines().get(events.lines().size() - 1).substring(status.length());
  }

  @Test
  void shouldSendAnOrderOnceHoweverMuchOfItArrived() {
    int unknown = 0;
    int filled = 0;
    for (int position = 1; position <= ORDER_BYTES; position++) {
      rig.hold(node, position, "ACME", Side.LONG, "2");
      proxy.cutAfter(CutProxy.TO_SERVER, position);
      WireRig.order(node.gateway(), position, WireRig.ACME, Side.LONG, "2", 1);
      String answer = askAfterwards(position);
      if (answer.equals("UNKNOWN_ORDER cum 0")) {
        unknown++;
        WireRig.order(node.gateway(), position, WireRig.ACME, Side.LONG, "2", 1);
        String trade = "TRADE " + position + "/1 2@99.5";
        rig.until("filled", () -> events.has(trade));
      } else {
        filled++;
        assertThat(answer).isEqualTo("FILLED cum 2");
      }
    }

    assertThat(unknown).isGreaterThan(60);
    assertThat(filled).isGreaterThan(5);
    assertEachExitedOnce(ORDER_BYTES);
  }

  @Test
  void shouldFindItsFillsHoweverMuchOfTheReportsArrived() {
    for (int position = 1; position <= REPORT_BYTES; position++) {
      rig.hold(node, position, "ACME", Side.LONG, "2");
      proxy.cutAfter(CutProxy.TO_CLIENT, position);
      WireRig.order(node.gateway(), position, WireRig.ACME, Side.LONG, "2", 1);
      // What comes before the reports, such as a heartbeat, may be what is cut: ask all the same.
      String answer = askAfterwards(position);

      assertThat(answer).isEqualTo("FILLED cum 2");
      assertThat(events.count("TRADE " + position + "/1 2@99.5")).isEqualTo(1);
    }

    assertEachExitedOnce(REPORT_BYTES);
  }

  private void assertEachExitedOnce(int positions) {
    assertThat(rig.ledgerRows()).hasSize(positions);
    assertThat(rig.ledgerRows())
        .allSatisfy(
            row -> {
              assertThat(row.exits()).as(row.toString()).isEqualTo(1);
              assertThat(row.executions()).as(row.toString()).isEqualTo(1);
              assertThat(row.exitedE8()).as(row.toString()).isEqualTo(2 * E8.ONE);
              assertThat(row.netE8()).as(row.toString()).isZero();
            });
  }
}
