package io.ripcord.replay;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;

/**
 * An order of the position; prices and quantities at 1e-8, {@link io.ripcord.money.E8#NULL} where
 * there is none.
 *
 * @param clOrdId its id
 * @param purpose what it is for
 * @param causeSequence the input that caused it
 * @param decidedNs when it was decided, nanoseconds since the epoch
 * @param attempt which try it is, from 1
 * @param quantityE8 how much
 * @param reason why
 * @param source which layer decided
 * @param levelE8 the level that was touched
 * @param triggerPriceE8 the price that fired
 * @param triggerTimeNs when that was
 * @param status what the venue has last said of it: REQUESTED and SENT before it has said anything
 * @param filledE8 how much was filled
 * @param fillPriceE8 at what average price
 */
public record ExplainedOrder(
    String clOrdId,
    Purpose purpose,
    long causeSequence,
    long decidedNs,
    int attempt,
    long quantityE8,
    ExitReason reason,
    ExitSource source,
    long levelE8,
    long triggerPriceE8,
    long triggerTimeNs,
    String status,
    long filledE8,
    long fillPriceE8) {
  /** What an order is for. */
  public enum Purpose {
    /** Closes the position. */
    EXIT,
    /** Closes a part of it. */
    PARTIAL,
    /** Adds to it. */
    ENTRY
  }
}
