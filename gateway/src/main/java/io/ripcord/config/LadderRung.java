package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.util.ArrayList;
import java.util.List;

/**
 * One rung of {@code take-profit: {ladder: [...]}}: from this age on, this profit is enough.
 * Immutable.
 *
 * @param afterNs age since registration
 * @param percentE6 profit in percent of the entry price; {@link E8#NULL} exits at any price
 */
public record LadderRung(long afterNs, long percentE6) {
  /** Most rungs of a ladder. */
  public static final int MAX_RUNGS = 16;

  private static final Vocabulary KEYS = Vocabulary.of("after", "percent", "any");

  /** Refuses a negative age and a profit that is not above 0. */
  public LadderRung {
    if (afterNs < 0 || Variants.given(percentE6) > 1) {
      throw new IllegalArgumentException("afterNs=" + afterNs + " percentE6=" + percentE6);
    }
  }

  /** Whether the rung exits at any price. */
  public boolean isAny() {
    return percentE6 == E8.NULL;
  }

  /** The list {@code ladder} of a target, empty when there is none or it is refused. */
  static List<LadderRung> bindAll(Block takeProfit) {
    List<LadderRung> rungs = new ArrayList<>();
    for (Block block : takeProfit.items("ladder", "rung", MAX_RUNGS)) {
      LadderRung rung = block == null ? null : bind(block);
      if (rung != null) {
        checkOrder(block, rung, rungs);
        rungs.add(rung);
      }
    }
    return rungs;
  }

  private static LadderRung bind(Block block) {
    int before = block.errorCount();
    block.allow(KEYS);
    Long after = block.required("after", PolicyScalars.AGE);
    boolean isOne = block.oneOf("percent", "any");
    long percent = block.value("percent", PolicyScalars.GAIN, E8.NULL);
    Boolean isAny = block.value("any", Scalars.BOOLEAN, null);
    if (isAny != null && !isAny) {
      block.error("any", "found 'false', expected true or a percent instead");
    }
    return isOne && block.errorCount() == before ? new LadderRung(after, percent) : null;
  }

  /** A later rung asks for less profit, and nothing is less than any price. */
  private static void checkOrder(Block block, LadderRung rung, List<LadderRung> earlier) {
    if (earlier.isEmpty()) {
      return;
    }
    LadderRung last = earlier.get(earlier.size() - 1);
    if (last.isAny()) {
      block.error("found a rung after 'any: true', expected that to be the last one");
    } else if (rung.afterNs <= last.afterNs) {
      block.error(
          "after",
          "found "
              + Durations.format(rung.afterNs)
              + ", expected more than the "
              + Durations.format(last.afterNs)
              + " of the rung before");
    } else if (!rung.isAny() && rung.percentE6 >= last.percentE6) {
      block.error(
          "percent",
          "found "
              + Percent.format(rung.percentE6)
              + ", expected less than the "
              + Percent.format(last.percentE6)
              + " of the rung before");
    }
  }

  void show(BlockValues item) {
    item.duration("after", afterNs);
    if (isAny()) {
      item.flag("any", true);
    }
    item.percent("percent", percentE6);
  }
}
