package io.ripcord.rule;

import io.ripcord.event.AlertKind;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import java.util.Arrays;

/**
 * Partial profit: at each rung a further part of the position is booked.
 *
 * <pre>
 *   partial: [{at: 15.0, min-age: 30m, close: 50}, {at: 25.0, close: 75}]
 *   rung satisfied   current profit >= at percent of entry, from registration + min-age on
 *   booked target    highest satisfied close percent of the largest quantity ever held, down to lots
 *   order            booked target - what was ordered before, leaving one lot open at least
 * </pre>
 *
 * <p>Each rung counts once, and all satisfied rungs count together: a gap through two sends one
 * order. A rung that comes to nothing is skipped and said. As long as another order of the position
 * works, nothing is booked; the next price tries again. A rung's age is a deadline, so that it acts
 * on the last price at that moment. MISSION D7.
 */
public final class PartialRule implements ExitRule {
  private static final int AT_E6 = 0;
  private static final int MIN_AGE_NS = 1;
  private static final int CLOSE_E6 = 2;
  private static final int WIDTH = 3;

  private static final int FIRED = 0;
  private static final int AGES_SEEN = 1;
  private static final int DUE = 2;
  private static final int WORDS = 3;

  private final long[] rungs;
  private final long[] ages;

  /** Triples of profit, least age and part to close in all, ascending in profit and part. */
  public PartialRule(long... rungs) {
    this.rungs = Arrays.copyOf(rungs, rungs.length);
    ages = new long[rungs.length / WIDTH];
    for (int rung = 0; rung < ages.length; rung++) {
      ages[rung] = rungs[WIDTH * rung + MIN_AGE_NS];
    }
    Arrays.sort(ages);
  }

  @Override
  public int words() {
    return WORDS;
  }

  @Override
  public void manage(RuleScope scope) {
    Position position = scope.position();
    int highest = highestSatisfied(scope);
    if (highest < scope.word(FIRED) || !scope.actions().isFree(position)) {
      return;
    }
    scope.word(FIRED, highest + 1);
    long lotE8 = scope.instrument().lotE8();
    long wantedE8 =
        wholeLots(position.largestQuantityE8(), value(highest, CLOSE_E6), lotE8)
            - position.bookedE8();
    long quantityE8 = Math.min(wantedE8, mostE8(position, lotE8));
    if (quantityE8 <= 0) {
      long rung = highest + 1L;
      scope.actions().alert(AlertKind.RUNG_SKIPPED, position, rung, wantedE8, scope.nowNs());
      return;
    }
    position.book(quantityE8);
    long levelE8 = ProfitLevel.of(position, value(highest, AT_E6));
    scope.actions().book(position, quantityE8, levelE8, scope.nowNs());
  }

  @Override
  public void manageAtDeadline(RuleScope scope) {
    if (scope.word(DUE) == 1) {
      scope.word(DUE, 0);
      manage(scope);
    }
  }

  /** The last rung that price and age satisfy, -1 if none does. */
  private int highestSatisfied(RuleScope scope) {
    for (int rung = ages.length - 1; rung >= scope.word(FIRED); rung--) {
      if (isOldEnough(scope, rung)
          && scope.isAtOrPast(ProfitLevel.of(scope.position(), value(rung, AT_E6)))) {
        return rung;
      }
    }
    return -1;
  }

  /** An age counts from its deadline on, which comes after all other events of its time. */
  private boolean isOldEnough(RuleScope scope, int rung) {
    long minAgeNs = value(rung, MIN_AGE_NS);
    int seen = (int) scope.word(AGES_SEEN);
    return minAgeNs == 0 || (seen > 0 && minAgeNs <= ages[seen - 1]);
  }

  private static long wholeLots(long quantityE8, long percentE6, long lotE8) {
    return MulDiv.floor(quantityE8, percentE6, 100 * Percent.ONE) / lotE8 * lotE8;
  }

  /** What may be closed with one lot left, in whole lots. */
  private static long mostE8(Position position, long lotE8) {
    return (position.openQuantityE8() - lotE8) / lotE8 * lotE8;
  }

  private long value(int rung, int field) {
    return rungs[WIDTH * rung + field];
  }

  /** The cheapest rung that is old enough and has not fired. */
  @Override
  public long wakeE8(RuleScope scope) {
    for (int rung = (int) scope.word(FIRED); rung < ages.length; rung++) {
      if (isOldEnough(scope, rung)) {
        return ProfitLevel.of(scope.position(), value(rung, AT_E6));
      }
    }
    return E8.NULL;
  }

  @Override
  public long deadlineNs(RuleScope scope) {
    int next = (int) scope.word(AGES_SEEN);
    while (next < ages.length && ages[next] == 0) {
      next++;
    }
    return next < ages.length ? scope.position().registeredNs() + ages[next] : NO_DEADLINE;
  }

  @Override
  public void onDeadline(RuleScope scope) {
    long dueNs = deadlineNs(scope);
    int next = (int) scope.word(AGES_SEEN);
    while (next < ages.length && scope.position().registeredNs() + ages[next] <= dueNs) {
      next++;
    }
    scope.word(AGES_SEEN, next);
    scope.word(DUE, 1);
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    Position position = scope.position();
    int next = (int) scope.word(FIRED);
    if (next >= ages.length) {
      return RuleStatus.of(this, RuleState.DONE);
    }
    boolean busy = position.isOpen() && !scope.actions().isFree(position);
    boolean old = isOldEnough(scope, next);
    RuleState waiting = old ? RuleState.WAITING_FOR_PROFIT : RuleState.WAITING_FOR_TIME;
    return RuleStatus.of(this, busy ? RuleState.BUSY : waiting)
        .waitsFor(ProfitLevel.of(position, value(next, AT_E6)))
        .due(old ? NO_DEADLINE : position.registeredNs() + value(next, MIN_AGE_NS));
  }

  @Override
  public RuleKind kind() {
    return RuleKind.PARTIAL;
  }

  @Override
  public long[] parameters() {
    return Arrays.copyOf(rungs, rungs.length);
  }
}
