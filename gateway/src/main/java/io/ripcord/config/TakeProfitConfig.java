package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Target of a policy: a price, a percentage or a ladder, exactly one of them. Immutable.
 *
 * @param priceE8 the target itself, else {@link E8#NULL}
 * @param percentE6 distance from the entry price in percent of it, else {@link E8#NULL}
 * @param ladder rungs in order of time, else empty
 */
public record TakeProfitConfig(long priceE8, long percentE6, List<LadderRungConfig> ladder) {
  /** Most rungs of a ladder. */
  public static final int MAX_RUNGS = 16;

  /** Refuses anything but exactly one variant. */
  public TakeProfitConfig {
    ladder = List.copyOf(ladder);
    int given = Variants.given(priceE8) + Variants.given(percentE6) + (ladder.isEmpty() ? 0 : 1);
    if (given != 1 || ladder.size() > MAX_RUNGS) {
      throw new IllegalArgumentException(
          "exactly one: priceE8=" + priceE8 + " percentE6=" + percentE6 + " ladder=" + ladder);
    }
  }

  /** A target at a price. */
  public static TakeProfitConfig price(long priceE8) {
    return new TakeProfitConfig(priceE8, E8.NULL, List.of());
  }

  /** A target at a distance in percent of the entry price. */
  public static TakeProfitConfig percent(long percentE6) {
    return new TakeProfitConfig(E8.NULL, percentE6, List.of());
  }

  /** A target that falls with the age of the position. */
  public static TakeProfitConfig ladder(List<LadderRungConfig> rungs) {
    return new TakeProfitConfig(E8.NULL, E8.NULL, rungs);
  }

  /** As the engine has it. */
  RuleSpec rule() {
    if (ladder.isEmpty()) {
      return new RuleSpec(RuleKind.TAKE_PROFIT, priceE8, percentE6);
    }
    LongStream after = ladder.stream().mapToLong(LadderRungConfig::afterNs);
    LongStream percent = ladder.stream().mapToLong(LadderRungConfig::percentE6);
    return new RuleSpec(RuleKind.TARGET_LADDER, LongStream.concat(after, percent).toArray());
  }
}
