package io.ripcord.config;

import io.ripcord.rule.RuleKind;

/**
 * {@code trailing: {supertrend: ...}}: a stop at the lower SuperTrend band while the trend is up;
 * mirrored for shorts. Immutable.
 *
 * @param bars the distance of the bands from the middle of a bar
 */
public record SupertrendStop(AtrBars bars) implements PolicyBlock {
  static final String KEY = "supertrend";
  private static final Vocabulary KEYS = Vocabulary.of("period", "multiplier", "bar");

  /** The stop of a block that has the key, null after saying what is wrong. */
  static SupertrendStop bind(Block trailing) {
    Block block = trailing.block(KEY);
    if (block == null) {
      return null;
    }
    block.allow(KEYS);
    return new SupertrendStop(AtrBars.bind(block, AtrBars.SUPERTREND));
  }

  @Override
  public void addRules(RuleList rules) {
    rules.add(RuleKind.SUPERTREND, bars.period(), bars.multiplierE6(), bars.barNs());
  }

  @Override
  public void show(BlockValues trailing) {
    bars.show(trailing.under(KEY));
  }
}
