package io.ripcord.config;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.money.Percent;
import java.util.List;

/**
 * Whether what a policy does is worth it for a position: profits that pay the fees of its
 * instrument, parts that are at least a lot. Warnings, with both numbers.
 */
final class WorthChecks {
  private static final long HUNDRED_E6 = 100 * Percent.ONE;

  private final Block block;
  private final PositionConfig position;
  private final PolicyConfig policy;
  private final InstrumentConfig instrument;

  WorthChecks(
      Block block, PositionConfig position, PolicyConfig policy, InstrumentConfig instrument) {
    this.block = block;
    this.position = position;
    this.policy = policy;
    this.instrument = instrument;
  }

  void run() {
    if (instrument.feePercentE6() > 0) {
      checkFees();
    }
    policy.block(ScaleInBlock.class).ifPresent(this::checkAddition);
    // What was added makes parts larger.
    if (policy.block(ScaleInBlock.class).isEmpty()) {
      policy.block(PartialBlock.class).ifPresent(this::checkParts);
    }
  }

  /** Of entry and exit, in percent of the entry price, as {@code lock: fees} covers them. */
  private long feesE6() {
    long fee = instrument.feePercentE6();
    long exitE6 = position.side() == Side.LONG ? HUNDRED_E6 - fee : HUNDRED_E6 + fee;
    return -Math.floorDiv(-2 * fee * HUNDRED_E6, exitE6);
  }

  private void checkFees() {
    TakeProfitBlock target = policy.takeProfit().orElse(null);
    if (target != null) {
      checkFee("take-profit", target.percentE6());
      target.ladder().forEach(rung -> checkFee("take-profit", rung.percentE6()));
    }
    policy
        .block(PartialBlock.class)
        .ifPresent(parts -> parts.rungs().forEach(rung -> checkFee("partial", rung.atE6())));
    policy
        .block(BreakEvenBlock.class)
        .ifPresent(breakEven -> checkFee("break-even lock", breakEven.lockE6()));
  }

  private void checkFee(String what, long profitE6) {
    if (profitE6 != E8.NULL && profitE6 < feesE6()) {
      warn(
          what
              + " "
              + Percent.format(profitE6)
              + " percent does not pay the fees of entry and exit, "
              + Percent.format(feesE6())
              + " percent");
    }
  }

  private long lotsOf(long percentE6) {
    return MulDiv.floor(position.quantityE8(), percentE6, HUNDRED_E6) / instrument.lotE8();
  }

  private void checkAddition(ScaleInBlock scaleIn) {
    if (lotsOf(scaleIn.addE6()) == 0) {
      warn(
          "scale-in adds nothing: "
              + Percent.format(scaleIn.addE6())
              + " percent of "
              + E8.format(position.quantityE8())
              + " is less than the lot "
              + E8.format(instrument.lotE8()));
    }
  }

  private void checkParts(PartialBlock partial) {
    long all = position.quantityE8() / instrument.lotE8();
    long booked = 0;
    List<PartialBlock.Rung> rungs = partial.rungs();
    for (int i = 0; i < rungs.size(); i++) {
      long wanted = Math.min(lotsOf(rungs.get(i).closeE6()), all - 1);
      if (wanted <= booked) {
        warn(
            "rung "
                + (i + 1)
                + " of partial books nothing: "
                + Percent.format(rungs.get(i).closeE6())
                + " percent of "
                + E8.format(position.quantityE8())
                + " in lots of "
                + E8.format(instrument.lotE8())
                + ", of which one stays open, is "
                + (booked == 0 ? "none" : "booked before"));
      }
      booked = Math.max(booked, wanted);
    }
  }

  private void warn(String text) {
    block.warningAt("policy", "policy '" + policy.name() + "': " + text);
  }
}
