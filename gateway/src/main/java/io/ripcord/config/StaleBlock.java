package io.ripcord.config;

import io.ripcord.event.StaleAction;
import io.ripcord.rule.RuleKind;

/**
 * {@code stale-after} and {@code on-stale}: what to do when the market falls silent. Immutable.
 *
 * @param afterNs how long it must be silent
 * @param action what to do
 */
public record StaleBlock(long afterNs, StaleAction action) implements PolicyBlock {
  static final String AFTER = "stale-after";
  static final String ACTION = "on-stale";
  private static final ScalarType<Long> SILENCE =
      Scalars.duration(100 * Durations.MS, Durations.DAY);
  private static final ScalarType<StaleAction> ACTIONS = Scalars.word(StaleAction.class);

  static StaleBlock bind(Block policy) {
    if (!policy.has(AFTER) && !policy.has(ACTION)) {
      return null;
    }
    if (!policy.has(AFTER)) {
      policy.error(ACTION, "found it without " + AFTER + ", expected both");
      return null;
    }
    Long after = policy.required(AFTER, SILENCE);
    StaleAction action = policy.value(ACTION, ACTIONS, StaleAction.ALERT);
    return after == null ? null : new StaleBlock(after, action);
  }

  @Override
  public void addRules(RuleList rules) {
    rules.add(RuleKind.STALENESS, afterNs, action.code());
  }

  @Override
  public void show(BlockValues values) {
    values.duration(AFTER, afterNs);
    values.text(ACTION, ACTIONS.format(action));
  }
}
