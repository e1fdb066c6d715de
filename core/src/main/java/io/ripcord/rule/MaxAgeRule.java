package io.ripcord.rule;

import io.ripcord.event.ExitReason;

/**
 * Longest holding time: at registration plus {@code max-age} the position leaves at the market,
 * reason TIME. Before any price it waits for the first. MISSION D9.
 */
public final class MaxAgeRule implements ExitRule {
  private final long maxAgeNs;

  /** Leaves so long after registration. */
  public MaxAgeRule(long maxAgeNs) {
    this.maxAgeNs = maxAgeNs;
  }

  @Override
  public long deadlineNs(RuleScope scope) {
    return scope.position().isPending(ExitReason.TIME)
        ? NO_DEADLINE
        : scope.position().registeredNs() + maxAgeNs;
  }

  @Override
  public void onDeadline(RuleScope scope) {
    scope.position().pend(ExitReason.TIME);
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    return RuleStatus.ofTime(this, scope, scope.position().registeredNs() + maxAgeNs);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.MAX_AGE;
  }

  @Override
  public long[] parameters() {
    return new long[] {maxAgeNs};
  }
}
