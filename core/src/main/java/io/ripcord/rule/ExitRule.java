package io.ripcord.rule;

import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.money.E8;
import java.util.List;

/**
 * One rule of a policy. Immutable; what it must remember of a position it keeps in words of that
 * position, through its {@link RuleScope}.
 *
 * <p>A rule sets and moves levels, and says when it wants to be woken: at the levels that it sets,
 * at every new watermark, at its {@link #wakeE8 wake-up price} and at its {@link #deadlineNs
 * deadline}. Between those nothing that it decides may change: {@link Corridor} relies on it.
 */
public interface ExitRule {
  /** "No deadline", later than all others. */
  long NO_DEADLINE = Long.MAX_VALUE;

  /** Which rule it is. */
  RuleKind kind();

  /** Its parameters in order, as the event that defines it carries them. */
  long[] parameters();

  /** How it stands in a position, whether that has left or not; for explanations, allocates. */
  RuleStatus status(RuleScope scope);

  /** How many words it keeps in a position. */
  default int words() {
    return 0;
  }

  /** At registration: puts the levels in force that hold from the first price on. */
  default void arm(RuleScope scope) {}

  /** After a price fired nothing and moved the watermark: moves levels. */
  default void follow(RuleScope scope) {}

  /** Bars of the instrument have closed, its own perhaps: moves levels. */
  default void onBar(RuleScope scope) {}

  /** What volatility divides distances by has changed: moves levels. */
  default void onVolatility(RuleScope scope) {}

  /** The indicators that it looks at, by its own numbers; it hears of their bars. */
  default List<IndicatorSpec> indicators() {
    return List.of();
  }

  /** Last on a price that fired nothing: books or adds. */
  default void manage(RuleScope scope) {}

  /** Last on bars that fired nothing, its own or not: adds. */
  default void manageOnBar(RuleScope scope) {}

  /** Last on a deadline, its own or not, that fired nothing: books. */
  default void manageAtDeadline(RuleScope scope) {}

  /** When it wants to be woken next, {@link #NO_DEADLINE} for never. */
  default long deadlineNs(RuleScope scope) {
    return NO_DEADLINE;
  }

  /** Its deadline has come: moves levels. */
  default void onDeadline(RuleScope scope) {}

  /**
   * The next price, on the profitable side of where it is now, at which {@link #manage} would do
   * something that no new watermark announces; {@link E8#NULL} for none.
   */
  default long wakeE8(RuleScope scope) {
    return E8.NULL;
  }
}
