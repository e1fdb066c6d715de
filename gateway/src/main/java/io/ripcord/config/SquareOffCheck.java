package io.ripcord.config;

import io.ripcord.calendar.SessionCalendar;
import java.util.Optional;

/** Whether the square-off of a policy is possible in the sessions of a position. Stateless. */
final class SquareOffCheck {
  private SquareOffCheck() {}

  /** Says why not, as far as it can be seen before the position comes. */
  static void run(
      Block block,
      PositionConfig position,
      PolicyConfig policy,
      Optional<SessionCalendar> calendar) {
    if (policy.squareOff().isEmpty()) {
      return;
    }
    SquareOff squareOff = policy.squareOff().get();
    // Without an entry price it comes with a price, nobody knows when.
    boolean isTimed = position.hasAt() && position.hasEntryPrice();
    String refusal =
        isTimed
            ? SquareOffTime.of(squareOff, calendar, position.atNs()).refusal()
            : SquareOffTime.refusalForever(squareOff, calendar);
    if (!refusal.isEmpty()) {
      block.error("policy", refusal + "; policy '" + policy.name() + "'");
    }
  }
}
