package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deadlines of positions. They fire one position at a time, the earliest first, ties by position
 * id; of what is due for a position at the same time the book goes first, then a look of the
 * economical mode, then its rules, then silence. Rules that are due at the same time act in the
 * order of their codes, then what they moved is checked once against the last price since
 * registration.
 */
final class NaiveClock {

  private static final int LADDER = 3;
  private static final int PARTIAL = 12;
  private static final int MAX_AGE = 14;
  private static final int TIGHTEN = 15;
  private static final int SQUARE_OFF = 16;
  private static final int SWEEP = 21;
  private static final int BOOK = 22;
  private static final int STALE = 23;

  private final Map<Long, NaiveHolding> open;
  private final NaiveRules rules;
  private final NaiveVenue venue;

  NaiveClock(Map<Long, NaiveHolding> open, NaiveRules rules, NaiveVenue venue) {
    this.open = open;
    this.rules = rules;
    this.venue = venue;
  }

  /** Something a rule wants to do at a time; {@code index} tells rungs apart. */
  private record Due(long timeNs, int code, int index) {}

  void settleUpTo(long limitNs) {
    long nowNs = Long.MIN_VALUE;
    while (true) {
      NaiveHolding next = null;
      long nextNs = Long.MAX_VALUE;
      for (NaiveHolding holding : open.values()) {
        for (Due due : dues(holding)) {
          if (due.timeNs <= limitNs && due.timeNs < nextNs) {
            next = holding;
            nextNs = due.timeNs;
          }
        }
      }
      if (nextNs != nowNs) {
        // All that is due at one time is one event.
        for (NaiveHolding holding : open.values()) {
          venue.endWork(holding, nowNs);
        }
      }
      if (next == null) {
        return;
      }
      nowNs = nextNs;
      fire(next, nowNs);
    }
  }

  /** What rules of a policy that is new wanted at times before this: levels move, nothing exits. */
  static void overdue(NaiveHolding holding, long nowNs) {
    for (Due due = firstOverdue(holding, nowNs); due != null; due = firstOverdue(holding, nowNs)) {
      switch (due.code) {
        case LADDER -> nextRung(holding);
        case PARTIAL -> holding.bookingsAged.add(due.index);
        case MAX_AGE -> holding.isAged = holding.isTimeWaiting = true;
        default -> tighten(holding);
      }
    }
  }

  private static Due firstOverdue(NaiveHolding holding, long nowNs) {
    Due first = null;
    for (Due due : dues(holding)) {
      boolean isOfRule = due.code < SQUARE_OFF;
      if (isOfRule && due.timeNs < nowNs && (first == null || due.timeNs < first.timeNs)) {
        first = due;
      }
    }
    return first;
  }

  /** A silence that is longer already than a policy that is new allows. */
  void settleOverdue(NaiveHolding holding, long nowNs) {
    if (dues(holding).stream().anyMatch(due -> due.code == STALE && due.timeNs < nowNs)) {
      fallSilent(holding, nowNs);
    }
  }

  private static List<Due> dues(NaiveHolding holding) {
    List<Due> dues = new ArrayList<>();
    long sinceNs = holding.position.registeredAtNs();
    if (holding.rungsInForce < holding.rungs.size()) {
      long afterNs = holding.rungs.get(holding.rungsInForce).after().toNanos();
      dues.add(new Due(sinceNs + afterNs, LADDER, 0));
    }
    NaiveBlock.Partial partial = holding.block(NaiveBlock.Partial.class);
    for (int i = 0; partial != null && i < partial.rungs().size(); i++) {
      long afterNs = partial.rungs().get(i).minAge().toNanos();
      if (afterNs > 0 && !holding.bookingsFired.contains(i) && !holding.bookingsAged.contains(i)) {
        dues.add(new Due(sinceNs + afterNs, PARTIAL, i));
      }
    }
    NaiveBlock.MaxAge maxAge = holding.block(NaiveBlock.MaxAge.class);
    if (maxAge != null && !holding.isAged) {
      dues.add(new Due(sinceNs + maxAge.age().toNanos(), MAX_AGE, 0));
    }
    NaiveBlock.TimeTighten tighten = holding.block(NaiveBlock.TimeTighten.class);
    if (tighten != null && holding.tightened < tighten.steps().size()) {
      long afterNs = tighten.steps().get(holding.tightened).after().toNanos();
      dues.add(new Due(sinceNs + afterNs, TIGHTEN, 0));
    }
    if (holding.block(NaiveBlock.SquareOff.class) != null
        && holding.position.squareOffNs() != null
        && !holding.isSquaredOff
        && !holding.isTimeWaiting) {
      dues.add(new Due(holding.position.squareOffNs(), SQUARE_OFF, 0));
    }
    if (!holding.isTick()) {
      long everyNs = holding.block(NaiveBlock.Evaluation.class).every().toNanos();
      dues.add(new Due((Math.floorDiv(holding.sweptNs, everyNs) + 1) * everyNs, SWEEP, 0));
    }
    if (holding.bookBeyondSinceNs != null) {
      long confirmNs = holding.block(NaiveBlock.BookThrough.class).confirm().toNanos();
      dues.add(new Due(holding.bookBeyondSinceNs + confirmNs, BOOK, 0));
    }
    NaiveBlock.Staleness stale = holding.block(NaiveBlock.Staleness.class);
    if (stale != null && !holding.isSilent && holding.market.isContinuous()) {
      Long dataNs = holding.market.lastDataNs;
      long heardNs = Math.max(sinceNs, holding.market.continuousSinceNs);
      long quietNs = dataNs == null ? heardNs : Math.max(dataNs, heardNs);
      dues.add(new Due(quietNs + stale.after().toNanos(), STALE, 0));
    }
    dues.sort((one, other) -> Integer.compare(one.code, other.code));
    return dues;
  }

  /** What is due goes by turns: book, look, rules, silence; each is asked for anew. */
  private void fire(NaiveHolding holding, long nowNs) {
    Set<Integer> codes = new TreeSet<>();
    List<Due> now = dues(holding).stream().filter(due -> due.timeNs == nowNs).toList();
    now.forEach(due -> codes.add(due.code));
    if (codes.contains(BOOK)) {
      holding.bookBeyondSinceNs = null;
      if (!holding.isPaused) {
        rules.exitThroughBook(holding, nowNs);
      }
    } else if (codes.contains(SWEEP)) {
      look(holding, nowNs);
    } else if (codes.equals(Set.of(STALE))) {
      fallSilent(holding, nowNs);
    } else {
      act(holding, now, nowNs);
    }
  }

  private void look(NaiveHolding holding, long nowNs) {
    holding.sweptNs = nowNs;
    NaiveHolding.Seen seen = holding.levelPrice();
    if (!rules.exitsWithoutPrice(holding, NaiveRules.Levels.ALL, nowNs) && seen != null) {
      rules.follow(holding, seen, nowNs);
    }
  }

  private void act(NaiveHolding holding, List<Due> now, long nowNs) {
    boolean isStop = false;
    boolean isTarget = false;
    boolean isBooking = false;
    for (Due due : now) {
      switch (due.code) {
        case LADDER -> isTarget |= nextRung(holding);
        case PARTIAL -> isBooking |= holding.bookingsAged.add(due.index);
        case MAX_AGE -> holding.isAged = holding.isTimeWaiting = true;
        case TIGHTEN -> isStop |= tighten(holding);
        case SQUARE_OFF -> squareOff(holding, nowNs);
        default -> {}
      }
    }
    NaiveRules.Levels levels = new NaiveRules.Levels(false, isStop, isTarget);
    NaiveHolding.Seen seen = holding.levelPrice();
    if (!rules.exitsWithoutPrice(holding, levels, nowNs) && seen != null && isBooking) {
      NaiveManagement.bookAtAge(holding, seen, nowNs, venue);
    }
  }

  /** A square-off of an earlier session is off, and one that falls due in a pause waits. */
  private void squareOff(NaiveHolding holding, long nowNs) {
    holding.isSquaredOff = true;
    if (holding.market.sessionStartNs > holding.position.squareOffNs()) {
      venue.alert("SQUARE_OFF_OVERDUE", holding, nowNs);
    } else if (holding.market.isContinuous()) {
      holding.isTimeWaiting = true;
    } else {
      holding.isSquareOffPostponed = true;
    }
  }

  /** The phase is another one: a square-off may have waited for that. */
  void onPhase(NaiveHolding holding, long nowNs) {
    if (holding.isSquareOffPostponed && holding.market.isContinuous()) {
      holding.isSquareOffPostponed = false;
      squareOff(holding, nowNs);
    }
  }

  private static boolean nextRung(NaiveHolding holding) {
    NaivePolicy.Rung rung = holding.rungs.get(holding.rungsInForce++);
    holding.isTimeWaiting |= rung.isAny();
    BigDecimal before = holding.target;
    holding.target =
        rung.isAny()
            ? null
            : NaiveLevels.gainedPercent(holding.isLong, holding.entry, rung.percent());
    return holding.target != null && (before == null || holding.target.compareTo(before) != 0);
  }

  private static boolean tighten(NaiveHolding holding) {
    NaiveBlock.TimeTighten rule = holding.block(NaiveBlock.TimeTighten.class);
    BigDecimal percent = rule.steps().get(holding.tightened++).stopPercent();
    return holding.tighten(NaiveLevels.lostPercent(holding.isLong, holding.entry, percent), true);
  }

  private void fallSilent(NaiveHolding holding, long nowNs) {
    holding.isSilent = true;
    venue.alert("STALE", holding, nowNs);
    switch (holding.block(NaiveBlock.Staleness.class).action()) {
      case ALERT -> {}
      case EXIT -> venue.exit(holding, "EMERGENCY", "EMERGENCY", nowNs, holding.lastKnown(), null);
      case HOLD -> holding.isPaused = true;
    }
  }
}
