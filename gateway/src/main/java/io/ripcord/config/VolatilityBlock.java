package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;

/**
 * {@code volatility}: closer stops while bars are longer than they have been. Immutable.
 *
 * @param fast bars of the short average range
 * @param slow bars of the long average range
 * @param tightenAboveE6 short by long range above which distances shrink
 * @param widenBelowE6 short by long range below which trailing distances grow; {@link E8#NULL}:
 *     never
 * @param barNs length of a bar
 */
public record VolatilityBlock(
    int fast, int slow, long tightenAboveE6, long widenBelowE6, long barNs) implements PolicyBlock {
  static final String KEY = "volatility";
  private static final Vocabulary KEYS =
      Vocabulary.of("fast", "slow", "tighten-above", "widen-below", "bar");

  /** Distances are divided by the ratio itself, so below 1 they would grow, and above 1 shrink. */
  private static final ScalarType<Long> TIGHTEN_ABOVE =
      Scalars.factorBetween(Percent.ONE, 100 * Percent.ONE);

  private static final ScalarType<Long> WIDEN_BELOW =
      Scalars.factorBetween(Percent.ONE / 100, Percent.ONE);

  static VolatilityBlock bind(Block policy) {
    Block block = policy.block(KEY);
    if (block == null) {
      return null;
    }
    int before = block.errorCount();
    block.allow(KEYS);
    VolatilityBlock bound =
        new VolatilityBlock(
            block.value("fast", PolicyScalars.PERIOD, 14),
            block.value("slow", PolicyScalars.PERIOD, 100),
            block.value("tighten-above", TIGHTEN_ABOVE, 1_500_000L),
            block.value("widen-below", WIDEN_BELOW, E8.NULL),
            block.value("bar", PolicyScalars.BAR, PolicyScalars.MINUTE));
    if (block.errorCount() == before) {
      PolicyScalars.checkFaster(block, bound.fast, bound.slow);
    }
    return bound;
  }

  @Override
  public void addRules(RuleList rules) {
    rules.add(RuleKind.VOLATILITY, fast, slow, tightenAboveE6, widenBelowE6, barNs);
  }

  @Override
  public void show(BlockValues values) {
    BlockValues block = values.under(KEY);
    block.number("fast", fast);
    block.number("slow", slow);
    block.percent("tighten-above", tightenAboveE6);
    block.percent("widen-below", widenBelowE6);
    block.duration("bar", barNs);
  }
}
