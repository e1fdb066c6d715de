package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.LogLevel;
import io.ripcord.config.Overrides;
import io.ripcord.config.RipcordConfig;
import io.ripcord.engine.Engine;
import io.ripcord.event.AlertKind;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.OrderType;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.log.NodeLog;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Phases on a clock of the test, into a real engine. Trading is 09:15 to 15:30 UTC on working days,
 * with a pre-open from 09:00 and an auction from 09:08; the days are 5 January 2026, a Monday, and
 * those after it.
 */
class NodeSessionsTest {
  private static final String CALENDAR =
      """
      calendars:
        day:
          version: 1
          zone: UTC
          until: 2026-12-31
          week:
            monday-friday:
              - pre-open: "09:00"
              - auction: "09:08"
              - continuous: "09:15"
              - closed: "15:30"
      """;
  private static final String SYMBOLS = "instruments: {A: {calendar: day}, B: {}}\n";
  private static final String POLICIES =
      """
      policies:
        closing: {stop-loss: {percent: 50}, time: {square-off: {before-close: 10m}}}
        morning: {stop-loss: {percent: 50}, time: {square-off: "10:00", zone: UTC}}
        stale: {stop-loss: {percent: 50}, stale-after: 30s, on-stale: exit}
      """;

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final Engine engine = new Engine(new Decisions(), 16, false);
  private final ArraySink sink = new ArraySink((byte) 0, this::take);
  private final NodePublisher node = new NodePublisher(sink, Sources.NODE);
  private final CommandPublisher commands = new CommandPublisher(sink, Sources.COMMAND);
  private final MarketDataPublisher market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
  private final NodePublisher timers = new NodePublisher(sink, Sources.TIMER);
  private RipcordConfig config;
  private NodeSessions sessions;
  private NodeLog log;
  private Definitions definitions;
  private int epoch;

  @BeforeEach
  void open() throws IOException {
    log = NodeLog.open(folder.resolve("log"), LogLevel.ERROR);
  }

  @AfterEach
  void close() {
    log.close();
  }

  private void take(long sequence, org.agrona.DirectBuffer buffer, int length) {
    dispatcher.dispatch(sequence, buffer, 0, length, new Phases());
    dispatcher.dispatch(sequence, buffer, 0, length, engine);
  }

  private final class Phases extends EventObserver {
    private String time = "";

    @Override
    public void onInput(long sequence, long timeNs, int source, long sourceSequence) {
      time = text(timeNs);
    }

    @Override
    public void onPhaseChanged(int instrumentId, SessionPhase phase) {
      said.add("phase " + instrumentId + " " + phase + " " + time);
    }
  }

  private final class Decisions extends DecisionObserver {
    @Override
    public void onAlert(
        long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
      said.add("alert " + kind + " " + positionId);
    }

    @Override
    public void onExitOrder(
        long timeNs,
        long positionId,
        int instrumentId,
        long clOrdIdHigh,
        long clOrdIdLow,
        Side side,
        OrderType orderType,
        long quantityE8,
        int attempt,
        ExitReason reason,
        ExitSource source,
        long levelE8,
        long triggerPriceE8,
        long triggerTimeNs) {
      said.add("exit " + positionId + " " + reason);
    }
  }

  private static String text(long timeNs) {
    return Instant.ofEpochSecond(0, timeNs).toString().substring(8).replace("Z", "");
  }

  /** Such as {@code 05T10:00:00}. */
  private static long ns(String time) {
    return Instant.parse("2026-01-" + time + "Z").getEpochSecond() * 1_000_000_000L;
  }

  /** A start as {@link Node} makes it. */
  private void start(String time, String yaml) throws IOException {
    long nowNs = ns(time);
    // Without a calendar there is no close.
    String policies =
        yaml.contains("calendars:") ? POLICIES : POLICIES.replace("before-close: 10m", "max: 1");
    policies = policies.replaceAll("(?m)^.*max: 1.*\\R", "");
    Path file = Files.writeString(folder.resolve("node.yaml"), yaml + policies);
    config = ConfigLoader.load(file, Overrides.none()).config();
    sessions = new NodeSessions(config, engine.view(), engine.nowNs(), nowNs, sink, log);
    node.engineStarted(
        sessions.startNs(nowNs), 0, ++epoch, Engine.DECISION_VERSION, 16, "test", new byte[32]);
    sessions.catchUp(nowNs);
    definitions =
        new Definitions(new DefinitionPublisher(sink, Sources.CONFIGURATION), nowNs, engine.view());
    List<InstrumentConfig> instruments = new ArrayList<>(config.instruments().values());
    instruments.forEach(definitions::instrument);
    config.policies().values().forEach(definitions::policy);
    sessions.begin(instruments, nowNs);
  }

  private void start(String time) throws IOException {
    start(time, CALENDAR + SYMBOLS);
  }

  private void register(long id, String time, String policy) {
    long nowNs = ns(time);
    commands.positionRegistered(
        nowNs,
        id,
        0,
        Side.LONG,
        E8.ONE,
        100 * E8.ONE,
        E8.ONE,
        definitions.policyId(policy),
        definitions.squareOffNs(policy, config.calendarOf("A"), nowNs));
  }

  private void tick(String time) {
    market.tick(ns(time), 0, ns(time), 100 * E8.ONE, E8.ONE, E8.NULL, E8.NULL);
  }

  private List<String> said() {
    List<String> lines = List.copyOf(said);
    said.clear();
    return lines;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "04T12:00:00 | phase 0 CLOSED 02T15:30:00",
        "05T09:01:00 | phase 0 CLOSED 05T09:01:00; phase 0 PRE_OPEN 05T09:00:00",
        "05T09:10:00 | phase 0 CLOSED 05T09:10:00; phase 0 AUCTION 05T09:08:00",
        "05T10:00:00 | phase 0 CLOSED 05T10:00:00; phase 0 CONTINUOUS 05T09:15:00",
        "05T15:30:00 | phase 0 CLOSED 05T15:30:00",
      })
  void shouldSayAtTheFirstStartWhereAMarketStands(String time, String expected) throws IOException {
    start(time);

    assertThat(String.join("; ", said())).isEqualTo(expected);
  }

  @Test
  void shouldSayEveryChangeAtItsTime() throws IOException {
    start("05T08:00:00");
    said();

    assertThat(sessions.doWork(ns("05T08:59:59"))).isZero();
    assertThat(sessions.doWork(ns("05T09:00:00"))).isEqualTo(1);
    assertThat(sessions.doWork(ns("05T09:00:00"))).isZero();
    sessions.doWork(ns("05T09:15:01"));
    sessions.doWork(ns("05T16:00:00"));
    sessions.doWork(ns("06T09:00:00"));

    assertThat(said())
        .containsExactly(
            "phase 0 PRE_OPEN 05T09:00:00",
            "phase 0 AUCTION 05T09:08:00",
            "phase 0 CONTINUOUS 05T09:15:00",
            "phase 0 CLOSED 05T15:30:00",
            "phase 0 PRE_OPEN 06T09:00:00");
  }

  @Test
  void shouldSayNothingWithoutACalendar() throws IOException {
    start("05T08:00:00", "instruments: {A: {}, B: {}}\n");
    register(1, "05T09:00:00", "morning");
    tick("05T09:30:00");
    start("09T09:00:00", "instruments: {A: {}, B: {}}\n");

    assertThat(sessions.doWork(ns("05T23:00:00"))).isZero();
    // One endless session: a square-off that was missed is made up for, however late.
    assertThat(said()).containsExactly("exit 1 TIME");
  }

  @Test
  void shouldSquareOffAfterARestartInTheSameSession() throws IOException {
    start("05T09:30:00");
    register(1, "05T09:31:00", "morning");
    tick("05T09:32:00");
    said();

    start("05T10:05:00");
    tick("05T10:06:00");

    assertThat(said()).containsExactly("exit 1 TIME", "phase 0 CONTINUOUS 05T09:15:00");
  }

  @Test
  void shouldSayASquareOffThatAnEarlierSessionMissed() throws IOException {
    start("05T09:30:00");
    register(1, "05T09:31:00", "closing");
    tick("05T09:32:00");
    said();

    start("06T10:05:00");
    tick("06T10:06:00");

    assertThat(said())
        .containsExactly(
            "phase 0 CLOSED 05T09:32:00",
            "phase 0 CONTINUOUS 06T09:15:00",
            "alert SQUARE_OFF_OVERDUE 1");
    assertThat(engine.view().sessionStartNs(0)).isEqualTo(ns("06T09:15:00"));
  }

  @ParameterizedTest
  @CsvSource({
    // Stopped in the session, in the night, in the pre-open: due today, missed today, fires today.
    "05T12:00:00",
    "05T20:00:00",
    "06T09:05:00"
  })
  void shouldSquareOffTodayWhatFellDueTodayWhileDown(String stopped) throws IOException {
    start("05T10:30:00");
    register(1, "05T10:31:00", "morning");
    tick("05T10:32:00");
    sessions.doWork(ns(stopped));
    timers.timerFired(ns(stopped), ns(stopped));
    said();

    start("06T10:05:00");
    assertThat(said())
        .contains("phase 0 CONTINUOUS 06T09:15:00")
        .noneMatch(s -> s.contains("exit"));
    tick("06T10:06:00");

    assertThat(said()).containsExactly("exit 1 TIME");
  }

  @Test
  void shouldSayAtTheNextOpeningWhatAClosedMarketMissed() throws IOException {
    start("05T09:30:00");
    register(1, "05T09:31:00", "closing");
    tick("05T15:00:00");
    said();

    start("05T16:00:00");
    assertThat(said()).containsExactly("phase 0 CLOSED 05T15:00:00", "phase 0 CLOSED 05T15:30:00");
    sessions.doWork(ns("06T09:15:00"));

    assertThat(said()).last().isEqualTo("alert SQUARE_OFF_OVERDUE 1");
  }

  @Test
  void shouldNotTakeANightForASilence() throws IOException {
    start("05T09:30:00");
    register(1, "05T09:31:00", "stale");
    tick("05T09:31:10");
    said();

    start("06T10:05:00");
    timers.timerFired(ns("06T10:05:29"), ns("06T10:05:29"));
    assertThat(said()).noneMatch(line -> line.contains("STALE"));
    timers.timerFired(ns("06T10:05:31"), ns("06T10:05:31"));

    assertThat(said()).containsExactly("alert STALE 1", "exit 1 EMERGENCY");
  }

  @Test
  void shouldKeepAPauseOfTheSessionAPause() throws IOException {
    String halt =
        CALENDAR.replace(
            "- closed:", "- halt: \"12:00\"\n        - continuous: \"13:00\"\n        - closed:");
    start("05T11:00:00", halt + SYMBOLS);
    said();

    start("05T12:30:00", halt + SYMBOLS);
    assertThat(said()).containsExactly("phase 0 HALT 05T12:00:00");
    start("05T13:30:00", halt + SYMBOLS);

    assertThat(said()).containsExactly("phase 0 CONTINUOUS 05T13:00:00");
    assertThat(engine.view().sessionStartNs(0)).isEqualTo(ns("05T09:15:00"));
  }

  @Test
  void shouldTakeACalendarOnAndOff() throws IOException {
    start("05T11:00:00", "instruments: {A: {}, B: {}}\n");
    tick("05T11:30:00");

    start("05T12:00:00");
    assertThat(said())
        .containsExactly("phase 0 CLOSED 05T11:30:00", "phase 0 CONTINUOUS 05T09:15:00");
    sessions.doWork(ns("05T16:00:00"));
    said();
    start("05T17:00:00", "instruments: {A: {}, B: {}}\n");

    assertThat(said()).containsExactly("phase 0 CONTINUOUS 05T17:00:00");
    assertThat(engine.view().phase(0)).isEqualTo(SessionPhase.CONTINUOUS);
    assertThat(Optional.of(engine.view().phase(1))).contains(SessionPhase.CONTINUOUS);
  }
}
