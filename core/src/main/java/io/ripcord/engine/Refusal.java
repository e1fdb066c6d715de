package io.ripcord.engine;

import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.Policies;

/** Why a command is not carried out; the code travels in the alert. */
public enum Refusal {
  /** No such instrument. */
  UNKNOWN_INSTRUMENT(1),
  /** No such policy. */
  UNKNOWN_POLICY(2),
  /** A position with this id was registered before. */
  DUPLICATE_ID(3),
  /** No further registration fits. */
  FULL(4),
  /** No such position. */
  UNKNOWN_POSITION(5),
  /** The position is closing, closed or no longer watched. */
  NOT_OPEN(6),
  /** The stop would move away from the price. */
  LOOSER(7),
  /** The trading state does not allow it. */
  NOT_ACTIVE(8),
  /** Another order of the position is under way. */
  BUSY(9),
  /** The quantity is not a whole number of lots. */
  OFF_LOT(10),
  /** The newest price has reached the stop already. */
  BREACHED(11),
  /** The position has the newest version of this policy already. */
  SAME_POLICY(12),
  /** No such group. */
  UNKNOWN_GROUP(20),
  /** The group has fired in this session. */
  GROUP_LATCHED(21),
  /** The group's profits are in another currency. */
  MIXED_SETTLEMENT(22);

  private final int code;

  Refusal(int code) {
    this.code = code;
  }

  /** Number in the alert. */
  public int code() {
    return code;
  }

  /** The refusal with this number; {@code null} if there is none. */
  public static Refusal of(long code) {
    for (Refusal refusal : values()) {
      if (refusal.code == code) {
        return refusal;
      }
    }
    return null;
  }

  /** Of a command that needs an open position. */
  static Refusal ofOpen(Position position) {
    if (position == null) {
      return UNKNOWN_POSITION;
    }
    return position.isOpen() ? null : NOT_OPEN;
  }

  /** Of new levels: a stop only tightens unless told otherwise. */
  static Refusal ofAmendment(Position position, long stopE8, boolean loosen) {
    Refusal refusal = ofOpen(position);
    if (refusal != null || stopE8 == E8.NULL || loosen || !position.stop().isSet()) {
      return refusal;
    }
    return position.isBetter(position.stop().levelE8(), stopE8) ? LOOSER : null;
  }

  static Refusal of(
      long positionId,
      int instrumentId,
      int policyId,
      Instruments instruments,
      Policies policies,
      Positions positions) {
    if (!instruments.contains(instrumentId)) {
      return UNKNOWN_INSTRUMENT;
    }
    if (!policies.contains(policyId)) {
      return UNKNOWN_POLICY;
    }
    if (positions.byId(positionId) != null) {
      return DUPLICATE_ID;
    }
    return positions.isFull() ? FULL : null;
  }
}
