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

  private static final long DEFER_NS = 1_000_000_000L;
  private static final long DEFER_WITHIN_E6 = 500_000;

  static PolicySettings of(List<RuleSpec> specs) {
    PolicySettings settings =
        new PolicySettings(
            TriggerSource.LAST,
            E8.NULL,
            E8.NULL,
            E8.NULL,
            E8.NULL,
            StaleAction.ALERT,
            DEFER_NS,
            DEFER_WITHIN_E6);
    for (RuleSpec spec : specs) {
      settings = settings.with(spec.kind(), spec.parameters());
    }
    return settings;
  }

  private PolicySettings with(RuleKind kind, long[] p) {
    return switch (kind) {
      case TRIGGER ->
          new PolicySettings(
              TriggerSource.of((int) p[0]),
              everyNs,
              gapPercentE6,
              bookConfirmNs,
              staleAfterNs,
              onStale,
              deferNs,
              deferWithinE6);
      case EVALUATION ->
          new PolicySettings(
              trigger, p[0], p[1], bookConfirmNs, staleAfterNs, onStale, deferNs, deferWithinE6);
      case BOOK_THROUGH ->
          new PolicySettings(
              trigger, everyNs, gapPercentE6, p[0], staleAfterNs, onStale, deferNs, deferWithinE6);
      case STALENESS ->
          new PolicySettings(
              trigger,
              everyNs,
              gapPercentE6,
              bookConfirmNs,
              p[0],
              StaleAction.of((int) p[1]),
              deferNs,
              deferWithinE6);
      case DEFER ->
          new PolicySettings(
              trigger, everyNs, gapPercentE6, bookConfirmNs, staleAfterNs, onStale, p[0], p[1]);
      default -> this;
    };
  }
}
