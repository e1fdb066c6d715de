package io.ripcord.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The venue inside the node, stepped by a clock that only moves when told. */
class LocalPaperVenueTest {
  private static final long START_NS = 1_800_000_000_000_000_000L;
  private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
  private static final String TAPE =
      """
      time,symbol,last,quantity,bid,ask
      2026-01-05T10:00:00Z,ACME,100,1,99.5,100.5
      2026-01-05T10:00:10Z,ACME,101,1,100.5,101.5
      2026-01-05T10:00:20Z,OTHER,1,1,0.5,1.5
      2026-01-05T10:00:30Z,ACME,90,1,89.5,90.5
      """;

  @TempDir private Path folder;

  private final NodeEvents events = new NodeEvents();

  private LocalPaperVenue venue(PaperSettings settings, PaperLedger ledger, long nowNs)
      throws IOException {
    Path tape = Files.writeString(folder.resolve("tape.csv"), TAPE);
    return new LocalPaperVenue(
        settings,
        List.of(
            new PaperInstrument("BETA", E8.ONE, E8.ONE),
            new PaperInstrument("ACME", E8.parse("0.5"), E8.ONE)),
        LiveTape.recorded(List.of(Tapes.open(tape)), 10 * LiveTape.REAL_TIME_MILLI),
        ledger,
        events.reports(),
        events.market(),
        nowNs);
  }

  @Test
  void shouldPlayTheTapeByTheClockItIsGiven() throws IOException {
    try (LocalPaperVenue venue = venue(PaperSettings.immediate(), null, START_NS)) {
      venue.doWork(START_NS);
      assertThat(events.ticks()).isEqualTo(1);
      venue.doWork(START_NS + SECOND_NS - 1);
      assertThat(events.ticks()).isEqualTo(1);
      venue.doWork(START_NS + SECOND_NS);
      assertThat(events.lastTick()).isEqualTo("1 100.5 101.5");
      venue.doWork(START_NS + 2 * SECOND_NS);
      // A symbol that the node does not know passes by.
      assertThat(events.ticks()).isEqualTo(2);
      assertThat(venue.isMarketEnded()).isFalse();
      venue.doWork(START_NS + 4 * SECOND_NS);
      assertThat(events.lastTick()).isEqualTo("1 89.5 90.5");
      assertThat(venue.isMarketEnded()).isTrue();
    }
  }

  @Test
  void shouldFillAtTheMarketAndProveFlat() throws IOException {
    try (LocalPaperVenue venue = venue(PaperSettings.immediate(), null, START_NS)) {
      venue.doWork(START_NS);
      assertThat(venue.hold(1, "ACME", Side.LONG, 2 * E8.ONE)).isTrue();
      assertThat(venue.hold(2, "NONE", Side.LONG, 2 * E8.ONE)).isFalse();
      WireRig.order(venue.gateway(), 1, 1, Side.LONG, "2", 1);
      venue.gateway().onPositionsQuery(1, 7, 1, 1);
      venue.doWork(START_NS + 1);

      assertThat(events.lines())
          .containsExactly(
              "SESSION CONNECTED",
              "NEW 1/1 leaves 2 x" + (START_NS + 1),
              "TRADE 1/1 2@99.5 leaves 0 x" + (START_NS + 2),
              "BEGIN q7 rows 0",
              "END q7 rows 0");
      assertThat(venue.isConnected()).isTrue();
    }
  }

  @Test
  void shouldAddToAPositionAndKnowItAfterARestart() throws IOException {
    Path file = folder.resolve("ledger");
    try (LocalPaperVenue venue =
        venue(PaperSettings.immediate(), PaperLedger.open(file), START_NS)) {
      venue.doWork(START_NS);
      venue.hold(1, "ACME", Side.LONG, 2 * E8.ONE);
      WireRig.entry(venue.gateway(), 1, 1, Side.LONG, "3", 1);
      venue.doWork(START_NS + 1);
    }
    events.lines().clear();
    try (LocalPaperVenue venue =
        venue(PaperSettings.immediate(), PaperLedger.open(file), START_NS + 2)) {
      venue.gateway().onPositionsQuery(1, 7, 1, 1);
      venue.doWork(START_NS + 2);
    }

    assertThat(events.lines())
        .containsExactly(
            "SESSION CONNECTED", "BEGIN q7 rows 1", "ROW q7 1 of 1 5", "END q7 rows 1");
  }

  @Test
  void shouldGoOnFromItsLedger() throws IOException {
    PaperSettings slow = new PaperSettings(5 * SECOND_NS, 0, 0, 2, 0, 0, 0, 0, 0);
    Path file = folder.resolve("ledger");
    try (LocalPaperVenue venue = venue(slow, PaperLedger.open(file), START_NS)) {
      venue.doWork(START_NS);
      venue.hold(1, "ACME", Side.LONG, 2 * E8.ONE);
      WireRig.order(venue.gateway(), 1, 1, Side.LONG, "2", 1);
      venue.doWork(START_NS + SECOND_NS);
    }
    long laterNs = START_NS + 100 * SECOND_NS;
    try (LocalPaperVenue venue = venue(slow, PaperLedger.open(file), laterNs)) {
      WireRig.ask(venue.gateway(), 5, 1, 1, 1);
      venue.doWork(laterNs);
      venue.doWork(laterNs + 10 * SECOND_NS);
    }

    assertThat(events.lines())
        .containsExactly(
            "SESSION CONNECTED",
            "SESSION CONNECTED",
            "TRADE 1/1 2@99.5 leaves 0 x2",
            "TRADE 1/1 2@99.5 leaves 0 x2",
            "STATUS q5 1/1 FILLED cum 2");
  }

  @Test
  void shouldWaitForAMarketWhenThereIsNone() throws IOException {
    try (LocalPaperVenue venue = venue(PaperSettings.immediate(), null, START_NS)) {
      venue.hold(1, "BETA", Side.SHORT, E8.ONE);
      venue
          .gateway()
          .onExitOrder(
              1,
              1,
              0,
              WireRig.high(1),
              WireRig.low(1, 1),
              Side.SHORT,
              io.ripcord.event.OrderType.MARKET,
              E8.ONE,
              1,
              io.ripcord.event.ExitReason.TIME,
              io.ripcord.event.ExitSource.TIME,
              E8.NULL,
              E8.NULL,
              1);
      venue.doWork(START_NS + 10 * SECOND_NS);

      assertThat(events.has("NEW 1/1")).isTrue();
      assertThat(events.has("TRADE")).isFalse();
    }
  }

  @Test
  void shouldNotWaitForARingThatIsFull() throws IOException {
    try (LocalPaperVenue venue = venue(PaperSettings.immediate(), null, START_NS)) {
      venue.doWork(START_NS);
      events.sink().full(true);
      venue.doWork(START_NS + SECOND_NS);
      venue.doWork(START_NS + 3 * SECOND_NS);
      assertThat(events.ticks()).isEqualTo(1);
      events.sink().full(false);
      venue.doWork(START_NS + 3 * SECOND_NS + 1);
      assertThat(events.sink().events()).hasSize(3);
    }
  }
}
