package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;

/**
 * {@code break-even}: from a profit on, the stop locks some of it in. Immutable.
 *
 * @param atE6 profit from which it works, in percent of the entry price
 * @param lockE6 profit of the stop, in percent of the entry price; {@link E8#NULL}: what covers the
 *     fees
 */
public record BreakEvenBlock(long atE6, long lockE6) implements PolicyBlock {
  static final String KEY = "break-even";
  private static final Vocabulary KEYS = Vocabulary.of("at", "lock");
  private static final String FEES = "fees";
  private static final long DEFAULT_AT_E6 = 10 * Percent.ONE;
  private static final long DEFAULT_LOCK_E6 = 2 * Percent.ONE;
  private static final ScalarType<Long> LOCK =
      Scalars.orWord(PolicyScalars.GAIN_OR_NONE, FEES, E8.NULL);

  static BreakEvenBlock bind(Block policy) {
    Block block = policy.block(KEY);
    if (block == null) {
      return null;
    }
    int before = block.errorCount();
    block.allow(KEYS);
    long at = block.value("at", PolicyScalars.GAIN, DEFAULT_AT_E6);
    long lock = block.value("lock", LOCK, DEFAULT_LOCK_E6);
    if (block.errorCount() == before && lock >= at) {
      block.errorAt(
          block.has("lock") ? "lock" : "at",
          "found lock "
              + Percent.format(lock)
              + ", expected less than at "
              + Percent.format(at)
              + ": the stop would be past the price that moves it");
    }
    return new BreakEvenBlock(at, lock);
  }

  @Override
  public void addRules(RuleList rules) {
    rules.add(RuleKind.BREAK_EVEN, atE6, lockE6);
  }

  @Override
  public void show(BlockValues values) {
    BlockValues block = values.under(KEY);
    block.percent("at", atE6);
    block.text("lock", LOCK.format(lockE6));
  }
}
