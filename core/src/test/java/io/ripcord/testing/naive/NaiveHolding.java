package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A position and everything that changes about it while it is open. */
final class NaiveHolding {

  final NaivePosition position;
  final NaiveInstrument instrument;
  final NaivePolicy policy;
  final NaiveMarket market;
  final boolean isLong;
  final List<NaivePolicy.Rung> rungs;
  final NaiveBlock.Source source;

  BigDecimal entry;
  BigDecimal quantity; // open
  BigDecimal largest;
  BigDecimal booked = BigDecimal.ZERO;
  BigDecimal realized = BigDecimal.ZERO; // profit, exact
  BigDecimal stop;
  BigDecimal firstStop;
  BigDecimal target;
  BigDecimal hardStop;
  BigDecimal watermark;
  BigDecimal divisor = BigDecimal.ONE; // of trailing distances
  Seen fresh; // the last trigger price since registration
  boolean isStopMoved;
  boolean isAtrStopSettled;
  boolean isTargetSettled;
  boolean isCrossWaiting;
  boolean isSignalWaiting;
  boolean isTimeWaiting;
  boolean isPaused;
  boolean isSilent;
  boolean isBreachAlerted;
  int rungsInForce;
  int tightened;
  boolean isAged;
  boolean isSquaredOff;
  boolean isSquareOffPostponed;
  final Set<Integer> bookingsFired = new TreeSet<>();
  final Set<Integer> bookingsAged = new TreeSet<>();
  boolean isBookingWorking; // until the end of its event
  int adds;
  BigDecimal addWorking; // quantity of a scale-in that fills after the event
  BigDecimal addTrigger;
  long sweptNs;
  Long bookBeyondSinceNs;

  NaiveHolding(NaivePosition position, NaiveInstrument instrument, NaiveMarket market) {
    this.position = position;
    this.instrument = instrument;
    this.policy = position.policy();
    this.market = market;
    this.isLong = position.isLong();
    this.rungs =
        policy.takeProfit() instanceof NaivePolicy.TakeProfit.Ladder ladder
            ? ladder.rungs()
            : List.of();
    NaiveBlock.Trigger trigger = block(NaiveBlock.Trigger.class);
    this.source = trigger == null ? NaiveBlock.Source.LAST : trigger.source();
    this.entry = position.entryPrice();
    this.quantity = position.quantity();
    this.largest = quantity;
    this.watermark = entry;
    this.target = NaiveLevels.fixedTarget(position);
    this.sweptNs = position.registeredAtNs();
    NaiveBlock.HardStop hard = block(NaiveBlock.HardStop.class);
    this.hardStop = hard == null ? null : NaiveLevels.lostPercent(isLong, entry, hard.percent());
  }

  /**
   * A trigger price and what of it levels may see: with double-last the less extreme of two trades,
   * {@code null} while there is only one.
   */
  record Seen(BigDecimal price, BigDecimal forStop, BigDecimal forTarget) {
    static Seen of(BigDecimal price) {
      return new Seen(price, price, price);
    }
  }

  <T extends NaiveBlock> T block(Class<T> kind) {
    return policy.block(kind);
  }

  /** The last price of its stream, else the newest before it was registered. */
  BigDecimal lastKnown() {
    return fresh == null ? market.newest(source, isLong) : fresh.price();
  }

  /** What an exit without a level takes now; {@code null} if that must wait for a price. */
  BigDecimal waitingPrice() {
    return isPaused ? null : market.counted(source, isLong);
  }

  /** What levels that move now meet; {@code null} if that must wait for a price. */
  Seen levelPrice() {
    return waitingPrice() == null ? null : fresh;
  }

  long ageNs(long nowNs) {
    return nowNs - position.registeredAtNs();
  }

  boolean profitReaches(BigDecimal price, BigDecimal percent) {
    return NaiveLevels.profitReaches(isLong, entry, price, percent);
  }

  /** Moves the stop if the candidate is strictly tighter; tells whether it was. */
  boolean tighten(BigDecimal candidate, boolean countsAsMoved) {
    if (stop != null && NaiveLevels.improvement(isLong, candidate, stop).signum() <= 0) {
      return false;
    }
    stop = candidate;
    isStopMoved |= countsAsMoved;
    return true;
  }

  boolean isTick() {
    NaiveBlock.Evaluation evaluation = block(NaiveBlock.Evaluation.class);
    return evaluation == null || evaluation.every() == null;
  }
}
