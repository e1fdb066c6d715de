package io.ripcord.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.ripcord.config.PositionConfig;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.config.SignalConfig;
import io.ripcord.console.ReportFold;
import io.ripcord.console.ReportWriter;
import io.ripcord.engine.Engine;
import io.ripcord.event.BracketState;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Sources;
import io.ripcord.event.StopReason;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.money.E8;
import io.ripcord.pipeline.OrderSender;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.RingSink;
import io.ripcord.replay.Recovered;
import io.ripcord.replay.Recovery;
import io.ripcord.replay.Replay;
import io.ripcord.venue.paper.PaperSettings;
import io.ripcord.venue.paper.PaperVenue;
import io.ripcord.venue.tape.MergedTapes;
import io.ripcord.venue.tape.Tape;
import io.ripcord.venue.tape.TapeCursor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A simulation that also knows what no tape has: mark prices, session phases, stops at the venue,
 * the trading state, closes by hand. The real pipeline and the paper venue; orders fill at once.
 *
 * <p>At equal time: positions, events, market data, signals, deadlines; {@code vectors/README.md}.
 */
final class ScriptedRun {
  private static final byte[] NO_HASH = new byte[32];

  private final Path journal;
  private final RipcordConfig config;
  private final PositionsConfig positions;
  private final Tape tape;
  private final ArrayDeque<JsonNode> events = new ArrayDeque<>();

  private Pipeline pipeline;
  private RingSink sink;
  private PaperVenue venue;
  private OrderSender sender;
  private Definitions definitions;
  private Schedule schedule;
  private TapeCursor cursor;
  private boolean hasMarket;
  private CommandPublisher commands;
  private MarketDataPublisher market;
  private NodePublisher node;
  private NodePublisher timers;
  private ReportPublisher reports;
  private long nowNs;

  ScriptedRun(
      Path journal, RipcordConfig config, PositionsConfig positions, Tape tape, JsonNode events) {
    this.journal = journal;
    this.config = config;
    this.positions = positions;
    this.tape = tape;
    List<JsonNode> rows = new ArrayList<>();
    events.forEach(rows::add);
    // Stable: events of one time stay in the order of the file.
    rows.sort((a, b) -> Long.compare(ns(a), ns(b)));
    this.events.addAll(rows);
  }

  /** Runs it, and gives the report of its journal, every decision of which was made twice. */
  JsonNode report() {
    MergedTapes tapes = new MergedTapes(List.of(tape));
    tapes.scan();
    try (JournalDirectory directory = JournalDirectory.open(journal)) {
      Recovered nothing = new Recovery(directory).run();
      try (ChronicleJournal frames =
              new ChronicleJournal(
                  Contexts.journal(config.journal(), directory, 1).resumeAt(nothing.tail()));
          Pipeline real =
              new Pipeline(
                  Contexts.pipeline(config).firstSequence(nothing.nextSequence()), frames);
          TapeCursor records = tapes.open()) {
        pipeline = real;
        cursor = records;
        hasMarket = cursor.next();
        pipeline.start();
        run(tapes);
      }
    }
    ReportFold fold = new ReportFold(row -> {});
    Replay replay = new Replay(journal, true, fold);
    if (replay.run().difference() != null) {
      throw new AssertionError("the replay decides otherwise");
    }
    return new ReportWriter(fold, replay.engine(), Map.of()).json();
  }

  private void run(MergedTapes tapes) {
    sink = pipeline.newSink();
    venue = new PaperVenue(PaperSettings.immediate());
    sender = pipeline.newSender(venue);
    node = new NodePublisher(sink, Sources.NODE);
    timers = new NodePublisher(sink, Sources.TIMER);
    commands = new CommandPublisher(sink, Sources.POSITIONS);
    market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
    reports = new ReportPublisher(sink, Sources.PAPER_VENUE);
    schedule = new Schedule(positions.positions(), positions.signals());
    nowNs = nextNs();
    node.engineStarted(
        nowNs, 0, 1, Engine.DECISION_VERSION, config.maxPositions(), "test", NO_HASH);
    definitions =
        new Definitions(
            new DefinitionPublisher(sink, Sources.CONFIGURATION), nowNs, pipeline.engine().view());
    for (String symbol : tapes.symbols()) {
      definitions.instrument(config.instrument(symbol));
      venue.list(config.instrument(symbol).priceIncrementE8(), config.instrument(symbol).lotE8());
    }
    positions.policies().values().forEach(definitions::policy);
    positions.groups().values().forEach(definitions::group);
    definitions.watch(positions.positions());
    while (nextNs() != Schedule.NEVER) {
      step(Math.min(nextNs(), pipeline.nextDeadlineNs()));
    }
    while (pipeline.nextDeadlineNs() <= nowNs) {
      step(nowNs);
    }
    node.engineStopped(nowNs, StopReason.FINISHED);
    settle();
  }

  /** When something comes that is no deadline. */
  private long nextNs() {
    long marketNs = hasMarket ? cursor.ingressTimeNs() : Schedule.NEVER;
    long eventNs = events.isEmpty() ? Schedule.NEVER : ns(events.peek());
    return Math.min(
        Math.min(marketNs, eventNs), Math.min(schedule.nextPositionNs(), schedule.nextSignalNs()));
  }

  private void step(long timeNs) {
    nowNs = timeNs;
    venue.now(nowNs);
    if (schedule.nextPositionNs() == timeNs) {
      PositionConfig position = schedule.takePosition();
      register(position, position.entryPriceE8());
    } else if (!events.isEmpty() && ns(events.peek()) == timeNs) {
      event(events.remove());
    } else if (hasMarket && cursor.ingressTimeNs() == timeNs) {
      market();
    } else if (schedule.nextSignalNs() == timeNs) {
      SignalConfig signal = schedule.takeSignal();
      commands.signal(
          nowNs, definitions.instrumentId(signal.symbol()), signal.positionId(), signal.action());
    } else {
      timers.timerFired(nowNs, pipeline.nextDeadlineNs());
    }
    settle();
  }

  private void market() {
    for (PositionConfig position : schedule.dueWith(cursor.symbol(), nowNs, cursor.lastE8())) {
      register(position, position.entryPriceE8());
      settle();
    }
    int id = cursor.symbolIndex();
    market.tick(
        nowNs,
        id,
        cursor.venueTimeNs(),
        cursor.lastE8(),
        cursor.lastQuantityE8(),
        cursor.bidE8(),
        cursor.askE8());
    pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
    venue.onMarketData(id, nowNs, cursor.lastE8(), cursor.bidE8(), cursor.askE8());
    hasMarket = cursor.next();
  }

  private void register(PositionConfig position, long entryPriceE8) {
    int id = definitions.instrumentId(position.symbol());
    venue.hold(position.id(), id, position.side(), position.quantityE8());
    commands.positionRegistered(
        nowNs,
        position.id(),
        id,
        position.side(),
        position.quantityE8(),
        entryPriceE8,
        position.leverageE8(),
        definitions.policyId(position.policy()),
        definitions.squareOffNs(position.policy(), Optional.empty(), nowNs));
    for (String group : position.groups()) {
      commands.groupMember(nowNs, definitions.groupId(group), position.id());
    }
  }

  private void event(JsonNode row) {
    if (row.has("mark")) {
      market.markPrice(nowNs, instrument(row), nowNs, e8(row, "mark"));
    } else if (row.has("phase")) {
      int id = row.has("symbol") ? instrument(row) : -1;
      node.phaseChanged(nowNs, id, SessionPhase.valueOf(row.get("phase").asText()));
    } else if (row.has("bracket")) {
      commands.bracketStatus(
          nowNs,
          row.get("position").asLong(),
          BracketState.valueOf(row.get("bracket").asText()),
          e8(row, "stop"),
          E8.NULL,
          TriggerSource.LAST);
    } else if (row.has("trading")) {
      commands.tradingStateChanged(nowNs, TradingState.valueOf(row.get("trading").asText()));
    } else if (row.has("close")) {
      commands.closeRequested(nowNs, row.get("close").asLong(), e8(row, "quantity"));
    } else {
      throw new IllegalArgumentException("no such event: " + row);
    }
  }

  private int instrument(JsonNode row) {
    return definitions.instrumentId(row.get("symbol").asText());
  }

  private static long e8(JsonNode row, String key) {
    return row.has(key) ? E8.parse(new BigDecimal(row.get(key).asText()).toPlainString()) : E8.NULL;
  }

  private static long ns(JsonNode row) {
    Instant at = Instant.parse(row.get("at").asText());
    return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
  }

  /** Lets the pipeline digest, the sender send and the venue answer. */
  private void settle() {
    boolean moved = true;
    while (moved) {
      pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
      moved = sender.doWork(nowNs) > 0;
      if (venue.nextReportNs() <= nowNs) {
        venue.publishNext(reports);
        moved = true;
      }
    }
  }
}
