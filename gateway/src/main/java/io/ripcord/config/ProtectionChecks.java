package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.util.List;
import java.util.Optional;

/**
 * Whether a policy protects its positions, and whether its stops agree with each other: one that is
 * meant to be tighter is, and none lies behind another that always comes first.
 */
final class ProtectionChecks {
  private final Block policy;
  private final PolicyConfig bound;

  ProtectionChecks(Block policy, PolicyConfig bound) {
    this.policy = policy;
    this.bound = bound;
  }

  void run() {
    checkStops();
    Optional<SoftStop> soft = SoftStop.of(bound);
    bound.hardStop().ifPresent(hard -> checkHardStop(hard, soft));
    List<TimeBlock.Tighten> steps =
        bound.block(TimeBlock.class).map(TimeBlock::tighten).orElse(List.of());
    if (!steps.isEmpty()) {
      checkTighten(steps.get(0), soft);
    }
    boolean isRiskReward = bound.takeProfit().flatMap(TakeProfitBlock::riskReward).isPresent();
    if (isRiskReward && bound.stopLoss().isEmpty()) {
      policy
          .block(TakeProfitBlock.KEY)
          .error(
              RiskReward.KEY,
              "found no stop-loss, expected one: the risk is the distance of the stop as first set");
    }
    checkDistances();
    new AlignmentCheck(policy, bound).run();
  }

  private void checkStops() {
    if (!bound.hasExit() && bound.unprotected()) {
      policy.error("found no exit at all, expected one: a position would never exit");
    } else if (!bound.isProtected() && !bound.unprotected()) {
      policy.error(
          "found no protective stop, expected stop-loss, hard-stop,"
              + " trailing percent or ticks without activate-at, or 'unprotected: true'");
    } else if (bound.isProtected() && bound.unprotected()) {
      policy.warning("unprotected", "has no effect: there is a protective stop");
    }
  }

  private void checkHardStop(HardStopBlock hard, Optional<SoftStop> soft) {
    if (soft.isPresent() && hard.percentE6() <= soft.get().percentE6()) {
      policy
          .block(HardStopBlock.KEY)
          .error(
              "percent",
              "found "
                  + Percent.format(hard.percentE6())
                  + ", expected more than the "
                  + soft.get().name()
                  + " "
                  + Percent.format(soft.get().percentE6())
                  + ": the hard stop is the last layer; see "
                  + AlignmentCheck.GUIDE);
    }
  }

  /** The first step is the widest; a stop that is closer already stays. */
  private void checkTighten(TimeBlock.Tighten first, Optional<SoftStop> soft) {
    SoftStop limit =
        soft.orElse(
            bound
                .hardStop()
                .map(hard -> new SoftStop("hard-stop percent", hard.percentE6()))
                .orElse(null));
    if (limit != null && first.percentE6() >= limit.percentE6()) {
      Block time = policy.block(TimeBlock.KEY);
      ConfigNode step = time.get("tighten").items().get(0);
      policy
          .problems()
          .error(
              step.child("stop-percent"),
              time.label("tighten") + ": step 1: stop-percent",
              "found "
                  + Percent.format(first.percentE6())
                  + ", expected less than the "
                  + limit.name()
                  + " "
                  + Percent.format(limit.percentE6())
                  + ": stops only tighten");
    }
  }

  private void checkDistances() {
    boolean hasTrailing =
        bound.trailing().filter(block -> !block.distances().isEmpty()).isPresent();
    VolatilityBlock volatility = bound.block(VolatilityBlock.class).orElse(null);
    if (volatility != null && !hasTrailing && bound.stopLoss().isEmpty()) {
      policy.warning(
          VolatilityBlock.KEY, "has no effect: there is no stop-loss and no trailing distance");
    } else if (volatility != null && !hasTrailing && volatility.widenBelowE6() != E8.NULL) {
      policy
          .block(VolatilityBlock.KEY)
          .warning("widen-below", "has no effect: there is no trailing distance");
    }
    boolean hasStop =
        bound.stopLoss().isPresent()
            || bound.trailing().isPresent()
            || bound.block(BreakEvenBlock.class).isPresent()
            || bound.block(TimeBlock.class).filter(t -> !t.tighten().isEmpty()).isPresent();
    if (bound.block(BookThroughBlock.class).isPresent() && !hasStop) {
      policy.warning(BookThroughBlock.KEY, "has no effect: there is no stop that it could fire");
    }
  }
}
