package io.ripcord.config;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;

/**
 * Whether the levels of a policy make sense for a position: on the price grid of its instrument and
 * on the right side of its entry. The market is not asked: a stop that is breached already is for
 * the first price to decide. A level equal to the entry is on no wrong side: break-even.
 */
final class LevelChecks {
  private final Block block;
  private final PositionConfig position;
  private final PolicyConfig policy;
  private final InstrumentConfig instrument;

  LevelChecks(
      Block block, PositionConfig position, PolicyConfig policy, InstrumentConfig instrument) {
    this.block = block;
    this.position = position;
    this.policy = policy;
    this.instrument = instrument;
  }

  void run() {
    long stopE8 = policy.stopLoss().map(StopLossConfig::priceE8).orElse(E8.NULL);
    long targetE8 = policy.takeProfit().map(TakeProfitConfig::priceE8).orElse(E8.NULL);
    checkLevel("stop-loss", stopE8, -position.side().sign());
    checkLevel("take-profit", targetE8, position.side().sign());
    if (stopE8 != E8.NULL && targetE8 != E8.NULL && !position.hasEntryPrice()) {
      checkOrder(stopE8, targetE8);
    }
    policy
        .stopLoss()
        .filter(stop -> stop.ticks() != E8.NULL)
        .ifPresent(stop -> checkTicks(stop.ticks()));
    policy.takeProfit().ifPresent(this::checkReach);
  }

  /** A level must lie on the grid, and not on the side of the entry opposite to {@code sign}. */
  private void checkLevel(String what, long levelE8, int sign) {
    if (levelE8 == E8.NULL) {
      return;
    }
    if (!E8.isMultiple(levelE8, instrument.priceIncrementE8())) {
      error(
          "found "
              + what
              + " price "
              + E8.format(levelE8)
              + ", expected a multiple of the price-increment "
              + E8.format(instrument.priceIncrementE8())
              + " of "
              + instrument.symbol());
    }
    boolean isWrong =
        position.hasEntryPrice() && Long.compare(levelE8, position.entryPriceE8()) * sign < 0;
    if (isWrong) {
      error(
          "found "
              + what
              + " price "
              + E8.format(levelE8)
              + ", expected at "
              + (sign < 0 ? "most" : "least")
              + " the entry-price "
              + E8.format(position.entryPriceE8())
              + " of a "
              + position.side()
              + " position");
    }
  }

  /** Without an entry to compare with, the two prices must at least have one between them. */
  private void checkOrder(long stopE8, long targetE8) {
    if (Long.compare(targetE8, stopE8) * position.side().sign() <= 0) {
      error(
          "found stop-loss price "
              + E8.format(stopE8)
              + ", expected it "
              + (position.side() == Side.LONG ? "below" : "above")
              + " the take-profit price "
              + E8.format(targetE8)
              + " of a "
              + position.side()
              + " position");
    }
  }

  private void checkTicks(long ticks) {
    long incrementE8 = instrument.priceIncrementE8();
    boolean isTooFar = ticks > E8.MAX_VALUE / incrementE8;
    boolean isBelowZero =
        !isTooFar
            && position.hasEntryPrice()
            && position.side() == Side.LONG
            && ticks * incrementE8 >= position.entryPriceE8();
    if (isTooFar || isBelowZero) {
      String limit =
          isTooFar
              ? E8.format(E8.MAX_VALUE)
              : "the entry-price " + E8.format(position.entryPriceE8());
      error(
          "found stop-loss "
              + ticks
              + " ticks of "
              + E8.format(incrementE8)
              + ", expected a distance below "
              + limit);
    }
  }

  /** A short gains at most its whole entry price. */
  private void checkReach(TakeProfitConfig target) {
    if (position.side() == Side.SHORT && target.percentE6() >= 100 * Percent.ONE) {
      block.warningAt(
          "policy",
          "policy '"
              + policy.name()
              + "': take-profit "
              + Percent.format(target.percentE6())
              + " percent is never reached by a SHORT position");
    }
  }

  private void error(String text) {
    block.errorAt("policy", "policy '" + policy.name() + "': " + text);
  }
}
