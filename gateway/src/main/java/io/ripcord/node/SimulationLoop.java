package io.ripcord.node;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.config.PositionConfig;
import io.ripcord.config.SignalConfig;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.pipeline.OrderSender;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.RingSink;
import io.ripcord.venue.paper.PaperVenue;
import io.ripcord.venue.tape.TapeCursor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One time-ordered source over the real ring. The next event is published when the one before is
 * processed and every report that it caused is placed, so that a run does not depend on the speed
 * of threads.
 *
 * <p>At equal time: phases of markets, positions, the venue's reports, market data in file order
 * (reports without latency directly after their cause), signals, deadlines. An event at t comes
 * after the deadlines before t. After the last of market data, positions and signals, time runs on
 * until no exit is in flight, at most 60 s. One thread, the caller's.
 */
final class SimulationLoop {
  private static final long RUN_ON_NS = TimeUnit.SECONDS.toNanos(60);
  private static final long NEVER = Schedule.NEVER;

  private final Pipeline pipeline;
  private final RingSink sink;
  private final OrderSender sender;
  private final PaperVenue venue;
  private final TapeCursor tape;
  private final Schedule schedule;
  private final Definitions definitions;
  private final PhaseSchedule phases;
  private final Function<String, Optional<SessionCalendar>> calendars;
  private final Pace pace;
  private final RunWatcher watcher;
  private final MarketDataPublisher[] market;
  private final CommandPublisher commands;
  private final NodePublisher timers;
  private final NodePublisher calendar;
  private final ReportPublisher reports;
  private boolean hasMarket;
  private long nowNs;

  SimulationLoop(
      Pipeline pipeline,
      RingSink sink,
      PaperVenue venue,
      RestOfTapes rest,
      int tapes,
      Schedule schedule,
      Definitions definitions,
      PhaseSchedule phases,
      Function<String, Optional<SessionCalendar>> calendars,
      Pace pace,
      RunWatcher watcher) {
    this.pipeline = pipeline;
    this.sink = sink;
    this.venue = venue;
    tape = rest.cursor();
    hasMarket = rest.hasRecord();
    this.schedule = schedule;
    this.definitions = definitions;
    this.phases = phases;
    this.calendars = calendars;
    this.pace = pace;
    this.watcher = watcher;
    sender = pipeline.newSender(venue);
    market = new MarketDataPublisher[tapes];
    for (int i = 0; i < tapes; i++) {
      market[i] = new MarketDataPublisher(sink, Sources.FIRST_FEED + i);
    }
    commands = new CommandPublisher(sink, Sources.POSITIONS);
    timers = new NodePublisher(sink, Sources.TIMER);
    calendar = new NodePublisher(sink, Sources.CALENDAR);
    reports = new ReportPublisher(sink, Sources.PAPER_VENUE);
  }

  /**
   * Runs to the end and returns the time of the last event.
   *
   * @param startNs time of the first event, or of the last one that is in the journal already
   */
  long run(long startNs) {
    nowNs = startNs;
    venue.now(nowNs);
    settle();
    while (hasScheduled()) {
      step(NEVER);
    }
    // A deadline at the time of the last event is settled like any other.
    boolean isDue = true;
    while (isDue) {
      isDue = step(nowNs);
    }
    long untilNs = nowNs + RUN_ON_NS;
    while (pipeline.engine().exitsInFlight() > 0 && step(untilNs)) {
      watcher.onProgress(nowNs);
    }
    return nowNs;
  }

  private boolean hasScheduled() {
    return hasMarket || schedule.nextPositionNs() != NEVER || schedule.nextSignalNs() != NEVER;
  }

  /** Publishes the next event in time unless it is after {@code untilNs}. */
  private boolean step(long untilNs) {
    long marketNs = hasMarket ? tape.ingressTimeNs() : NEVER;
    long positionNs = schedule.nextPositionNs();
    long reportNs = venue.nextReportNs();
    long signalNs = schedule.nextSignalNs();
    long deadlineNs = pipeline.nextDeadlineNs();
    long phaseNs = phases.nextNs();
    long nextNs =
        Math.min(
            Math.min(Math.min(marketNs, positionNs), Math.min(reportNs, signalNs)),
            Math.min(phaseNs, deadlineNs));
    if (nextNs == NEVER || nextNs > untilNs) {
      return false;
    }
    nowNs = Math.max(nowNs, nextNs);
    if (!pace.isMax()) {
      sink.intended(pace.await(nowNs));
    }
    venue.now(nowNs);
    if (phaseNs == nextNs) {
      PhaseEvent event = phases.take();
      calendar.phaseChanged(event.timeNs(), event.instrumentId(), event.phase());
      settle();
    } else if (positionNs == nextNs) {
      PositionConfig position = schedule.takePosition();
      register(position, position.entryPriceE8());
    } else if (reportNs == nextNs) {
      venue.publishNext(reports);
      settle();
    } else if (marketNs == nextNs) {
      market();
    } else if (signalNs == nextNs) {
      signal(schedule.takeSignal());
    } else {
      timers.timerFired(nowNs, deadlineNs);
      settle();
    }
    return true;
  }

  private void market() {
    if (schedule.hasWaiting()) {
      for (PositionConfig position :
          schedule.dueWith(tape.symbol(), tape.ingressTimeNs(), tape.lastE8())) {
        register(position, position.hasEntryPrice() ? position.entryPriceE8() : tape.lastE8());
      }
    }
    int instrumentId = tape.symbolIndex();
    market[tape.tapeIndex()].tick(
        nowNs,
        instrumentId,
        tape.venueTimeNs(),
        tape.lastE8(),
        tape.lastQuantityE8(),
        tape.bidE8(),
        tape.askE8());
    pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
    if (isUsable(tape.lastE8())) {
      venue.onMarketData(instrumentId, nowNs, tape.lastE8(), tape.bidE8(), tape.askE8());
    }
    settle();
    hasMarket = tape.next();
    watcher.onProgress(nowNs);
  }

  /**
   * Whether the venue may trade on a tick: the engine drops one with a bad price as a whole, its
   * book included.
   */
  static boolean isUsable(long lastE8) {
    return lastE8 == E8.NULL || lastE8 > 0;
  }

  private void register(PositionConfig position, long entryPriceE8) {
    int instrumentId = definitions.instrumentId(position.symbol());
    venue.hold(position.id(), instrumentId, position.side(), position.quantityE8());
    commands.positionRegistered(
        nowNs,
        position.id(),
        instrumentId,
        position.side(),
        position.quantityE8(),
        entryPriceE8,
        position.leverageE8(),
        definitions.policyId(position.policy()),
        definitions.squareOffNs(position.policy(), calendars.apply(position.symbol()), nowNs));
    joinGroups(position);
    settle();
  }

  /** Positions of a run that was killed between their registration and their groups. */
  void join(List<PositionConfig> positions) {
    positions.forEach(this::joinGroups);
  }

  private void joinGroups(PositionConfig position) {
    for (String group : position.groups()) {
      commands.groupMember(nowNs, definitions.groupId(group), position.id());
    }
  }

  private void signal(SignalConfig signal) {
    commands.signal(
        nowNs,
        definitions.instrumentId(signal.symbol()),
        signal.hasPosition() ? signal.positionId() : E8.NULL,
        signal.action());
    settle();
  }

  /** Lets the pipeline digest, the sender send, and the venue say what is due at once. */
  private void settle() {
    boolean moved = false;
    do {
      pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
      int sent = sender.doWork(nowNs);
      boolean said = venue.nextReportNs() <= nowNs;
      if (said) {
        venue.publishNext(reports);
      }
      moved |= sent > 0 || said;
      if (sent == 0 && !said) {
        break;
      }
    } while (true);
    if (moved) {
      watcher.onDecisions();
    }
  }
}
