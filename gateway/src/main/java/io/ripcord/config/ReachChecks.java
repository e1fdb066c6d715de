package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.money.Percent;
import java.util.List;

/**
 * Whether everything in a policy can ever happen: what lies behind a target or after the longest
 * age does not. Warnings where the rest works as it says, errors where two blocks contradict.
 */
final class ReachChecks {
  private final Block policy;
  private final PolicyConfig bound;

  ReachChecks(Block policy, PolicyConfig bound) {
    this.policy = policy;
    this.bound = bound;
  }

  void run() {
    long target = bound.takeProfit().map(this::mostE6).orElse(E8.NULL);
    if (target != E8.NULL) {
      checkTarget(target);
    }
    long maxAge = bound.block(TimeBlock.class).map(TimeBlock::maxAgeNs).orElse(E8.NULL);
    if (maxAge != E8.NULL) {
      checkAge(maxAge);
    }
    bound.block(ScaleInBlock.class).ifPresent(this::checkScaleIn);
  }

  /**
   * A multiple of a known risk is known as well; one that follows the market is at most so much.
   */
  private long mostE6(TakeProfitBlock target) {
    long stopE6 = bound.stopLoss().map(StopLossBlock::percentE6).orElse(E8.NULL);
    if (target.riskReward().isEmpty() || stopE6 == E8.NULL) {
      return target.mostE6();
    }
    return MulDiv.ceil(stopE6, target.riskReward().get().mostE6(), Percent.ONE);
  }

  private void checkTarget(long targetE6) {
    bound
        .block(BreakEvenBlock.class)
        .ifPresent(block -> beyond(policy.block(BreakEvenBlock.KEY), "at", block.atE6(), targetE6));
    bound
        .block(ScaleInBlock.class)
        .ifPresent(block -> beyond(policy.block(ScaleInBlock.KEY), "at", block.atE6(), targetE6));
    List<PartialBlock.Rung> rungs = rungs();
    for (int i = 0; i < rungs.size(); i++) {
      beyond(item(policy, PartialBlock.KEY, "rung", i), "at", rungs.get(i).atE6(), targetE6);
    }
    bound.trailing().ifPresent(trailing -> checkTrailing(trailing, targetE6));
  }

  private void checkTrailing(TrailingBlock trailing, long targetE6) {
    for (int i = 0; i < trailing.rules().size(); i++) {
      if (trailing.rules().get(i) instanceof TrailingDistance distance) {
        Block block =
            trailing.isList()
                ? item(policy, TrailingBlock.KEY, "stop", i)
                : policy.block(TrailingBlock.KEY);
        beyond(block, "activate-at", distance.activateAtE6(), targetE6);
        if (distance.tightenAtE6() != E8.NULL) {
          beyond(block.block("tighten"), "at", distance.tightenAtE6(), targetE6);
        }
      }
    }
  }

  private static void beyond(Block block, String key, long atE6, long targetE6) {
    if (atE6 >= targetE6) {
      String text =
          "found "
              + key
              + " "
              + Percent.format(atE6)
              + ", which is never reached: take-profit exits at "
              + Percent.format(targetE6);
      if (block.has(key)) {
        block.warningAt(key, text);
      } else {
        block.warning(text);
      }
    }
  }

  private void checkAge(long maxAgeNs) {
    String gone = "which is never reached: max-age exits at " + Durations.format(maxAgeNs);
    List<LadderRung> ladder = bound.takeProfit().map(TakeProfitBlock::ladder).orElse(List.of());
    for (int i = 0; i < ladder.size(); i++) {
      if (ladder.get(i).afterNs() > maxAgeNs) {
        item(policy.block(TakeProfitBlock.KEY), "ladder", "rung", i)
            .warningAt(
                "after", "found after " + Durations.format(ladder.get(i).afterNs()) + ", " + gone);
      }
    }
    List<PartialBlock.Rung> rungs = rungs();
    for (int i = 0; i < rungs.size(); i++) {
      if (rungs.get(i).minAgeNs() >= maxAgeNs) {
        item(policy, PartialBlock.KEY, "rung", i)
            .warningAt(
                "min-age",
                "found min-age " + Durations.format(rungs.get(i).minAgeNs()) + ", " + gone);
      }
    }
  }

  /** Nothing is added after a booking, and a price that allows both books first. */
  private void checkScaleIn(ScaleInBlock scaleIn) {
    List<PartialBlock.Rung> rungs = rungs();
    for (int i = 0; i < rungs.size(); i++) {
      PartialBlock.Rung rung = rungs.get(i);
      if (rung.minAgeNs() == 0 && rung.atE6() <= scaleIn.atE6()) {
        policy
            .block(ScaleInBlock.KEY)
            .error(
                "found at "
                    + Percent.format(scaleIn.atE6())
                    + ", expected less than the "
                    + Percent.format(rung.atE6())
                    + " of rung "
                    + (i + 1)
                    + " of partial: nothing is added after a booking");
        return;
      }
    }
  }

  private List<PartialBlock.Rung> rungs() {
    return bound.block(PartialBlock.class).map(PartialBlock::rungs).orElse(List.of());
  }

  private static Block item(Block block, String key, String what, int index) {
    return Block.named(
        block.get(key).items().get(index),
        block.label(key) + ": " + what + " " + (index + 1),
        block.problems());
  }
}
