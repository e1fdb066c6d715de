package io.ripcord.rule;

import io.ripcord.event.ExitReason;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import java.util.Arrays;

/**
 * Time-graded take profit: the longer a position is held, the less profit is asked for.
 *
 * <pre>
 *   ladder: [{after: 0m, percent: 10}, {after: 60m, percent: 4}, {after: 240m, any: true}]
 * </pre>
 *
 * <p>A rung comes in force at registration plus {@code after}, by a deadline, and then holds until
 * the next; before the first there is no target. The new target is compared with the last price
 * seen since registration in that same event. {@code any} exits at any price at its deadline,
 * reason TIME; like any rung it ends the one before it, so that a position without a price yet
 * leaves at its first one for that reason. MISSION D2, DESIGN section 4.
 */
public final class TargetLadderRule implements ExitRule {
  private static final int NEXT_RUNG = 0;

  private final long[] afterNs;
  private final long[] percentE6;

  /**
   * Rungs in ascending order of {@code afterNs}; a percentage of {@link E8#NULL} means any price.
   */
  public TargetLadderRule(long[] afterNs, long[] percentE6) {
    this.afterNs = Arrays.copyOf(afterNs, afterNs.length);
    this.percentE6 = Arrays.copyOf(percentE6, percentE6.length);
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public void arm(RuleScope scope) {
    if (afterNs[0] == 0 && percentE6[0] != E8.NULL) {
      onDeadline(scope);
    }
  }

  @Override
  public long deadlineNs(RuleScope scope) {
    int next = nextRung(scope);
    return next < afterNs.length ? scope.position().registeredNs() + afterNs[next] : NO_DEADLINE;
  }

  @Override
  public void onDeadline(RuleScope scope) {
    Position position = scope.position();
    int rung = nextRung(scope);
    long percent = percentE6[rung];
    scope.word(NEXT_RUNG, rung + 1);
    if (percent == E8.NULL) {
      if (rung > 0) {
        position.target(E8.NULL);
      }
      position.pend(ExitReason.TIME);
    } else {
      position.target(ProfitLevel.of(position, percent));
    }
  }

  private static int nextRung(RuleScope scope) {
    return (int) scope.word(NEXT_RUNG);
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    int next = nextRung(scope);
    boolean takesAny = next == afterNs.length && percentE6[next - 1] == E8.NULL;
    if (takesAny && scope.position().isOpen()) {
      return RuleStatus.of(this, RuleStatus.wantsOut(scope))
          .due(scope.position().registeredNs() + afterNs[next - 1]);
    }
    RuleState state =
        next == 0
            ? RuleState.WAITING_FOR_TIME
            : next < afterNs.length || scope.position().isOpen()
                ? RuleState.ACTIVE
                : RuleState.DONE;
    return RuleStatus.of(this, state).level(scope.position().targetE8()).due(deadlineNs(scope));
  }

  @Override
  public RuleKind kind() {
    return RuleKind.TARGET_LADDER;
  }

  @Override
  public long[] parameters() {
    long[] all = Arrays.copyOf(afterNs, afterNs.length + percentE6.length);
    System.arraycopy(percentE6, 0, all, afterNs.length, percentE6.length);
    return all;
  }
}
