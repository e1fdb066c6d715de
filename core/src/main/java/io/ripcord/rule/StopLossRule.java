package io.ripcord.rule;

import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.position.Position;

/**
 * Fixed stop loss: a price, a distance in percent of the entry price, or a distance in price
 * increments (ticks).
 *
 * <pre>
 *   long:  stop = entry * (1 - percent / 100), rounded down    short: entry * (1 + percent / 100), up
 *          stop = entry - ticks * increment                           entry + ticks * increment
 * </pre>
 *
 * <p>Touch counts: a long position exits at {@code price <= stop}. Set at registration and never
 * moved by this rule. MISSION D1.
 */
public final class StopLossRule implements ExitRule {
  private final long priceE8;
  private final long percentE6;
  private final long ticks;

  /** Exactly one of the three is not {@link E8#NULL}. */
  public StopLossRule(long priceE8, long percentE6, long ticks) {
    this.priceE8 = priceE8;
    this.percentE6 = percentE6;
    this.ticks = ticks;
  }

  @Override
  public void arm(RuleScope scope) {
    scope.position().firstStop(level(scope.position(), scope.instrument()));
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    return RuleStatus.of(this, RuleState.ACTIVE).level(scope.position().firstStopE8());
  }

  @Override
  public RuleKind kind() {
    return RuleKind.STOP_LOSS;
  }

  @Override
  public long[] parameters() {
    return new long[] {priceE8, percentE6, ticks};
  }

  private long level(Position position, Instrument instrument) {
    if (priceE8 != E8.NULL) {
      return priceE8;
    }
    long entryE8 = position.entryPriceE8();
    if (ticks != E8.NULL) {
      return entryE8 - position.side().sign() * ticks * instrument.priceIncrementE8();
    }
    return LossLevel.of(position, entryE8, percentE6);
  }
}
