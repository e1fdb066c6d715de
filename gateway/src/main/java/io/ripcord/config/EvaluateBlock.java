package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import java.util.List;

/**
 * {@code evaluate}: at every price, or every so often and at once after a jump. Immutable.
 *
 * @param everyNs time between evaluations; {@link E8#NULL}: at every price
 * @param gapPercentE6 jump from one trade to the next that is alerted, and evaluated at once;
 *     {@link E8#NULL}: no jump is
 */
public record EvaluateBlock(long everyNs, long gapPercentE6) implements PolicyBlock {
  /** What a policy asks for that does not say so: every price, and alerts at jumps of 2 %. */
  public static final EvaluateBlock DEFAULT = new EvaluateBlock(E8.NULL, 2 * Percent.ONE);

  static final String KEY = "evaluate";
  private static final String EVERY_TICK = "every-tick";
  private static final Vocabulary KEYS = Vocabulary.of("every", "gap-percent");
  private static final ScalarType<Long> EVERY =
      Scalars.duration(10 * Durations.MS, 3_600 * Durations.SECOND);
  private static final ScalarType<Long> GAP = Scalars.percentBetween(0, 100 * Percent.ONE);

  static EvaluateBlock bind(Block policy) {
    if (!policy.has(KEY)) {
      return DEFAULT;
    }
    ConfigNode node = policy.get(KEY);
    if (node.kind() != ConfigNode.Kind.MAPPING) {
      if (!node.text().equals(EVERY_TICK)) {
        String hint = Wording.suggestion(node.text(), List.of(EVERY_TICK));
        policy.error(KEY, "found " + node.describe() + ", " + hint);
      }
      return DEFAULT;
    }
    Block block = policy.block(KEY);
    block.allow(KEYS);
    long every = block.value("every", EVERY, E8.NULL);
    long gap = block.value("gap-percent", GAP, DEFAULT.gapPercentE6);
    return new EvaluateBlock(every, gap == 0 ? E8.NULL : gap);
  }

  @Override
  public void addRules(RuleList rules) {
    if (everyNs != E8.NULL || gapPercentE6 != E8.NULL) {
      rules.add(RuleKind.EVALUATION, everyNs, gapPercentE6);
    }
  }

  @Override
  public void show(BlockValues values) {
    BlockValues block = values.under(KEY);
    if (everyNs == E8.NULL) {
      block.text("every", EVERY_TICK);
    } else {
      block.duration("every", everyNs);
    }
    block.percent("gap-percent", gapPercentE6 == E8.NULL ? 0 : gapPercentE6);
  }
}
