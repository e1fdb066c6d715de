package io.ripcord.config;

import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code partial}: profit booked in parts. Immutable.
 *
 * @param rungs in ascending order of profit and of quantity
 */
public record PartialBlock(List<Rung> rungs) implements PolicyBlock {
  /**
   * One part. Immutable.
   *
   * @param atE6 profit from which it is booked, in percent of the entry price
   * @param minAgeNs age since registration from which it is booked
   * @param closeE6 what is booked in total then, in percent of the largest quantity ever held
   */
  public record Rung(long atE6, long minAgeNs, long closeE6) {}

  static final String KEY = "partial";

  /** Most rungs. */
  static final int MAX_RUNGS = 16;

  private static final Vocabulary KEYS = Vocabulary.of("at", "min-age", "close");
  private static final ScalarType<Long> CLOSE = Scalars.percentBetween(1, 100 * Percent.ONE);

  /** Copies the list. */
  public PartialBlock {
    rungs = List.copyOf(rungs);
  }

  static PartialBlock bind(Block policy) {
    if (!policy.has(KEY)) {
      return null;
    }
    int before = policy.errorCount();
    List<Rung> rungs = new ArrayList<>();
    for (Block block : policy.items(KEY, "rung", MAX_RUNGS)) {
      Rung rung = block == null ? null : rung(block);
      if (rung != null) {
        checkOrder(block, rung, rungs);
        rungs.add(rung);
      }
    }
    return policy.errorCount() > before ? null : new PartialBlock(rungs);
  }

  private static Rung rung(Block block) {
    int before = block.errorCount();
    block.allow(KEYS);
    Long at = block.required("at", PolicyScalars.GAIN);
    long minAge = block.value("min-age", PolicyScalars.AGE, 0L);
    Long close = block.required("close", CLOSE);
    return block.errorCount() > before ? null : new Rung(at, minAge, close);
  }

  private static void checkOrder(Block block, Rung rung, List<Rung> earlier) {
    if (earlier.isEmpty()) {
      return;
    }
    Rung last = earlier.get(earlier.size() - 1);
    checkMore(block, "at", rung.atE6, last.atE6);
    checkMore(block, "close", rung.closeE6, last.closeE6);
  }

  private static void checkMore(Block block, String key, long givenE6, long beforeE6) {
    if (givenE6 <= beforeE6) {
      block.error(
          key,
          "found "
              + Percent.format(givenE6)
              + ", expected more than the "
              + Percent.format(beforeE6)
              + " of the rung before"
              + (key.equals("close") ? ": it is what is booked in total" : ""));
    }
  }

  @Override
  public void addRules(RuleList rules) {
    long[] parameters = new long[3 * rungs.size()];
    int next = 0;
    for (Rung rung : rungs) {
      parameters[next++] = rung.atE6;
      parameters[next++] = rung.minAgeNs;
      parameters[next++] = rung.closeE6;
    }
    rules.add(RuleKind.PARTIAL, parameters);
  }

  @Override
  public void show(BlockValues values) {
    for (int i = 0; i < rungs.size(); i++) {
      BlockValues item = values.item(KEY, i + 1);
      item.percent("at", rungs.get(i).atE6);
      item.duration("min-age", rungs.get(i).minAgeNs);
      item.percent("close", rungs.get(i).closeE6);
    }
  }
}
