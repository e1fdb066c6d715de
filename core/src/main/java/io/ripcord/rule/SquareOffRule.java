package io.ripcord.rule;

import io.ripcord.event.ExitReason;
import io.ripcord.money.E8;
import io.ripcord.position.Mark;
import io.ripcord.position.Position;

/**
 * Square-off: at a time of the day in the venue's zone, or so long before its close, the position
 * leaves at the market, reason TIME. Whoever registers the position turns that into an absolute
 * time; the engine knows no zones. Before any price it waits for the first; outside continuous
 * trading it waits for that, and a session that starts later ends the wait: it is said and no
 * longer fires. MISSION D9.
 */
public final class SquareOffRule implements ExitRule {
  private final long timeOfDayNs;
  private final long beforeCloseNs;
  private final long zoneNameId;

  /** Exactly one of the times is not {@link E8#NULL}; all three only say where it came from. */
  public SquareOffRule(long timeOfDayNs, long beforeCloseNs, long zoneNameId) {
    this.timeOfDayNs = timeOfDayNs;
    this.beforeCloseNs = beforeCloseNs;
    this.zoneNameId = zoneNameId;
  }

  @Override
  public long deadlineNs(RuleScope scope) {
    Position position = scope.position();
    boolean done =
        position.isPending(ExitReason.TIME)
            || position.is(Mark.SQUARE_OFF_WAITS)
            || position.is(Mark.SQUARE_OFF_MISSED);
    return done || position.squareOffNs() == E8.NULL ? NO_DEADLINE : position.squareOffNs();
  }

  @Override
  public void onDeadline(RuleScope scope) {
    scope.position().pend(ExitReason.TIME);
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    long dueNs = scope.position().squareOffNs();
    if (dueNs == E8.NULL) {
      return RuleStatus.of(this, RuleState.IDLE);
    }
    if (scope.position().is(Mark.SQUARE_OFF_MISSED)) {
      return RuleStatus.of(this, RuleState.MISSED).due(dueNs);
    }
    return scope.position().is(Mark.SQUARE_OFF_WAITS)
        ? RuleStatus.of(this, RuleState.WAITING_FOR_SESSION).due(dueNs)
        : RuleStatus.ofTime(this, scope, dueNs);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.SQUARE_OFF;
  }

  @Override
  public long[] parameters() {
    return new long[] {timeOfDayNs, beforeCloseNs, zoneNameId};
  }
}
