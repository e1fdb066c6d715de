package io.ripcord.rule;

import io.ripcord.event.StaleAction;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import java.util.List;

/**
 * How a policy's rules are looked at: by which price, how often, and what else may set them off.
 * Immutable.
 *
 * @param trigger the price that touches levels
 * @param everyNs between two looks, {@link E8#NULL}: at every price
 * @param gapPercentE6 a move of one trade that is alerted, {@link E8#NULL}: none
 * @param bookConfirmNs how long the whole book must be through the stop, {@link E8#NULL}: never
 * @param staleAfterNs silence of market data that counts as stale, {@link E8#NULL}: none
 * @param onStale what follows then
 * @param deferNs how long a venue's own stop may act first; 1 s if nothing is said
 * @param deferWithinE6 how near it must be for that, in percent points of the entry price; 0.5 if
 *     nothing is said
 */
public record PolicySettings(
    TriggerSource trigger,
    long everyNs,
    long gapPercentE6,
    long bookConfirmNs,
    long staleAfterNs,
    StaleAction onStale,
    long deferNs,
    long deferWithinE6) {
  private static final long DEFER_NS = 1_000_000_000L;
  private static final long DEFER_WITHIN_E6 = 500_000;

  static PolicySettings of(List<RuleSpec> specs) {
    return new PolicySettings(
        TriggerSource.of((int) value(specs, RuleKind.TRIGGER, 0, TriggerSource.LAST.code())),
        value(specs, RuleKind.EVALUATION, 0, E8.NULL),
        value(specs, RuleKind.EVALUATION, 1, E8.NULL),
        value(specs, RuleKind.BOOK_THROUGH, 0, E8.NULL),
        value(specs, RuleKind.STALENESS, 0, E8.NULL),
        StaleAction.of((int) value(specs, RuleKind.STALENESS, 1, StaleAction.ALERT.code())),
        value(specs, RuleKind.DEFER, 0, DEFER_NS),
        value(specs, RuleKind.DEFER, 1, DEFER_WITHIN_E6));
  }

  /** A parameter of a setting; of several of one kind the last one holds. */
  private static long value(List<RuleSpec> specs, RuleKind kind, int index, long absent) {
    long value = absent;
    for (RuleSpec spec : specs) {
      if (spec.kind() == kind) {
        value = spec.parameters()[index];
      }
    }
    return value;
  }

  /** Whether prices are looked at now and then instead of one by one. */
  public boolean isEconomical() {
    return everyNs != E8.NULL;
  }

  /** Whether the whole book beyond the stop exits. */
  public boolean isBookThrough() {
    return bookConfirmNs != E8.NULL;
  }

  /** Whether silence of market data counts. */
  public boolean isStaleness() {
    return staleAfterNs != E8.NULL;
  }
}
