package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;

/**
 * {@code scale-in}: more of what works. Immutable.
 *
 * @param atE6 profit from which it adds, in percent of the entry price
 * @param addE6 what an order adds, in percent of the registered quantity
 * @param momentumBars bars over which the price must have moved
 * @param momentumE6 how far, in percent
 * @param volumeRatioE6 volume of the last bar, in means of the last 20; {@link E8#NULL}: any
 * @param maxAdds most orders
 * @param barNs length of a bar
 */
public record ScaleInBlock(
    long atE6,
    long addE6,
    int momentumBars,
    long momentumE6,
    long volumeRatioE6,
    int maxAdds,
    long barNs)
    implements PolicyBlock {
  static final String KEY = "scale-in";
  private static final Vocabulary KEYS =
      Vocabulary.of("at", "add", "momentum", "volume-ratio", "max-adds", "bar");
  private static final Vocabulary MOMENTUM = Vocabulary.of("bars", "percent");
  private static final ScalarType<Long> ADD = Scalars.percentBetween(1, 100 * Percent.ONE);
  private static final ScalarType<Long> VOLUME_RATIO =
      Scalars.orWord(PolicyScalars.FACTOR, "none", E8.NULL);
  private static final ScalarType<Integer> MAX_ADDS = Scalars.whole(1, 10);
  private static final long DEFAULT_AT_E6 = 5 * Percent.ONE;
  private static final long DEFAULT_ADD_E6 = 25 * Percent.ONE;
  private static final int DEFAULT_MOMENTUM_BARS = 5;
  private static final long DEFAULT_MOMENTUM_E6 = 3 * Percent.ONE;
  private static final long DEFAULT_VOLUME_RATIO_E6 = 1_500_000;

  static ScaleInBlock bind(Block policy) {
    Block block = policy.block(KEY);
    if (block == null) {
      return null;
    }
    block.allow(KEYS);
    int bars = DEFAULT_MOMENTUM_BARS;
    long percent = DEFAULT_MOMENTUM_E6;
    Block momentum = block.block("momentum");
    if (momentum != null) {
      momentum.allow(MOMENTUM);
      bars = momentum.value("bars", PolicyScalars.PERIOD, bars);
      percent = momentum.value("percent", PolicyScalars.GAIN, percent);
    }
    return new ScaleInBlock(
        block.value("at", PolicyScalars.GAIN, DEFAULT_AT_E6),
        block.value("add", ADD, DEFAULT_ADD_E6),
        bars,
        percent,
        block.value("volume-ratio", VOLUME_RATIO, DEFAULT_VOLUME_RATIO_E6),
        block.value("max-adds", MAX_ADDS, 1),
        block.value("bar", PolicyScalars.BAR, PolicyScalars.MINUTE));
  }

  @Override
  public void addRules(RuleList rules) {
    rules.add(
        RuleKind.SCALE_IN, atE6, addE6, momentumBars, momentumE6, volumeRatioE6, maxAdds, barNs);
  }

  @Override
  public void show(BlockValues values) {
    BlockValues block = values.under(KEY);
    block.percent("at", atE6);
    block.percent("add", addE6);
    block.under("momentum").number("bars", momentumBars);
    block.under("momentum").percent("percent", momentumE6);
    block.text("volume-ratio", VOLUME_RATIO.format(volumeRatioE6));
    block.number("max-adds", maxAdds);
    block.duration("bar", barNs);
  }
}
