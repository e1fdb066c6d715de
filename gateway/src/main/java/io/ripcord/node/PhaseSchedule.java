package io.ripcord.node;

import io.ripcord.calendar.PhaseChange;
import io.ripcord.calendar.PhaseWalk;
import io.ripcord.calendar.SessionCalendar;
import io.ripcord.event.SessionPhase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The phases of all markets that have a calendar, in the order of time, at equal time of the
 * markets' numbers. What a start has to say comes first, at its time. One thread.
 */
final class PhaseSchedule {
  /** "Nothing comes any more". */
  static final long NEVER = Long.MAX_VALUE;

  private record Market(int instrumentId, PhaseWalk walk) {
    long nextNs() {
      return walk.current() == null ? NEVER : walk.current().atNs();
    }
  }

  private final long startNs;
  private final Queue<PhaseEvent> first = new ArrayDeque<>();
  private final PriorityQueue<Market> markets =
      new PriorityQueue<>(
          Comparator.comparingLong(Market::nextNs).thenComparingInt(Market::instrumentId));

  /** Of no market yet. */
  PhaseSchedule(long startNs) {
    this.startNs = startNs;
  }

  /**
   * Adds a market; numbers ascend.
   *
   * @param atStart what the start says of it
   */
  void add(int instrumentId, SessionCalendar calendar, List<PhaseEvent> atStart) {
    first.addAll(atStart);
    add(new Market(instrumentId, new PhaseWalk(calendar, startNs)));
  }

  private void add(Market market) {
    if (market.nextNs() != NEVER) {
      markets.add(market);
    }
  }

  /** Adds a market of which the engine has heard nothing yet. */
  void begin(int instrumentId, SessionCalendar calendar) {
    List<PhaseEvent> atStart = new ArrayList<>();
    List<PhaseEvent> present = StartPhases.anew(instrumentId, calendar, startNs);
    if (present.get(0).phase() != SessionPhase.CLOSED) {
      atStart.add(new PhaseEvent(instrumentId, SessionPhase.CLOSED, startNs));
    }
    atStart.addAll(present);
    add(instrumentId, calendar, atStart);
  }

  /** When the next comes, {@link #NEVER} if none does. */
  long nextNs() {
    if (!first.isEmpty()) {
      return startNs;
    }
    return markets.isEmpty() ? NEVER : markets.peek().nextNs();
  }

  /** Takes the next one out. */
  PhaseEvent take() {
    if (!first.isEmpty()) {
      return first.remove();
    }
    Market market = markets.remove();
    PhaseChange change = market.walk().current();
    market.walk().advance();
    add(market);
    return new PhaseEvent(market.instrumentId(), change.phase(), change.atNs());
  }
}
