package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;

/**
 * Whether the layers of a policy fit the market and each other. A stop that knows the market would
 * be about {@code max(1.8 x 2 %, 1.2 %)} away (the multiplier of the layered profile, a usual
 * average range, the floor), and spread and fees come on top. Warnings only: numbers of a trader
 * are the trader's. Looks at policies with a stop-loss in percent and a hard stop.
 */
final class AlignmentCheck {
  /** The page that says what to do. */
  static final String GUIDE = "docs/alignment.md";

  private static final long ATR_E6 = Math.max(18 * (2 * Percent.ONE) / 10, 1_200_000);
  private static final long SPREAD_E6 = 150_000;
  private static final long FEE_E6 = 550_000;

  /** Where a stop that follows the market would be, with what an exit costs. */
  static final long ESTIMATE_E6 = ATR_E6 + SPREAD_E6 + FEE_E6;

  private static final long MAX_AWAY_E6 = 500_000;
  private static final long MAX_APART_E6 = 2_500_000;

  private final Block policy;
  private final PolicyConfig bound;

  AlignmentCheck(Block policy, PolicyConfig bound) {
    this.policy = policy;
    this.bound = bound;
  }

  void run() {
    long soft = bound.stopLoss().map(StopLossBlock::percentE6).orElse(E8.NULL);
    long hard = bound.hardStop().map(HardStopBlock::percentE6).orElse(E8.NULL);
    // A hard stop that is not behind the soft one has been refused.
    if (soft == E8.NULL || hard == E8.NULL || hard <= soft) {
      return;
    }
    long away = Math.abs(soft - ESTIMATE_E6);
    if (away > MAX_AWAY_E6) {
      policy
          .block(StopLossBlock.KEY)
          .warning(
              "percent",
              "found "
                  + Percent.format(soft)
                  + ", which is "
                  + Percent.format(away)
                  + " away from the estimated ATR stop "
                  + Percent.format(ESTIMATE_E6)
                  + " = max(1.8 x 2, 1.2) + 0.15 spread + 0.55 fee, expected at most "
                  + Percent.format(MAX_AWAY_E6)
                  + "; see "
                  + GUIDE);
    }
    if (hard - soft > MAX_APART_E6) {
      policy
          .block(HardStopBlock.KEY)
          .warning(
              "percent",
              "found "
                  + Percent.format(hard)
                  + ", which is "
                  + Percent.format(hard - soft)
                  + " wider than the stop-loss percent "
                  + Percent.format(soft)
                  + ", expected at most "
                  + Percent.format(MAX_APART_E6)
                  + "; see "
                  + GUIDE);
    }
  }
}
