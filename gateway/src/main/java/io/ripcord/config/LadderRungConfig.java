package io.ripcord.config;

import io.ripcord.money.E8;

/**
 * One rung of a time-graded target: from this age on, this profit is enough. Immutable.
 *
 * @param afterNs age since registration
 * @param percentE6 profit in percent of the entry price; {@link E8#NULL} exits at any price
 */
public record LadderRungConfig(long afterNs, long percentE6) {
  /** Refuses a negative age and a profit that is not above 0. */
  public LadderRungConfig {
    if (afterNs < 0 || Variants.given(percentE6) > 1) {
      throw new IllegalArgumentException("afterNs=" + afterNs + " percentE6=" + percentE6);
    }
  }

  /** Whether the rung exits at any price. */
  public boolean isAny() {
    return percentE6 == E8.NULL;
  }
}
