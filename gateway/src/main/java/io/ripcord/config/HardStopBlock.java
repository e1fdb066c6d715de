package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;

/**
 * {@code hard-stop}: the last layer, wider than the stop and never moved. Immutable.
 *
 * @param percentE6 distance from the entry price, in percent of it
 */
public record HardStopBlock(long percentE6) implements PolicyBlock {
  static final String KEY = "hard-stop";
  private static final Vocabulary KEYS = Vocabulary.of("percent");

  static HardStopBlock bind(Block policy) {
    Block block = policy.block(KEY);
    if (block == null) {
      return null;
    }
    block.allow(KEYS);
    if (!block.has("percent")) {
      block.required("percent", PolicyScalars.DISTANCE);
    }
    return new HardStopBlock(PolicyScalars.protectivePercent(block, "percent", E8.NULL));
  }

  @Override
  public void addRules(RuleList rules) {
    rules.add(RuleKind.HARD_STOP, percentE6);
  }

  @Override
  public void show(BlockValues values) {
    values.under(KEY).percent("percent", percentE6);
  }
}
