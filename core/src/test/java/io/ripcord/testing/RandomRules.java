package io.ripcord.testing;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Draws rules of every kind for policies, near enough to the price and on bars short enough that a
 * session of minutes sees them act.
 */
final class RandomRules {
  private static final long SECOND_NS = EngineHarness.SECOND_NS;
  private static final int MOST = 6;

  /** What a policy has one of; the settings and the square-off are drawn elsewhere. */
  private static final Set<RuleKind> STOPS = Set.of(RuleKind.STOP_LOSS, RuleKind.ATR_STOP);

  private static final Set<RuleKind> TARGETS =
      Set.of(RuleKind.TAKE_PROFIT, RuleKind.TARGET_LADDER, RuleKind.RISK_REWARD);

  private static final List<RuleKind> OTHERS =
      List.of(
          RuleKind.TRAILING_TICKS,
          RuleKind.TRAILING_ATR,
          RuleKind.SUPERTREND,
          RuleKind.MA_CROSS,
          RuleKind.ATR_STOP,
          RuleKind.RISK_REWARD,
          RuleKind.BREAK_EVEN,
          RuleKind.PARTIAL,
          RuleKind.SCALE_IN,
          RuleKind.MAX_AGE,
          RuleKind.TIME_TIGHTEN,
          RuleKind.VOLATILITY,
          RuleKind.HARD_STOP);

  private final Random random;

  RandomRules(Random random) {
    this.random = random;
  }

  /** Adds up to six rules of kinds that the policy has not. */
  void addTo(PolicyParts parts) {
    List<RuleKind> kinds = new ArrayList<>(OTHERS);
    // Bookings and scale-ins wait for a profit that few positions live to see.
    kinds.addAll(List.of(RuleKind.SCALE_IN, RuleKind.SCALE_IN, RuleKind.PARTIAL, RuleKind.PARTIAL));
    Collections.shuffle(kinds, random);
    for (RuleKind kind : kinds.subList(0, 1 + random.nextInt(MOST))) {
      boolean isSecond =
          (STOPS.contains(kind) && has(parts, STOPS))
              || (TARGETS.contains(kind) && has(parts, TARGETS));
      boolean isTwice = has(parts, Set.of(kind));
      boolean isWithoutRisk = kind == RuleKind.RISK_REWARD && !has(parts, STOPS);
      if (!isSecond && !isTwice && !isWithoutRisk) {
        parts.rule(kind, parameters(kind));
      }
    }
  }

  private static boolean has(PolicyParts parts, Set<RuleKind> kinds) {
    return parts.rules().stream().anyMatch(rule -> kinds.contains(rule.kind()));
  }

  private long[] parameters(RuleKind kind) {
    return switch (kind) {
      case TRAILING_TICKS -> numbers(between(50, 1_500), orZero(), orZero(), E8.NULL, E8.NULL);
      case TRAILING_ATR ->
          numbers(
              between(2, 5), factor(1, 3), bar(), orZero(), orZero(), percent(5, 10), factor(0, 1));
      case SUPERTREND -> numbers(between(2, 4), factor(1, 3), bar());
      case MA_CROSS -> numbers(between(1, 3), between(4, 6), between(0, 1), bar());
      case ATR_STOP -> numbers(between(2, 5), factor(1, 4), bar(), percent(3, 10), percent(10, 30));
      case RISK_REWARD ->
          numbers(
              between(0, 2),
              factor(1, 2),
              factor(0, 1),
              factor(2, 3),
              Percent.ONE,
              Percent.ONE * 6 / 5,
              Percent.ONE,
              Percent.ONE * 4 / 5,
              SECOND_NS);
      case BREAK_EVEN -> numbers(percent(5, 20), random.nextBoolean() ? E8.NULL : percent(0, 5));
      case PARTIAL ->
          numbers(
              percent(1, 5),
              between(0, 1) * 10 * SECOND_NS,
              50L * Percent.ONE,
              percent(6, 15),
              0,
              75L * Percent.ONE);
      case SCALE_IN ->
          numbers(
              percent(1, 4),
              between(25, 100) * Percent.ONE,
              between(1, 2),
              random.nextInt(100),
              random.nextInt(3) == 0 ? Percent.ONE : E8.NULL,
              between(1, 2),
              bar());
      case MAX_AGE -> numbers(between(20, 150) * SECOND_NS);
      case TIME_TIGHTEN ->
          numbers(
              between(5, 30) * SECOND_NS,
              percent(15, 25),
              between(31, 90) * SECOND_NS,
              percent(4, 14));
      case VOLATILITY ->
          numbers(
              between(1, 3),
              between(4, 9),
              Percent.ONE * 11 / 10,
              random.nextBoolean() ? E8.NULL : Percent.ONE * 9 / 10,
              bar());
      default -> numbers(percent(25, 50));
    };
  }

  private static long[] numbers(long... all) {
    return all;
  }

  private long between(int low, int high) {
    return (long) low + random.nextInt(high - low + 1);
  }

  /** Between tenths of a percent, with digits behind. */
  private long percent(int lowTenths, int highTenths) {
    return between(lowTenths, highTenths) * Percent.ONE / 10 + random.nextInt(10_000);
  }

  private long factor(int low, int high) {
    return between(2 * low, 2 * high) * Percent.ONE / 2 + Percent.ONE / 4;
  }

  private long orZero() {
    return random.nextBoolean() ? 0 : percent(1, 10);
  }

  private long bar() {
    return List.of(1, 1, 2, 5).get(random.nextInt(4)) * SECOND_NS;
  }
}
