package io.ripcord.config;

import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import java.util.Optional;

/**
 * {@code stop-loss: {atr: ...}}: a fixed stop as far away as the market usually moves. Immutable.
 *
 * @param bars the distance
 * @param minPercentE6 smallest distance, in percent of the entry price
 * @param fallbackPercentE6 distance until there are bars enough, in percent of the entry price
 */
public record AtrStop(AtrBars bars, long minPercentE6, long fallbackPercentE6) {
  private static final String KEY = "atr";
  private static final Vocabulary KEYS =
      Vocabulary.of("period", "multiplier", "bar", "min-percent", "fallback-percent");
  private static final long DEFAULT_MIN_E6 = 1_200_000;
  private static final long DEFAULT_FALLBACK_E6 = 2 * Percent.ONE;

  /** The block {@code atr} of a stop, empty when there is none or it is refused. */
  static Optional<AtrStop> bind(Block stopLoss) {
    Block block = stopLoss.block(KEY);
    if (block == null) {
      return Optional.empty();
    }
    block.allow(KEYS);
    AtrBars bars = AtrBars.bind(block, AtrBars.STOP);
    long min = PolicyScalars.protectivePercent(block, "min-percent", DEFAULT_MIN_E6);
    long fallback = PolicyScalars.protectivePercent(block, "fallback-percent", DEFAULT_FALLBACK_E6);
    if (fallback < min) {
      block.errorAt(
          block.has("fallback-percent") ? "fallback-percent" : "min-percent",
          "found fallback-percent "
              + Percent.format(fallback)
              + ", expected at least the min-percent "
              + Percent.format(min)
              + ": stops only tighten, so that the ATR stop would never replace it");
    }
    return Optional.of(new AtrStop(bars, min, fallback));
  }

  void addRules(RuleList rules) {
    rules.add(
        RuleKind.ATR_STOP,
        bars.period(),
        bars.multiplierE6(),
        bars.barNs(),
        minPercentE6,
        fallbackPercentE6);
  }

  void show(BlockValues stopLoss) {
    BlockValues block = stopLoss.under(KEY);
    bars.show(block);
    block.percent("min-percent", minPercentE6);
    block.percent("fallback-percent", fallbackPercentE6);
  }
}
