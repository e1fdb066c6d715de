package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;

/**
 * Fixed stop of a policy. Variants one component has a value, the others are {@link E8#NULL}.
 * Immutable.
 *
 * @param priceE8 the stop itself
 * @param percentE6 distance from the entry price, in percent of it
 * @param ticks distance from the entry price, in price increments of the instrument
 */
public record StopLossConfig(long priceE8, long percentE6, long ticks) {
  /** Refuses anything but exactly one value above 0. */
  public StopLossConfig {
    int given = Variants.given(priceE8) + Variants.given(percentE6) + Variants.given(ticks);
    if (given != 1) {
      throw new IllegalArgumentException(
          "exactly one above 0: priceE8="
              + priceE8
              + " percentE6="
              + percentE6
              + " ticks="
              + ticks);
    }
  }

  /** A stop at a price. */
  public static StopLossConfig price(long priceE8) {
    return new StopLossConfig(priceE8, E8.NULL, E8.NULL);
  }

  /** A stop at a distance in percent of the entry price. */
  public static StopLossConfig percent(long percentE6) {
    return new StopLossConfig(E8.NULL, percentE6, E8.NULL);
  }

  /** A stop at a distance in price increments. */
  public static StopLossConfig ticks(long ticks) {
    return new StopLossConfig(E8.NULL, E8.NULL, ticks);
  }

  /** As the engine has it. */
  RuleSpec rule() {
    return new RuleSpec(RuleKind.STOP_LOSS, priceE8, percentE6, ticks);
  }
}
