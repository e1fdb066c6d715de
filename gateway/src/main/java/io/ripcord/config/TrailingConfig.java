package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;

/**
 * Trailing stop of a policy. Immutable.
 *
 * @param percentE6 distance, in percent of the watermark
 * @param activateAtE6 best profit from which it works, in percent of the entry price; 0: at once
 * @param stepE6 smallest move, in percent of the entry price; 0: every move
 * @param tightenAtE6 best profit from which the tighter distance holds, in percent of the entry
 *     price; {@link E8#NULL}: never
 * @param tightenPercentE6 the tighter distance, in percent of the watermark; {@link E8#NULL}: none
 */
public record TrailingConfig(
    long percentE6, long activateAtE6, long stepE6, long tightenAtE6, long tightenPercentE6) {
  /** Refuses a distance that is not above 0 and a tighter one that is not tighter. */
  public TrailingConfig {
    boolean isTightened = tightenAtE6 != E8.NULL;
    boolean isTighter = !isTightened || (tightenPercentE6 > 0 && tightenPercentE6 < percentE6);
    boolean isComplete = isTightened == (tightenPercentE6 != E8.NULL);
    if (percentE6 <= 0 || activateAtE6 < 0 || stepE6 < 0 || !isTighter || !isComplete) {
      throw new IllegalArgumentException(
          "percentE6="
              + percentE6
              + " activateAtE6="
              + activateAtE6
              + " stepE6="
              + stepE6
              + " tightenAtE6="
              + tightenAtE6
              + " tightenPercentE6="
              + tightenPercentE6);
    }
  }

  /** Whether a tighter distance holds from some profit on. */
  public boolean hasTighten() {
    return tightenAtE6 != E8.NULL;
  }

  /** Whether it protects from the first price on, without waiting for a profit. */
  public boolean isProtective() {
    return activateAtE6 == 0;
  }

  /** As the engine has it. */
  RuleSpec rule() {
    return new RuleSpec(
        RuleKind.TRAILING_STOP, percentE6, activateAtE6, stepE6, tightenAtE6, tightenPercentE6);
  }
}
