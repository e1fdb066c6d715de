package io.ripcord.console;

import static io.ripcord.money.E8.NULL;
import static io.ripcord.money.E8.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.control.ControlRig;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.TradingState;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalTail;
import io.ripcord.replay.Replay;
import io.ripcord.replay.ReplayObserver;
import io.ripcord.replay.StopEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica that follows a journal, from zero and from a recovered state. */
class LiveStateTest {
  private static final long SECOND_NS = 1_000_000_000;

  private Path journal;

  @BeforeEach
  void run(@TempDir Path place) {
    journal = place.resolve("journal");
    try (ControlRig rig = new ControlRig(journal)) {
      rig.trade("100").holding(1).holding(2).trade("104").trade("90");
    }
  }

  private static void drain(LiveState live) {
    long nowNs = 0;
    while (live.doWork(nowNs) > 0) {
      nowNs += SECOND_NS;
    }
  }

  private LiveState fromZero() {
    return new LiveState(journal, JournalTail.EMPTY, null, new ReportFold(row -> {}));
  }

  @Test
  void shouldKnowNothingBeforeTheFirstInput() {
    try (LiveState live = fromZero()) {
      assertThat(live.status())
          .isEqualTo(
              new StatusRow(
                  TradingState.ACTIVE,
                  "UNKNOWN",
                  0,
                  0,
                  0,
                  0,
                  0,
                  NULL,
                  -1,
                  journal.toString(),
                  null));
      assertThat(live.positions()).isEmpty();
      assertThat(live.position(1)).isNull();
      assertThat(live.policyId("wide")).isEqualTo(-1);
      assertThat(live.nextPositionId()).isEqualTo(1);
      assertThat(new LiveJson(live).positions(true).get("positions")).isEmpty();
    }
  }

  @Test
  void shouldSeeWhatTheEngineSaw() {
    try (LiveState live = fromZero()) {
      drain(live);
      Replay replay = new Replay(journal, true, ReplayObserver.NONE);
      assertThat(replay.run().identical()).isTrue();

      StatusRow status = live.status();
      assertThat(status.sequence()).isEqualTo(replay.engine().sequence());
      assertThat(status.timeNs()).isEqualTo(replay.engine().nowNs());
      assertThat(status.session()).isEqualTo("CONNECTED");
      assertThat(status.openPositions()).isZero();
      assertThat(status.problem()).isNull();
      assertThat(live.positions())
          .extracting(PositionRow::status)
          .containsExactly(PositionStatus.CLOSED, PositionStatus.CLOSED);
      assertThat(live.position(1).watermarkE8()).isEqualTo(104 * ONE);
      assertThat(live.instruments())
          .containsExactly(
              new InstrumentRow(0, "ACME", ONE / 2, ONE, 90 * ONE),
              new InstrumentRow(1, "BETA", ONE / 2, ONE, NULL));
      assertThat(live.policies()).isEqualTo(List.of("narrow", "wide", "fixed"));
      assertThat(new LiveJson(live).exits(1).get("exits")).hasSize(1);
      assertThat(new LiveJson(live).exits(1).get("total").asInt()).isEqualTo(2);
    }
  }

  @Test
  void shouldGoOnFromARecoveredState() {
    ReportFold fold = new ReportFold(row -> {});
    Replay replay = new Replay(journal, false, fold);
    replay.run();
    try (JournalReader reader = JournalReader.open(journal, StopEvents.STOP)) {
      while (reader.next()) {
        // To its end.
      }
      try (LiveState live = new LiveState(journal, reader.tail(), replay.engine(), fold);
          LiveState zero = fromZero()) {
        drain(live);
        drain(zero);
        assertThat(live.positions()).isEqualTo(zero.positions());
        assertThat(live.sequence()).isEqualTo(zero.sequence());
        assertThat(new LiveJson(live).exits(9)).isEqualTo(new LiveJson(zero).exits(9));
      }
    }
  }

  @Test
  void shouldNotWaitForeverForWhatDoesNotCome() {
    try (LiveState live = fromZero()) {
      drain(live);
      assertThat(live.awaitSequence(live.sequence(), 0)).isTrue();
      assertThat(live.awaitSequence(live.sequence() + 1, 1_000_000)).isFalse();
      Thread.currentThread().interrupt();
      assertThat(live.awaitSequence(live.sequence() + 1, 60 * SECOND_NS)).isFalse();
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void shouldTellTheAgeOfTheLastInput() {
    try (LiveState live = fromZero()) {
      live.doWork(SECOND_NS);
      live.doWork(3 * SECOND_NS);
      assertThat(live.status().lastInputAgeMs()).isEqualTo(2000);
    }
  }

  @Test
  void shouldSayWhyItStandsStill() throws IOException {
    Path cycle;
    try (var files = Files.newDirectoryStream(journal.resolve("g1"), "*.cq4")) {
      cycle = files.iterator().next();
    }
    byte[] bytes = Files.readAllBytes(cycle);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("BETA")] ^= 1;
    Files.write(cycle, bytes);
    try (LiveState live = fromZero()) {
      drain(live);
      assertThat(live.status().problem()).contains(".cq4");
      assertThat(live.awaitSequence(1_000_000, 60 * SECOND_NS)).isFalse();
    }
  }
}
