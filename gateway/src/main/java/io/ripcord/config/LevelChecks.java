package io.ripcord.config;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.util.List;

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
    long stopE8 = policy.stopLoss().map(StopLossBlock::priceE8).orElse(E8.NULL);
    long targetE8 = policy.takeProfit().map(TakeProfitBlock::priceE8).orElse(E8.NULL);
    checkLevel("stop-loss", stopE8, -position.side().sign());
    checkLevel("take-profit", targetE8, position.side().sign());
    if (stopE8 != E8.NULL && targetE8 != E8.NULL && !position.hasEntryPrice()) {
      checkOrder(stopE8, targetE8);
    }
    policy
        .stopLoss()
        .filter(stop -> stop.ticks() != E8.NULL)
        .ifPresent(stop -> checkTicks("stop-loss", stop.ticks()));
    policy.trailing().ifPresent(this::checkTrailing);
    if (position.hasEntryPrice()) {
      policy.stopLoss().ifPresent(this::checkSoftStop);
    }
    checkReach();
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

  private void checkTicks(String what, long ticks) {
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
          "found "
              + what
              + " "
              + ticks
              + " ticks of "
              + E8.format(incrementE8)
              + ", expected a distance below "
              + limit);
    }
  }

  private void checkTrailing(TrailingBlock trailing) {
    for (TrailingDistance distance : trailing.distances()) {
      if (distance.unit() == TrailingDistance.Unit.TICKS) {
        checkTicks("trailing", distance.distance());
      }
    }
  }

  /** With an entry, the distance of a stop in another unit than percent is known as well. */
  private void checkSoftStop(StopLossBlock stop) {
    long entryE8 = position.entryPriceE8();
    boolean isPrice = stop.priceE8() != E8.NULL;
    if (isPrice && stop.priceE8() == entryE8 && hasRiskReward()) {
      error(
          "found stop-loss price "
              + E8.format(stop.priceE8())
              + ", expected it away from the entry-price: risk-reward multiplies the distance");
    }
    long mostTicks = entryE8 / instrument.priceIncrementE8();
    if (policy.hardStop().isEmpty()
        || !(isPrice || (stop.ticks() != E8.NULL && stop.ticks() <= mostTicks))) {
      return;
    }
    int sign = position.side().sign();
    long stopE8 =
        isPrice ? stop.priceE8() : entryE8 - sign * stop.ticks() * instrument.priceIncrementE8();
    long hardE6 = policy.hardStop().get().percentE6();
    long hardE8 = sign > 0 ? Percent.shiftDown(entryE8, -hardE6) : Percent.shiftUp(entryE8, hardE6);
    if (Long.compare(stopE8, hardE8) * sign <= 0) {
      error(
          "found stop-loss "
              + (isPrice ? "price " + E8.format(stopE8) : stop.ticks() + " ticks")
              + ", expected it closer than the hard-stop, which is at "
              + E8.format(hardE8));
    }
  }

  private boolean hasRiskReward() {
    return policy.takeProfit().flatMap(TakeProfitBlock::riskReward).isPresent();
  }

  /** A short gains at most its whole entry price. */
  private void checkReach() {
    if (position.side() != Side.SHORT) {
      return;
    }
    policy.takeProfit().ifPresent(target -> checkReach("take-profit", target.percentE6()));
    policy.block(BreakEvenBlock.class).ifPresent(b -> checkReach("break-even", b.atE6()));
    policy.block(ScaleInBlock.class).ifPresent(b -> checkReach("scale-in", b.atE6()));
    policy
        .block(PartialBlock.class)
        .ifPresent(b -> b.rungs().forEach(rung -> checkReach("partial", rung.atE6())));
    for (TrailingDistance trailing :
        policy.trailing().map(TrailingBlock::distances).orElse(List.of())) {
      checkReach("trailing activate-at", trailing.activateAtE6());
    }
  }

  private void checkReach(String what, long profitE6) {
    if (profitE6 >= 100 * Percent.ONE) {
      block.warningAt(
          "policy",
          "policy '"
              + policy.name()
              + "': "
              + what
              + " "
              + Percent.format(profitE6)
              + " percent is never reached by a SHORT position");
    }
  }

  private void error(String text) {
    block.errorAt("policy", "policy '" + policy.name() + "': " + text);
  }
}
