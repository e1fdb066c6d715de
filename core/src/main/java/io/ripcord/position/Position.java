package io.ripcord.position;

import io.ripcord.event.ExitReason;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.money.E6;
import io.ripcord.money.E8;
import io.ripcord.money.WideSum;

/**
 * One holding of a trader, with its own entry, policy and exits. Engine thread only; allocated at
 * registration. Prices and quantities at 1e-8, times in nanoseconds since the epoch.
 *
 * <p>The watermark starts at the entry price and is the best trigger price since registration: the
 * highest for a long position, the lowest for a short one.
 */
public final class Position {
  private static final long[] NO_WORDS = {};

  final int slot;
  final long id;
  final int instrumentId;
  final Side side;
  final long quantityE8;
  final long leverageE8;
  int policyId;
  final long registeredNs;
  long squareOffNs;
  final Stop stop;
  long entryPriceE8;
  long enteredE8;
  PositionStatus status = PositionStatus.OPEN;
  long openQuantityE8;
  long watermarkE8;
  long targetE8 = E8.NULL;
  long hardStopE8 = E8.NULL;
  long firstStopE8 = E8.NULL;
  long divisorE6 = E6.ONE;
  long bookedE8;
  int adds;
  int pending;
  int marks;
  PriceStream stream = PriceStream.LAST;
  long[] words = NO_WORDS;

  Position(
      int slot,
      long id,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long registeredNs,
      long squareOffNs) {
    this.slot = slot;
    this.id = id;
    this.instrumentId = instrumentId;
    this.side = side;
    this.quantityE8 = quantityE8;
    this.entryPriceE8 = entryPriceE8;
    this.leverageE8 = leverageE8;
    this.policyId = policyId;
    this.registeredNs = registeredNs;
    this.squareOffNs = squareOffNs;
    this.stop = new Stop(side);
    this.openQuantityE8 = quantityE8;
    this.enteredE8 = quantityE8;
    this.watermarkE8 = entryPriceE8;
  }

  /** Dense number in the store, from 0. */
  public int slot() {
    return slot;
  }

  /** Which registration of the engine it is, from 1; part of its order ids. */
  public int ordinal() {
    return slot + 1;
  }

  /** The trader's number. */
  public long id() {
    return id;
  }

  /** What is held. */
  public int instrumentId() {
    return instrumentId;
  }

  /** Long or short. */
  public Side side() {
    return side;
  }

  /** Quantity at registration. */
  public long quantityE8() {
    return quantityE8;
  }

  /** Entry price: of all that was entered, the average, half even. */
  public long entryPriceE8() {
    return entryPriceE8;
  }

  /**
   * All that was ever entered: the largest quantity held, since entries end with the first exit.
   */
  public long largestQuantityE8() {
    return enteredE8;
  }

  /** Takes in a fill that adds to it. */
  public void add(long filledE8, long priceE8) {
    WideSum cost = new WideSum();
    cost.addProduct(entryPriceE8, enteredE8);
    cost.addProduct(priceE8, filledE8);
    enteredE8 += filledE8;
    openQuantityE8 += filledE8;
    entryPriceE8 = cost.timesDividedHalfEven(1, enteredE8);
    mark(Mark.CHANGED, true);
  }

  /** Leverage, for return on margin only. */
  public long leverageE8() {
    return leverageE8;
  }

  /** Its policy. */
  public int policyId() {
    return policyId;
  }

  /**
   * A copy that another policy may set up: what the market and the trader made of the position is
   * in it, what its rules made of it is not. Prices that it has seen count if they are of the same
   * stream.
   */
  public Position under(int newPolicyId, long newSquareOffNs, PriceStream newStream) {
    return PositionState.under(this, newPolicyId, newSquareOffNs, newStream);
  }

  /** Goes on as a copy that another policy has set up. */
  public void become(Position copy) {
    PositionState.become(this, copy);
  }

  /** When it was registered. */
  public long registeredNs() {
    return registeredNs;
  }

  /** When it is squared off, {@link E8#NULL} for never. */
  public long squareOffNs() {
    return squareOffNs;
  }

  /** Its stop. */
  public Stop stop() {
    return stop;
  }

  /** Where it stands. */
  public PositionStatus status() {
    return status;
  }

  /** Changes the status. */
  public void status(PositionStatus newStatus) {
    status = newStatus;
  }

  /** Whether its rules may fire. */
  public boolean isOpen() {
    return status == PositionStatus.OPEN;
  }

  /** What has not been filled yet; negative after an over-fill. */
  public long openQuantityE8() {
    return openQuantityE8;
  }

  /** Takes a fill off. */
  public void reduce(long filledE8) {
    openQuantityE8 -= filledE8;
  }

  /** Best trigger price since registration. */
  public long watermarkE8() {
    return watermarkE8;
  }

  /**
   * Lets a trigger price move the watermark.
   *
   * @return whether it did, or was the first that was evaluated, or the first since a change
   */
  public boolean see(long priceE8) {
    boolean better = isBetter(priceE8, watermarkE8);
    boolean news = better || !is(Mark.EVALUATED) || is(Mark.CHANGED);
    marks = (marks | Mark.EVALUATED.bit() | Mark.PRICED.bit()) & ~Mark.CHANGED.bit();
    if (better) {
      watermarkE8 = priceE8;
    }
    return news;
  }

  /** Whether the next price is news whatever it is: the first, or the first since a change. */
  public boolean isNextNews() {
    return !isPriced() || is(Mark.CHANGED);
  }

  /** Whether it has seen a trigger price since registration. */
  public boolean isPriced() {
    return is(Mark.PRICED);
  }

  /** The prices that its levels listen to. */
  public PriceStream stream() {
    return stream;
  }

  /** Sets the prices that its levels listen to; follows from its policy and its side. */
  public void stream(PriceStream newStream) {
    stream = newStream;
  }

  /** Whether this is remembered. */
  public boolean is(Mark mark) {
    return (marks & mark.bit()) != 0;
  }

  /** Remembers or forgets. */
  public void mark(Mark mark, boolean isSo) {
    marks = isSo ? marks | mark.bit() : marks & ~mark.bit();
  }

  /** Whether {@code priceE8} is strictly more profitable than {@code otherE8}. */
  public boolean isBetter(long priceE8, long otherE8) {
    return side.sign() * (priceE8 - otherE8) > 0;
  }

  /** Target in force, {@link E8#NULL} if none. */
  public long targetE8() {
    return targetE8;
  }

  /** Puts a target in force. */
  public void target(long levelE8) {
    targetE8 = levelE8;
  }

  /** Whether a price reaches the target: at or above for a long position. */
  public boolean isTargetTouchedBy(long priceE8) {
    return targetE8 != E8.NULL && side.sign() * (priceE8 - targetE8) >= 0;
  }

  /** The stop of last resort, {@link E8#NULL} if there is none; it never moves. */
  public long hardStopE8() {
    return hardStopE8;
  }

  /** Sets the stop of last resort. */
  public void hardStop(long levelE8) {
    hardStopE8 = levelE8;
  }

  /** Whether a price reaches the stop of last resort. */
  public boolean isHardStopTouchedBy(long priceE8) {
    return hardStopE8 != E8.NULL && side.sign() * (priceE8 - hardStopE8) <= 0;
  }

  /** The stop as its policy first set it, {@link E8#NULL} if there was none. */
  public long firstStopE8() {
    return firstStopE8;
  }

  /** Sets the first stop. */
  public void firstStop(long levelE8) {
    firstStopE8 = levelE8;
    stop.set(levelE8);
  }

  /** Sets the first stop once more, if that is tighter than the stop is now; not a move. */
  public void tightenFirstStop(long levelE8) {
    if (stop.amend(levelE8, false)) {
      firstStopE8 = levelE8;
    }
  }

  /** What volatility divides trailing distances by, as a factor at 1e-6. */
  public long divisorE6() {
    return divisorE6;
  }

  /** Sets what volatility divides trailing distances by. */
  public void divisor(long newDivisorE6) {
    divisorE6 = newDivisorE6;
  }

  /** How much was ever ordered to be booked. */
  public long bookedE8() {
    return bookedE8;
  }

  /** Counts an order that books. */
  public void book(long quantityE8) {
    bookedE8 += quantityE8;
  }

  /** How many orders to add to it there ever were. */
  public int adds() {
    return adds;
  }

  /** Counts an order that adds. */
  public void countAdd() {
    adds++;
  }

  /** From now on the next price exits for this reason, whatever it is. */
  public void pend(ExitReason reason) {
    pending |= 1 << reason.code();
  }

  /** Whether an exit for this reason waits for a price. */
  public boolean isPending(ExitReason reason) {
    return (pending & 1 << reason.code()) != 0;
  }

  /** Whether any exit waits for a price. */
  public boolean hasPending() {
    return pending != 0;
  }

  /** The reason that goes first among those that wait; there must be one. */
  public ExitReason firstPending() {
    return ExitReason.of(Integer.numberOfTrailingZeros(pending));
  }

  /** Makes room for what the rules of a policy remember, all 0. */
  public void words(int count) {
    words = count == 0 ? NO_WORDS : new long[count];
  }

  /** What a rule remembers; whose word it is the policy knows. */
  public long word(int index) {
    return words[index];
  }

  /** Lets a rule remember. */
  public void word(int index, long value) {
    words[index] = value;
  }
}
