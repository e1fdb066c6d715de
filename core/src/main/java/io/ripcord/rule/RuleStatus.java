package io.ripcord.rule;

import io.ripcord.event.ExitReason;
import io.ripcord.money.E8;

/**
 * How a rule stands in one position, for explanations: made only when somebody asks. Immutable;
 * prices at 1e-8, times in nanoseconds since the epoch, {@link E8#NULL} where there is none.
 *
 * @param spec the rule and its parameters
 * @param state what it does
 * @param levelE8 the level that it has set, or would set
 * @param waitsForE8 the price that it waits for
 * @param dueNs when it acts next
 * @param bars how many bars its slowest indicator has seen; 0 without an indicator
 * @param barsNeeded how many that one needs; 0 without an indicator
 */
public record RuleStatus(
    RuleSpec spec,
    RuleState state,
    long levelE8,
    long waitsForE8,
    long dueNs,
    long bars,
    long barsNeeded) {
  static RuleStatus of(ExitRule rule, RuleState state) {
    RuleSpec spec = new RuleSpec(rule.kind(), rule.parameters());
    return new RuleStatus(spec, state, E8.NULL, E8.NULL, E8.NULL, 0, 0);
  }

  /** Of a rule that wants the position out at a time. */
  static RuleStatus ofTime(ExitRule rule, RuleScope scope, long dueNs) {
    // Another rule may have asked for an exit at its time before this one's has come.
    boolean due = scope.nowNs() >= dueNs && scope.position().isPending(ExitReason.TIME);
    RuleState state = due ? wantsOut(scope) : RuleState.WAITING_FOR_TIME;
    return state == RuleState.ACTIVE ? of(rule, state) : of(rule, state).due(dueNs);
  }

  /** Of a rule that has asked for an exit: once the position has left, it has acted. */
  static RuleState wantsOut(RuleScope scope) {
    return scope.position().isOpen() ? RuleState.WAITING_FOR_PRICE : RuleState.ACTIVE;
  }

  /** Which rule it is. */
  public RuleKind kind() {
    return spec.kind();
  }

  RuleStatus level(long newLevelE8) {
    return new RuleStatus(spec, state, newLevelE8, waitsForE8, dueNs, bars, barsNeeded);
  }

  RuleStatus waitsFor(long priceE8) {
    return new RuleStatus(spec, state, levelE8, priceE8, dueNs, bars, barsNeeded);
  }

  RuleStatus due(long newDueNs) {
    long orNone = newDueNs == ExitRule.NO_DEADLINE ? E8.NULL : newDueNs;
    return new RuleStatus(spec, state, levelE8, waitsForE8, orNone, bars, barsNeeded);
  }

  RuleStatus bars(long seen, long needed) {
    return new RuleStatus(spec, state, levelE8, waitsForE8, dueNs, seen, needed);
  }
}
