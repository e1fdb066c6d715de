package io.ripcord.control;

import io.ripcord.console.InstrumentRow;
import io.ripcord.console.LiveState;
import io.ripcord.console.PositionRow;
import io.ripcord.console.Refused;
import io.ripcord.money.E8;

/** Why the engine did not carry a command out, in words. Stateless. */
final class RefusalText {
  private RefusalText() {}

  static String of(Refused refused, long positionId, LiveState live) {
    PositionRow row = positionId == E8.NULL ? null : live.position(positionId);
    return switch (refused.refusal()) {
      case UNKNOWN_INSTRUMENT -> "unknown symbol, expected one that this node watches";
      case UNKNOWN_POLICY -> "unknown policy, expected one that is in force";
      case DUPLICATE_ID -> "position " + positionId + " was registered before, expected a new id";
      case FULL -> "no further position fits, expected a larger max-positions";
      case UNKNOWN_POSITION -> "unknown position " + positionId + ", expected a registered one";
      case NOT_OPEN ->
          "position "
              + positionId
              + " is "
              + (row == null ? "not open" : row.status())
              + ", expected it OPEN";
      case LOOSER ->
          "the stop would move away from the price, expected one at or "
              + (row == null || row.side().sign() > 0 ? "above " : "below ")
              + (row == null ? "the stop in force" : E8.format(row.stopE8()))
              + "; loosen allows it";
      case NOT_ACTIVE -> "trading is " + live.tradingState() + ", expected ACTIVE: resume first";
      case BUSY ->
          "another order of position "
              + positionId
              + " is under way, expected none: close a part again when it is filled, or all of it"
              + " now";
      case BREACHED -> CommandChecks.breachedStop(row, refused.value());
      case SAME_POLICY -> CommandChecks.samePolicy(positionId, row == null ? "?" : row.policy());
      case UNKNOWN_GROUP -> "unknown group, expected one that is in force";
      case GROUP_LATCHED ->
          "the group has fired and is latched until the next session; position "
              + positionId
              + " is watched by its policy alone";
      case MIXED_SETTLEMENT ->
          "profits of position "
              + positionId
              + " are in another currency than those of the group; it is watched by its policy"
              + " alone";
      case OFF_LOT ->
          "the quantity is no whole number of lots"
              + (row == null ? "" : ", expected a multiple of " + E8.format(lotE8(row, live)));
    };
  }

  private static long lotE8(PositionRow row, LiveState live) {
    return live.instruments().stream()
        .filter(instrument -> instrument.symbol().equals(row.symbol()))
        .mapToLong(InstrumentRow::lotE8)
        .findFirst()
        .orElse(E8.NULL);
  }
}
