package io.ripcord.config;

import io.ripcord.event.StaleAction;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.util.List;
import java.util.Optional;

/**
 * Finds rules that another rule of the policy always comes before, so that they never act. All of
 * it works as it says and is probably not meant: warnings, with both numbers.
 */
final class DeadRuleChecks {
  private final Block policy;
  private final PolicyConfig bound;

  DeadRuleChecks(Block policy, PolicyConfig bound) {
    this.policy = policy;
    this.bound = bound;
  }

  void run() {
    bound.trailing().ifPresent(this::checkTrailing);
    bound.block(DeferBlock.class).ifPresent(this::checkDefer);
    long maxAgeNs = bound.block(TimeBlock.class).map(TimeBlock::maxAgeNs).orElse(E8.NULL);
    if (maxAgeNs != E8.NULL) {
      checkAge(maxAgeNs);
    }
    checkLadder(bound.takeProfit().map(TakeProfitBlock::ladder).orElse(List.of()));
  }

  private void checkTrailing(TrailingBlock trailing) {
    List<TrailingDistance> distances = trailing.distances();
    for (TrailingDistance wide : distances) {
      distances.stream()
          .filter(close -> close.unit() == wide.unit() && isAlwaysCloser(close, wide))
          .findFirst()
          .ifPresent(
              close ->
                  policy.warning(
                      TrailingBlock.KEY,
                      "found "
                          + text(wide)
                          + ", which is never in force: "
                          + text(close)
                          + " is always closer"));
    }
    // A risk multiple and volatility measure the stop as first set, in force or not.
    boolean isMeasured =
        bound.takeProfit().flatMap(TakeProfitBlock::riskReward).isPresent()
            || bound.block(VolatilityBlock.class).isPresent();
    long stopE6 = bound.stopLoss().map(StopLossBlock::percentE6).orElse(E8.NULL);
    for (TrailingDistance close : distances) {
      boolean isPercent = close.unit() == TrailingDistance.Unit.PERCENT && close.isProtective();
      if (stopE6 != E8.NULL && !isMeasured && isPercent && close.distance() < stopE6) {
        policy
            .block(StopLossBlock.KEY)
            .warning(
                "percent",
                "found "
                    + Percent.format(stopE6)
                    + ", which is never in force: trailing percent "
                    + Percent.format(close.distance())
                    + " is closer from the first price on");
        return;
      }
    }
  }

  /** Both have the same unit; a distance that tightens, or moves in steps, is left to its owner. */
  private static boolean isAlwaysCloser(TrailingDistance close, TrailingDistance wide) {
    return close.unit() != TrailingDistance.Unit.ATR
        && close.distance() < wide.distance()
        && close.activateAtE6() <= wide.activateAtE6()
        && wide.tightenAtE6() == E8.NULL
        && close.stepE6() == 0;
  }

  private static String text(TrailingDistance trailing) {
    return trailing.unit() == TrailingDistance.Unit.TICKS
        ? "ticks " + trailing.distance()
        : "percent " + Percent.format(trailing.distance());
  }

  private void checkDefer(DeferBlock defer) {
    if (bound.stopLoss().isEmpty()) {
      policy.warning(
          DeferBlock.MS,
          "has no effect: only a stop-loss that no rule has moved is left to the venue");
      return;
    }
    long stopE6 = bound.stopLoss().map(StopLossBlock::percentE6).orElse(E8.NULL);
    if (stopE6 != E8.NULL && defer.withinE6() >= stopE6) {
      policy.warning(
          policy.has(DeferBlock.WITHIN) ? DeferBlock.WITHIN : DeferBlock.MS,
          "found "
              + DeferBlock.WITHIN
              + " "
              + Percent.format(defer.withinE6())
              + ", which lets a stop at the entry count as near: stop-loss percent is "
              + Percent.format(stopE6));
    }
  }

  private void checkAge(long maxAgeNs) {
    String gone = "max-age exits at " + Durations.format(maxAgeNs);
    long everyNs = bound.block(EvaluateBlock.class).map(EvaluateBlock::everyNs).orElse(E8.NULL);
    if (everyNs != E8.NULL && everyNs >= maxAgeNs) {
      policy
          .block(EvaluateBlock.KEY)
          .warning(
              "every",
              "found "
                  + Durations.format(everyNs)
                  + ", so that a position may never be looked at: "
                  + gone);
    }
    Optional<StaleBlock> stale = bound.block(StaleBlock.class);
    if (stale.isPresent() && stale.get().afterNs() >= maxAgeNs) {
      policy.warning(
          StaleBlock.AFTER,
          "found "
              + Durations.format(stale.get().afterNs())
              + (stale.get().action() == StaleAction.EXIT
                  ? ", which never exits: "
                  : ", never reached: ")
              + gone);
    }
  }

  private void checkLadder(List<LadderRung> ladder) {
    if (ladder.isEmpty()) {
      return;
    }
    Block block = policy.block(TakeProfitBlock.KEY);
    if (ladder.get(0).afterNs() == 0 && ladder.get(0).percentE6() == E8.NULL) {
      block.warning("ladder", "found 'any: true' after 0m: a position leaves at its first price");
    }
    List<PartialBlock.Rung> partial =
        bound.block(PartialBlock.class).map(PartialBlock::rungs).orElse(List.of());
    for (int i = 0; i < partial.size(); i++) {
      PartialBlock.Rung rung = partial.get(i);
      for (LadderRung target : ladder) {
        // A target in force from the start has been looked at without the age.
        boolean isEarlier = target.afterNs() > 0 && target.afterNs() <= rung.minAgeNs();
        if (isEarlier && target.percentE6() != E8.NULL && target.percentE6() <= rung.atE6()) {
          policy.warning(
              PartialBlock.KEY,
              "rung "
                  + (i + 1)
                  + ": found at "
                  + Percent.format(rung.atE6())
                  + " after "
                  + Durations.format(rung.minAgeNs())
                  + ", which is never reached: take-profit exits at "
                  + Percent.format(target.percentE6())
                  + " from "
                  + Durations.format(target.afterNs())
                  + " on");
          break;
        }
      }
    }
  }
}
