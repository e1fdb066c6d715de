package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import java.util.List;
import java.util.Optional;

/**
 * {@code take-profit}: the target, exactly one of a price, a percentage, a ladder and a multiple of
 * the risk. Immutable.
 *
 * @param priceE8 the target itself, else {@link E8#NULL}
 * @param percentE6 distance from the entry price in percent of it, else {@link E8#NULL}
 * @param ladder rungs in order of time, else empty
 * @param riskReward the multiple of the risk, else empty
 */
public record TakeProfitBlock(
    long priceE8, long percentE6, List<LadderRung> ladder, Optional<RiskReward> riskReward)
    implements PolicyBlock {
  static final String KEY = "take-profit";
  private static final Vocabulary KEYS =
      Vocabulary.of("price", "percent", "ladder", RiskReward.KEY);

  /** Refuses anything but exactly one variant. */
  public TakeProfitBlock {
    ladder = List.copyOf(ladder);
    int given =
        Variants.given(priceE8)
            + Variants.given(percentE6)
            + (ladder.isEmpty() ? 0 : 1)
            + (riskReward.isPresent() ? 1 : 0);
    if (given != 1 || ladder.size() > LadderRung.MAX_RUNGS) {
      throw new IllegalArgumentException(
          "exactly one: priceE8="
              + priceE8
              + " percentE6="
              + percentE6
              + " ladder="
              + ladder
              + " riskReward="
              + riskReward);
    }
  }

  /** A target at a price. */
  public static TakeProfitBlock price(long priceE8) {
    return new TakeProfitBlock(priceE8, E8.NULL, List.of(), Optional.empty());
  }

  /** A target at a distance in percent of the entry price. */
  public static TakeProfitBlock percent(long percentE6) {
    return new TakeProfitBlock(E8.NULL, percentE6, List.of(), Optional.empty());
  }

  /** A target that falls with the age of the position. */
  public static TakeProfitBlock ladder(List<LadderRung> rungs) {
    return new TakeProfitBlock(E8.NULL, E8.NULL, rungs, Optional.empty());
  }

  static TakeProfitBlock bind(Block policy) {
    Block block = policy.block(KEY);
    if (block == null) {
      return null;
    }
    int before = block.errorCount();
    block.allow(KEYS);
    block.exactlyOne(KEYS);
    long price = block.value("price", PolicyScalars.PRICE, E8.NULL);
    long percent = block.value("percent", PolicyScalars.GAIN, E8.NULL);
    List<LadderRung> ladder = LadderRung.bindAll(block);
    Optional<RiskReward> riskReward = RiskReward.bind(block);
    return block.errorCount() > before
        ? null
        : new TakeProfitBlock(price, percent, ladder, riskReward);
  }

  /**
   * Profit that no position outlives, in percent of the entry price; {@link E8#NULL} when that
   * depends on the position or its age.
   */
  long mostE6() {
    boolean isLadder = !ladder.isEmpty() && ladder.get(0).afterNs() == 0;
    return isLadder ? ladder.get(0).percentE6() : percentE6;
  }

  @Override
  public void addRules(RuleList rules) {
    if (riskReward.isPresent()) {
      riskReward.get().addRules(rules);
    } else if (ladder.isEmpty()) {
      rules.add(RuleKind.TAKE_PROFIT, priceE8, percentE6);
    } else {
      long[] parameters = new long[2 * ladder.size()];
      for (int i = 0; i < ladder.size(); i++) {
        parameters[i] = ladder.get(i).afterNs();
        parameters[ladder.size() + i] = ladder.get(i).percentE6();
      }
      rules.add(RuleKind.TARGET_LADDER, parameters);
    }
  }

  @Override
  public void show(BlockValues values) {
    BlockValues block = values.under(KEY);
    block.price("price", priceE8);
    block.percent("percent", percentE6);
    for (int i = 0; i < ladder.size(); i++) {
      ladder.get(i).show(block.item("ladder", i + 1));
    }
    riskReward.ifPresent(multiple -> multiple.show(block));
  }
}
