package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code time}: what a position's age and the time of day do. Immutable.
 *
 * @param maxAgeNs age at which it leaves; {@link E8#NULL}: none
 * @param squareOff time of day at which it leaves
 * @param tighten closer stops with age, in ascending order of age
 */
public record TimeBlock(long maxAgeNs, Optional<SquareOff> squareOff, List<Tighten> tighten)
    implements PolicyBlock {
  /**
   * A closer stop from an age on. Immutable.
   *
   * @param afterNs age since registration
   * @param percentE6 distance of the stop from the entry price, in percent of it
   */
  public record Tighten(long afterNs, long percentE6) {}

  static final String KEY = "time";

  /** Most steps of {@code tighten}. */
  static final int MAX_STEPS = 16;

  private static final Vocabulary KEYS = Vocabulary.of("max-age", "square-off", "zone", "tighten");
  private static final Vocabulary BEFORE_CLOSE = Vocabulary.of("before-close");
  private static final Vocabulary TIGHTEN = Vocabulary.of("after", "stop-percent");
  private static final ScalarType<Long> BEFORE = Scalars.duration(0, Durations.DAY);

  /** Copies the list. */
  public TimeBlock {
    tighten = List.copyOf(tighten);
  }

  static TimeBlock bind(Block policy) {
    Block block = policy.block(KEY);
    if (block == null) {
      return null;
    }
    int before = block.errorCount();
    block.allow(KEYS);
    long maxAge = block.value("max-age", PolicyScalars.POSITIVE_AGE, E8.NULL);
    Optional<SquareOff> squareOff = squareOff(block);
    List<Tighten> tighten = tighten(block, maxAge);
    boolean isEmpty = maxAge == E8.NULL && squareOff.isEmpty() && tighten.isEmpty();
    if (block.errorCount() == before && isEmpty) {
      block.error("found none, expected at least one of: max-age, square-off, tighten");
    }
    return block.errorCount() > before ? null : new TimeBlock(maxAge, squareOff, tighten);
  }

  private static Optional<SquareOff> squareOff(Block block) {
    String zone = block.value("zone", TimeScalars.ZONE, "");
    boolean isTimeOfDay =
        block.has("square-off") && block.get("square-off").kind() != ConfigNode.Kind.MAPPING;
    if (block.has("zone") && !isTimeOfDay) {
      block.warning("zone", "has no effect: there is no square-off at a time of day");
    }
    if (!block.has("square-off")) {
      return Optional.empty();
    }
    if (!isTimeOfDay) {
      Block closing = block.block("square-off");
      closing.allow(BEFORE_CLOSE);
      return Optional.ofNullable(closing.required("before-close", BEFORE))
          .map(SquareOff::beforeClose);
    }
    Long timeOfDay = block.value("square-off", TimeScalars.TIME_OF_DAY, null);
    if (!block.has("zone")) {
      block.error(
          "square-off", "found a time without zone, expected " + TimeScalars.ZONE.expected());
    }
    return timeOfDay == null || zone.isEmpty()
        ? Optional.empty()
        : Optional.of(new SquareOff(timeOfDay, E8.NULL, zone));
  }

  private static List<Tighten> tighten(Block time, long maxAgeNs) {
    List<Tighten> steps = new ArrayList<>();
    for (Block block : time.items("tighten", "step", MAX_STEPS)) {
      Tighten step = block == null ? null : step(block);
      if (step != null) {
        checkOrder(block, step, steps);
        if (maxAgeNs != E8.NULL && step.afterNs >= maxAgeNs) {
          block.error(
              "after",
              "found "
                  + Durations.format(step.afterNs)
                  + ", expected less than max-age "
                  + Durations.format(maxAgeNs)
                  + ": the position is gone by then");
        }
        steps.add(step);
      }
    }
    return steps;
  }

  private static Tighten step(Block block) {
    int before = block.errorCount();
    block.allow(TIGHTEN);
    Long after = block.required("after", PolicyScalars.POSITIVE_AGE);
    if (!block.has("stop-percent")) {
      block.required("stop-percent", PolicyScalars.DISTANCE);
    }
    long percent = PolicyScalars.protectivePercent(block, "stop-percent", E8.NULL);
    return block.errorCount() > before ? null : new Tighten(after, percent);
  }

  private static void checkOrder(Block block, Tighten step, List<Tighten> earlier) {
    if (earlier.isEmpty()) {
      return;
    }
    Tighten last = earlier.get(earlier.size() - 1);
    if (step.afterNs <= last.afterNs) {
      block.error(
          "after",
          "found "
              + Durations.format(step.afterNs)
              + ", expected more than the "
              + Durations.format(last.afterNs)
              + " of the step before");
    }
    if (step.percentE6 >= last.percentE6) {
      block.error(
          "stop-percent",
          "found "
              + Percent.format(step.percentE6)
              + ", expected less than the "
              + Percent.format(last.percentE6)
              + " of the step before");
    }
  }

  @Override
  public void addRules(RuleList rules) {
    if (maxAgeNs != E8.NULL) {
      rules.add(RuleKind.MAX_AGE, maxAgeNs);
    }
    if (!tighten.isEmpty()) {
      long[] parameters = new long[2 * tighten.size()];
      for (int i = 0; i < tighten.size(); i++) {
        parameters[2 * i] = tighten.get(i).afterNs;
        parameters[2 * i + 1] = tighten.get(i).percentE6;
      }
      rules.add(RuleKind.TIME_TIGHTEN, parameters);
    }
    squareOff.ifPresent(
        off ->
            rules.add(
                RuleKind.SQUARE_OFF,
                off.timeOfDayNs(),
                off.beforeCloseNs(),
                off.isTimeOfDay() ? rules.nameId(off.zone()) : E8.NULL));
  }

  @Override
  public void show(BlockValues values) {
    BlockValues block = values.under(KEY);
    block.duration("max-age", maxAgeNs);
    if (squareOff.isPresent()) {
      SquareOff off = squareOff.get();
      if (off.isTimeOfDay()) {
        block.text("square-off", TimeScalars.TIME_OF_DAY.format(off.timeOfDayNs()));
        block.text("zone", off.zone());
      } else {
        block.under("square-off").duration("before-close", off.beforeCloseNs());
      }
    }
    for (int i = 0; i < tighten.size(); i++) {
      BlockValues item = block.item("tighten", i + 1);
      item.duration("after", tighten.get(i).afterNs);
      item.percent("stop-percent", tighten.get(i).percentE6);
    }
  }
}
