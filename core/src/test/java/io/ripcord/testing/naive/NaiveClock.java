package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Deadlines of positions. They fire one position at a time, the earliest first, ties by position
 * id; rules of a position that are due at the same time act in the order of their codes, then what
 * they moved is checked once against the last price since registration.
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
      if (next == null) {
        return;
      }
      fire(next, nextNs);
      venue.fillAdd(next, nextNs);
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
        && !holding.isSquaredOff) {
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
      long quietNs = dataNs == null ? sinceNs : Math.max(dataNs, sinceNs);
      dues.add(new Due(quietNs + stale.after().toNanos(), STALE, 0));
    }
    dues.sort((one, other) -> Integer.compare(one.code, other.code));
    return dues;
  }

  private void fire(NaiveHolding holding, long nowNs) {
    boolean isStop = false;
    boolean isTarget = false;
    boolean isSweep = false;
    boolean isBook = false;
    boolean isBooking = false;
    for (Due due : dues(holding)) {
      if (due.timeNs != nowNs) {
        continue;
      }
      switch (due.code) {
        case LADDER -> isTarget |= nextRung(holding);
        case PARTIAL -> isBooking |= holding.bookingsAged.add(due.index);
        case MAX_AGE -> holding.isAged = holding.isTimeWaiting = true;
        case TIGHTEN -> isStop |= tighten(holding);
        case SQUARE_OFF -> holding.isSquaredOff = holding.isTimeWaiting = true;
        case SWEEP -> {
          holding.sweptNs = nowNs;
          isSweep = holding.fresh != null && holding.market.isContinuous();
        }
        case BOOK -> {
          holding.bookBeyondSinceNs = null;
          isBook = true;
        }
        default -> fallSilent(holding, nowNs);
      }
    }
    if (holding.isPaused) {
      return;
    }
    NaiveRules.Levels levels =
        isSweep ? NaiveRules.Levels.ALL : new NaiveRules.Levels(false, isStop, isTarget);
    if (isBook && !holding.isEmergencyWaiting) {
      rules.exitThroughBook(holding, nowNs);
    } else if (!exits(holding, levels, nowNs) && holding.fresh != null) {
      if (isSweep) {
        rules.follow(holding, holding.fresh, nowNs);
      } else if (isBooking) {
        NaiveManagement.bookAtAge(holding, holding.fresh, nowNs, venue);
      }
    }
  }

  /** Levels see prices since registration only; a time exit takes an older one, too. */
  private boolean exits(NaiveHolding holding, NaiveRules.Levels levels, long nowNs) {
    BigDecimal newest = holding.lastKnown();
    if (newest == null && !holding.isEmergencyWaiting) {
      return false;
    }
    NaiveHolding.Seen fresh = holding.fresh;
    return rules.exits(
        holding, fresh == null ? new NaiveHolding.Seen(newest, null, null) : fresh, nowNs, levels);
  }

  private static boolean nextRung(NaiveHolding holding) {
    NaivePolicy.Rung rung = holding.rungs.get(holding.rungsInForce++);
    holding.isTimeWaiting |= rung.isAny();
    holding.target =
        rung.isAny()
            ? null
            : NaiveLevels.gainedPercent(holding.isLong, holding.entry, rung.percent());
    return true;
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
      case EXIT -> holding.isEmergencyWaiting = true;
      case HOLD -> holding.isPaused = true;
    }
  }
}
