package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import java.util.Optional;

/**
 * {@code trailing: {percent: ...}}, {@code {ticks: ...}} or {@code {atr: ...}}: a stop at a
 * distance from the best price. Immutable.
 *
 * @param unit what the distance counts
 * @param distance in percent of the watermark, price increments or average ranges; percentages and
 *     multiples at 1e-6
 * @param bars of the average range, whose multiple is the distance; empty for other units
 * @param activateAtE6 best profit from which it works, in percent of the entry price; 0: at once
 * @param stepE6 smallest move, in percent of the entry price; 0: every move
 * @param tightenAtE6 best profit from which the tighter distance holds, in percent of the entry
 *     price; {@link E8#NULL}: never
 * @param tighterDistance as {@code distance}; {@link E8#NULL}: none
 */
public record TrailingDistance(
    Unit unit,
    long distance,
    Optional<AtrBars> bars,
    long activateAtE6,
    long stepE6,
    long tightenAtE6,
    long tighterDistance)
    implements PolicyBlock {
  /** What a distance counts. */
  public enum Unit {
    /** Percent of the watermark. */
    PERCENT("percent"),
    /** Price increments of the instrument. */
    TICKS("ticks"),
    /** Average true ranges. */
    ATR("multiplier");

    private final String key;

    Unit(String key) {
      this.key = key;
    }

    private String format(long distance) {
      return this == TICKS ? Long.toString(distance) : Percent.format(distance);
    }
  }

  private static final Vocabulary ATR = Vocabulary.of("period", "multiplier", "bar");

  /** Refuses a distance that is not above 0 and a tighter one that is not tighter. */
  public TrailingDistance {
    boolean isTightened = tightenAtE6 != E8.NULL;
    boolean isTighter = !isTightened || (tighterDistance > 0 && tighterDistance < distance);
    boolean isComplete =
        isTightened == (tighterDistance != E8.NULL) && bars.isPresent() == (unit == Unit.ATR);
    if (distance <= 0 || activateAtE6 < 0 || stepE6 < 0 || !isTighter || !isComplete) {
      throw new IllegalArgumentException(
          "unit="
              + unit
              + " distance="
              + distance
              + " activateAtE6="
              + activateAtE6
              + " stepE6="
              + stepE6
              + " tightenAtE6="
              + tightenAtE6
              + " tighterDistance="
              + tighterDistance);
    }
  }

  /** The stop of a block that has one of the three keys, empty after saying what is wrong. */
  static Optional<TrailingDistance> bind(Block block) {
    int before = block.errorCount();
    Unit unit = block.has("percent") ? Unit.PERCENT : block.has("ticks") ? Unit.TICKS : Unit.ATR;
    Optional<AtrBars> bars = unit == Unit.ATR ? bars(block) : Optional.empty();
    long distance =
        unit == Unit.ATR ? bars.map(AtrBars::multiplierE6).orElse(E8.NULL) : distance(block, unit);
    long activateAt = block.value("activate-at", PolicyScalars.GAIN_OR_NONE, 0L);
    long step = block.value("step", PolicyScalars.GAIN_OR_NONE, 0L);
    Block tighten = block.block("tighten");
    Long tightenAt = E8.NULL;
    long tighter = E8.NULL;
    if (tighten != null) {
      tighten.allow(Vocabulary.of("at", unit.key));
      tightenAt = tighten.required("at", PolicyScalars.GAIN);
      tighter = distance(tighten, unit);
      checkTighter(tighten, unit, distance, tighter);
      warnOfActivation(tighten, tightenAt, activateAt);
    }
    return block.errorCount() > before
        ? Optional.empty()
        : Optional.of(
            new TrailingDistance(unit, distance, bars, activateAt, step, tightenAt, tighter));
  }

  private static Optional<AtrBars> bars(Block trailing) {
    Block block = trailing.block("atr");
    if (block == null) {
      return Optional.empty();
    }
    block.allow(ATR);
    return Optional.of(AtrBars.bind(block, AtrBars.STOP));
  }

  /** The distance of a block, {@link E8#NULL} after saying that it is missing or wrong. */
  private static long distance(Block block, Unit unit) {
    if (unit == Unit.PERCENT && block.has(unit.key)) {
      return PolicyScalars.protectivePercent(block, unit.key, E8.NULL);
    }
    Number given =
        switch (unit) {
          case PERCENT -> block.required(unit.key, PolicyScalars.DISTANCE);
          case TICKS -> block.required(unit.key, PolicyScalars.TICKS);
          case ATR -> block.required(unit.key, PolicyScalars.FACTOR);
        };
    return given == null ? E8.NULL : given.longValue();
  }

  private static void checkTighter(Block tighten, Unit unit, long wide, long tighter) {
    if (wide != E8.NULL && tighter != E8.NULL && tighter >= wide) {
      tighten.error(
          unit.key,
          "found "
              + unit.format(tighter)
              + ", expected less than the trailing "
              + unit.key
              + " "
              + unit.format(wide));
    }
  }

  private static void warnOfActivation(Block tighten, Long atE6, long activateAtE6) {
    if (atE6 != null && activateAtE6 > 0 && atE6 <= activateAtE6) {
      tighten.warning(
          "at",
          "found "
              + Percent.format(atE6)
              + ", not above activate-at "
              + Percent.format(activateAtE6)
              + ": the wider distance never holds");
    }
  }

  /** Whether it protects from the first price on, without waiting for a profit or for bars. */
  public boolean isProtective() {
    return activateAtE6 == 0 && unit != Unit.ATR;
  }

  @Override
  public void addRules(RuleList rules) {
    switch (unit) {
      case PERCENT ->
          rules.add(
              RuleKind.TRAILING_STOP, distance, activateAtE6, stepE6, tightenAtE6, tighterDistance);
      case TICKS ->
          rules.add(
              RuleKind.TRAILING_TICKS,
              distance,
              activateAtE6,
              stepE6,
              tightenAtE6,
              tighterDistance);
      case ATR ->
          rules.add(
              RuleKind.TRAILING_ATR,
              bars.orElseThrow().period(),
              distance,
              bars.orElseThrow().barNs(),
              activateAtE6,
              stepE6,
              tightenAtE6,
              tighterDistance);
    }
  }

  @Override
  public void show(BlockValues block) {
    switch (unit) {
      case PERCENT -> block.percent(unit.key, distance);
      case TICKS -> block.number(unit.key, distance);
      case ATR -> bars.orElseThrow().show(block.under("atr"));
    }
    block.percent("activate-at", activateAtE6);
    block.percent("step", stepE6);
    BlockValues tighten = block.under("tighten");
    tighten.percent("at", tightenAtE6);
    if (unit == Unit.TICKS) {
      tighten.number(unit.key, tighterDistance);
    } else {
      tighten.percent(unit.key, tighterDistance);
    }
  }
}
