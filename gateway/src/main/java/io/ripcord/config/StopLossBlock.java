package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import java.util.Optional;

/**
 * {@code stop-loss}: the fixed stop, exactly one of a price, a percentage, ticks and ATR. Of the
 * numbers one has a value, the others are {@link E8#NULL}. Immutable.
 *
 * @param priceE8 the stop itself
 * @param percentE6 distance from the entry price, in percent of it
 * @param ticks distance from the entry price, in price increments of the instrument
 * @param atr distance from the entry price in average ranges of bars
 */
public record StopLossBlock(long priceE8, long percentE6, long ticks, Optional<AtrStop> atr)
    implements PolicyBlock {
  static final String KEY = "stop-loss";
  private static final Vocabulary KEYS = Vocabulary.of("price", "percent", "ticks", "atr");

  /** Refuses anything but exactly one value above 0. */
  public StopLossBlock {
    int given =
        Variants.given(priceE8)
            + Variants.given(percentE6)
            + Variants.given(ticks)
            + (atr.isPresent() ? 1 : 0);
    if (given != 1) {
      throw new IllegalArgumentException(
          "exactly one above 0: priceE8="
              + priceE8
              + " percentE6="
              + percentE6
              + " ticks="
              + ticks
              + " atr="
              + atr);
    }
  }

  /** A stop at a price. */
  public static StopLossBlock price(long priceE8) {
    return new StopLossBlock(priceE8, E8.NULL, E8.NULL, Optional.empty());
  }

  /** A stop at a distance in percent of the entry price. */
  public static StopLossBlock percent(long percentE6) {
    return new StopLossBlock(E8.NULL, percentE6, E8.NULL, Optional.empty());
  }

  /** A stop at a distance in price increments. */
  public static StopLossBlock ticks(long ticks) {
    return new StopLossBlock(E8.NULL, E8.NULL, ticks, Optional.empty());
  }

  static StopLossBlock bind(Block policy) {
    Block block = policy.block(KEY);
    if (block == null) {
      return null;
    }
    int before = block.errorCount();
    block.allow(KEYS);
    block.exactlyOne(KEYS);
    long price = block.value("price", PolicyScalars.PRICE, E8.NULL);
    long percent = PolicyScalars.protectivePercent(block, "percent", E8.NULL);
    Integer ticks = block.value("ticks", PolicyScalars.TICKS, null);
    Optional<AtrStop> atr = AtrStop.bind(block);
    return block.errorCount() > before
        ? null
        : new StopLossBlock(price, percent, ticks == null ? E8.NULL : ticks, atr);
  }

  @Override
  public void addRules(RuleList rules) {
    if (atr.isPresent()) {
      atr.get().addRules(rules);
    } else {
      rules.add(RuleKind.STOP_LOSS, priceE8, percentE6, ticks);
    }
  }

  @Override
  public void show(BlockValues values) {
    BlockValues block = values.under(KEY);
    block.price("price", priceE8);
    block.percent("percent", percentE6);
    block.number("ticks", ticks);
    atr.ifPresent(stop -> stop.show(block));
  }
}
