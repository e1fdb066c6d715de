package io.ripcord.rule;

import io.ripcord.market.Instrument;
import io.ripcord.position.Position;

/**
 * One rule of a policy. Stateless and immutable: all that changes lies in the position.
 *
 * <p>The prices at which a rule wants to be woken are the levels that it sets, plus every new
 * watermark: {@link Corridor} wakes a position at those. The times are its deadlines.
 */
public interface ExitRule {
  /** "No deadline", later than all others. */
  long NO_DEADLINE = Long.MAX_VALUE;

  /** At registration: puts the levels in force that hold from the first price on. */
  default void arm(Position position, Instrument instrument) {}

  /** After a price fired nothing and has moved the watermark: moves levels. */
  default void follow(Position position) {}

  /** When it wants to be woken next, {@link #NO_DEADLINE} for never. */
  default long deadlineNs(Position position) {
    return NO_DEADLINE;
  }

  /** Which rule it is. */
  RuleKind kind();

  /** Its parameters in order, for the state. */
  long[] parameters();

  /** Its deadline has come: moves levels. */
  default void onDeadline(Position position) {}
}
