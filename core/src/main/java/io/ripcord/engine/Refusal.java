package io.ripcord.engine;

import io.ripcord.market.Instruments;
import io.ripcord.position.Positions;
import io.ripcord.rule.Policies;

/** Why a position cannot be taken over; the code travels in the alert. */
enum Refusal {
  UNKNOWN_INSTRUMENT(1),
  UNKNOWN_POLICY(2),
  DUPLICATE_ID(3),
  FULL(4);

  private final int code;

  Refusal(int code) {
    this.code = code;
  }

  int code() {
    return code;
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
