package io.ripcord.engine;

import io.ripcord.position.Deadlines;
import io.ripcord.position.Mark;
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Position;
import io.ripcord.position.PriceStream;
import io.ripcord.rule.Corridor;
import io.ripcord.rule.PolicySettings;

/**
 * Everything that can wake an open position: prices of its stream, gaps, the book, silence, the
 * times of its rules and of the economical mode. Engine thread only; allocates when a position is
 * added, never on a tick.
 */
final class PositionWatch {
  private final Corridor corridor;
  private final OpenPositions openPositions;
  private final SessionPhases phases;
  private final BoundPolicies bound;
  private final Watches watches;
  private final GapWatch gaps;
  private final BookThrough book;
  private final Staleness staleness;
  private final Deadlines ruleDeadlines;
  private final Deadlines sweepDeadlines;
  private final Deadlines staleDeadlines;

  PositionWatch(
      Corridor corridor,
      OpenPositions openPositions,
      MarketState market,
      BoundPolicies bound,
      Deadlines ruleDeadlines,
      Deadlines sweepDeadlines,
      Deadlines staleDeadlines) {
    this.corridor = corridor;
    this.openPositions = openPositions;
    phases = market.phases;
    this.bound = bound;
    watches = market.watches;
    gaps = market.gaps;
    book = market.book;
    staleness = market.staleness;
    this.ruleDeadlines = ruleDeadlines;
    this.sweepDeadlines = sweepDeadlines;
    this.staleDeadlines = staleDeadlines;
  }

  private PolicySettings settings(Position position) {
    return bound.of(position).settings();
  }

  /** Begins with a position that was just registered. */
  void add(Position position, long nowNs) {
    resume(position);
    PolicySettings settings = settings(position);
    if (settings.isEconomical() && phases.isContinuous(position.instrumentId())) {
      sweepDeadlines.set(position, after(nowNs, settings.everyNs()));
    }
    staleness.watch(position);
  }

  /** Has a position listen to the prices of its policy; groups value it by them to its end. */
  void listen(Position position) {
    position.stream(PriceStream.of(settings(position).trigger(), position.side()));
  }

  /** Goes on with an open position whose deadlines are known. */
  void resume(Position position) {
    PolicySettings settings = settings(position);
    listen(position);
    openPositions.add(position);
    watches.add(position, settings);
    gaps.add(position, settings);
    if (position.is(Mark.SILENT)) {
      watches.set(position.instrumentId(), Watches.SILENT, true);
    }
  }

  /** Lets nothing wake a position any more. */
  void remove(Position position) {
    if (openPositions.remove(position)) {
      watches.remove(position, settings(position));
      gaps.remove(position);
      corridor.remove(position);
      book.remove(position);
    }
    ruleDeadlines.set(position, Deadlines.NONE);
    sweepDeadlines.set(position, Deadlines.NONE);
    staleDeadlines.set(position, Deadlines.NONE);
  }

  /**
   * Sets anew which prices wake a position. In the economical mode those do that it must hear of at
   * once: the first, the first after a pause, and outside continuous trading the breaches.
   *
   * @param wakeE8 its rules' wake-up price
   */
  void place(Position position, long wakeE8) {
    PolicySettings settings = settings(position);
    if (!settings.isEconomical()
        || !position.isPriced()
        || position.is(Mark.ON_HOLD)
        || !phases.isContinuous(position.instrumentId())) {
      corridor.place(position, wakeE8);
    } else {
      corridor.remove(position);
    }
    book.place(position, settings);
  }

  /** A time of the economical mode has come: sets the next. Times that were missed are one. */
  void nextSweep(Position position, long dueNs, long atNs) {
    long everyNs = settings(position).everyNs();
    sweepDeadlines.set(position, Math.max(dueNs + everyNs, atOrAfter(atNs, everyNs)));
  }

  private static long after(long timeNs, long everyNs) {
    return (Math.floorDiv(timeNs, everyNs) + 1) * everyNs;
  }

  private static long atOrAfter(long timeNs, long everyNs) {
    return -Math.floorDiv(-timeNs, everyNs) * everyNs;
  }

  /** The phase of its instrument is another one. */
  void onPhase(Position position, long nowNs) {
    PolicySettings settings = settings(position);
    position.mark(Mark.BREACH_SAID, false);
    book.interrupt(position);
    if (phases.isContinuous(position.instrumentId())) {
      if (settings.isEconomical()) {
        long firstNs = after(position.registeredNs(), settings.everyNs());
        sweepDeadlines.set(position, Math.max(firstNs, atOrAfter(nowNs, settings.everyNs())));
      }
      staleness.watch(position);
    } else {
      sweepDeadlines.set(position, Deadlines.NONE);
      staleDeadlines.set(position, Deadlines.NONE);
    }
  }

  /** Whether its prices are looked at now and then only, {@code gap} aside. */
  boolean skips(Position position, boolean gap) {
    PolicySettings settings = settings(position);
    return settings.isEconomical() && !(gap && gaps.isGap(settings));
  }

  /** Whether a gap has an economical position looked at that no price wakes. */
  boolean isWokenByGap(Position position) {
    PolicySettings settings = settings(position);
    return settings.isEconomical()
        && position.isPriced()
        && !position.is(Mark.ON_HOLD)
        && gaps.isGap(settings);
  }
}
