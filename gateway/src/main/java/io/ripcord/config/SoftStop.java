package io.ripcord.config;

import io.ripcord.money.E8;
import java.util.List;
import java.util.Optional;

/**
 * The tightest stop of a policy that holds from the first price on and whose distance is known
 * without a position: what the hard stop and later stops are compared with.
 *
 * @param name what problems call it
 * @param percentE6 distance from the entry price, in percent of it
 */
record SoftStop(String name, long percentE6) {
  static Optional<SoftStop> of(PolicyConfig policy) {
    SoftStop tightest = fixed(policy);
    for (TrailingDistance trailing :
        policy.trailing().map(TrailingBlock::distances).orElse(List.of())) {
      boolean isPercent = trailing.unit() == TrailingDistance.Unit.PERCENT;
      if (isPercent && trailing.isProtective()) {
        tightest = tighter(tightest, new SoftStop("trailing percent", trailing.distance()));
      }
    }
    return Optional.ofNullable(tightest);
  }

  private static SoftStop fixed(PolicyConfig policy) {
    StopLossBlock stop = policy.stopLoss().orElse(null);
    if (stop == null) {
      return null;
    }
    if (stop.atr().isPresent()) {
      return new SoftStop(
          "fallback-percent of the stop-loss", stop.atr().get().fallbackPercentE6());
    }
    return stop.percentE6() == E8.NULL ? null : new SoftStop("stop-loss percent", stop.percentE6());
  }

  private static SoftStop tighter(SoftStop one, SoftStop other) {
    return one == null || other.percentE6 < one.percentE6 ? other : one;
  }
}
