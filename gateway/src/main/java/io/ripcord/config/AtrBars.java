package io.ripcord.config;

import io.ripcord.money.Percent;

/**
 * A multiple of the average true range of bars. Immutable.
 *
 * @param period bars in the average
 * @param multiplierE6 how many average ranges
 * @param barNs length of a bar
 */
public record AtrBars(int period, long multiplierE6, long barNs) {
  /** What a stop takes unless it says otherwise. */
  static final AtrBars STOP = new AtrBars(14, 2 * Percent.ONE, PolicyScalars.MINUTE);

  /** What the SuperTrend takes. */
  static final AtrBars SUPERTREND = new AtrBars(10, 3 * Percent.ONE, PolicyScalars.MINUTE);

  /** The keys {@code period}, {@code multiplier} and {@code bar} of a block. */
  static AtrBars bind(Block block, AtrBars defaults) {
    return new AtrBars(
        block.value("period", PolicyScalars.PERIOD, defaults.period),
        block.value("multiplier", PolicyScalars.FACTOR, defaults.multiplierE6),
        block.value("bar", PolicyScalars.BAR, defaults.barNs));
  }

  void show(BlockValues block) {
    block.number("period", period);
    block.percent("multiplier", multiplierE6);
    block.duration("bar", barNs);
  }
}
