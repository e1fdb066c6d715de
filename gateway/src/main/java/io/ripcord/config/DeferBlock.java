package io.ripcord.config;

import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;

/**
 * {@code defer-ms} and {@code defer-within}: how long the monitor leaves an exit to a stop that
 * rests at the venue. Immutable.
 *
 * @param deferNs how long after the bracket's level has traded
 * @param withinE6 how close the two levels must be, in percent points of the entry price
 */
public record DeferBlock(long deferNs, long withinE6) implements PolicyBlock {
  static final String MS = "defer-ms";
  static final String WITHIN = "defer-within";
  private static final ScalarType<Integer> DEFER_MS = Scalars.whole(1, 60_000);
  private static final ScalarType<Long> POINTS = Scalars.percentBetween(1, 10 * Percent.ONE);
  private static final long DEFAULT_WITHIN_E6 = Percent.ONE / 2;

  static DeferBlock bind(Block policy) {
    if (!policy.has(MS) && !policy.has(WITHIN)) {
      return null;
    }
    if (!policy.has(MS)) {
      policy.error(WITHIN, "found it without " + MS + ", expected both");
      return null;
    }
    Integer ms = policy.required(MS, DEFER_MS);
    long within = policy.value(WITHIN, POINTS, DEFAULT_WITHIN_E6);
    return ms == null ? null : new DeferBlock(ms * Durations.MS, within);
  }

  @Override
  public void addRules(RuleList rules) {
    rules.add(RuleKind.DEFER, deferNs, withinE6);
  }

  @Override
  public void show(BlockValues values) {
    values.number(MS, deferNs / Durations.MS);
    values.percent(WITHIN, withinE6);
  }
}
