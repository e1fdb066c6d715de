package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws policies over the given kinds, with short bars and short times so that all of it acts. */
final class RuleSketch {

  private static final Set<NaiveKind> BAR_RULES =
      EnumSet.of(
          NaiveKind.TRAILING_ATR,
          NaiveKind.SUPERTREND,
          NaiveKind.MA_CROSS,
          NaiveKind.ATR_STOP,
          NaiveKind.RISK_REWARD,
          NaiveKind.VOLATILITY);

  private final Set<NaiveKind> kinds;
  private final NaiveKind focus;
  private final SplitMix64 random;
  private final int increments; // of about one percent of the price

  RuleSketch(Set<NaiveKind> kinds, NaiveKind focus, int increments, SplitMix64 random) {
    this.kinds = kinds;
    this.focus = focus;
    this.increments = increments;
    this.random = random;
  }

  /** A policy of a few rules, drawn so that the rarer ones have company to meet. */
  NaivePolicy draw(String name) {
    Set<NaiveKind> drawn = EnumSet.noneOf(NaiveKind.class);
    List<NaiveKind> choices = List.copyOf(kinds);
    int count = random.between(2, 6);
    for (int i = 0; i < count; i++) {
      drawn.add(random.pick(choices));
    }
    if (random.chance(70)) {
      drawn.add(focus);
    }
    if (drawn.contains(NaiveKind.SCALE_IN)) {
      drawn.removeAll(BAR_RULES);
    }
    if (drawn.contains(NaiveKind.VOLATILITY) && kinds.contains(NaiveKind.TRAILING_STOP)) {
      drawn.add(NaiveKind.TRAILING_STOP);
    }
    NaivePolicy policy = NaivePolicy.named(name);
    boolean needsStop =
        drawn.contains(NaiveKind.RISK_REWARD)
            || drawn.contains(NaiveKind.BOOK_THROUGH)
            || drawn.contains(NaiveKind.SESSIONS);
    if (drawn.contains(NaiveKind.ATR_STOP)) {
      policy = policy.withStopLoss(atrStop());
    } else if (kinds.contains(NaiveKind.STOP_LOSS)
        && (needsStop || drawn.contains(NaiveKind.STOP_LOSS))) {
      policy = policy.withStopLoss(stop());
    }
    if (drawn.contains(NaiveKind.RISK_REWARD)) {
      policy = policy.withTakeProfit(riskReward());
    } else if (drawn.contains(NaiveKind.TARGET_LADDER)) {
      policy = policy.withTakeProfit(ladder());
    } else if (drawn.contains(NaiveKind.TAKE_PROFIT)) {
      policy = policy.withTakeProfit(new NaivePolicy.TakeProfit.AtPercent(percent(1, 8)));
    }
    if (drawn.contains(NaiveKind.TRAILING_STOP)) {
      policy = policy.withTrailing(trailing());
    }
    for (NaiveKind kind : drawn) {
      NaiveBlock block = block(kind);
      policy = block == null ? policy : policy.with(block);
    }
    return random.chance(25) ? policy.withSignalExit() : policy;
  }

  private NaiveBlock block(NaiveKind kind) {
    return switch (kind) {
      case TRAILING_TICKS -> ticks();
      case TRAILING_ATR -> trailingAtr();
      case SUPERTREND ->
          new NaiveBlock.SuperTrend(random.between(2, 4), factor("1", "1.5", "0.75", "2"), bar());
      case MA_CROSS ->
          new NaiveBlock.MaCross(
              random.between(1, 3), random.between(4, 6), random.chance(50), bar());
      case BREAK_EVEN -> breakEven();
      case PARTIAL -> partial();
      case SCALE_IN -> scaleIn();
      case MAX_AGE -> new NaiveBlock.MaxAge(seconds(5, 40));
      case TIME_TIGHTEN -> timeTighten();
      case SQUARE_OFF -> new NaiveBlock.SquareOff();
      case VOLATILITY -> volatility();
      case HARD_STOP -> new NaiveBlock.HardStop(percent(2, 10));
      case TRIGGER -> new NaiveBlock.Trigger(random.pick(List.of(NaiveBlock.Source.values())));
      case EVALUATION -> evaluation();
      case BOOK_THROUGH -> new NaiveBlock.BookThrough(Duration.ofMillis(500L * random.below(4)));
      case STALENESS ->
          new NaiveBlock.Staleness(seconds(2, 5), random.pick(List.of(NaiveBlock.Action.values())));
      default -> null;
    };
  }

  private NaivePolicy.StopLoss stop() {
    return random.chance(70)
        ? new NaivePolicy.StopLoss.AtPercent(percent(1, 12))
        : new NaivePolicy.StopLoss.AtTicks(Math.max(1, increments * random.between(1, 10) / 2));
  }

  private NaivePolicy.StopLoss atrStop() {
    return new NaivePolicy.StopLoss.AtAtr(
        random.between(2, 5),
        factor("1", "2", "2.5", "3", "1.8"),
        bar(),
        percent(1, 3),
        percent(4, 12));
  }

  private NaivePolicy.TakeProfit riskReward() {
    return new NaivePolicy.TakeProfit.RiskReward(
        random.pick(List.of(NaivePolicy.Strategy.values())),
        factor("1.5", "1", "0.8"),
        factor("0.25", "0.5", "1"),
        factor("3", "2"),
        factor("1", "2", "0.5"),
        factor("1.2", "1.5"),
        factor("1", "0.9"),
        factor("0.8", "0.5"),
        Duration.ofSeconds(1),
        random.chance(30) ? Map.of("AAA", factor("0.7", "1.8")) : Map.of());
  }

  private NaivePolicy.TakeProfit ladder() {
    List<NaivePolicy.Rung> rungs = new ArrayList<>();
    long afterSeconds = random.between(0, 3);
    for (int halves = random.between(4, 12); halves > 0; halves -= random.between(2, 4)) {
      rungs.add(new NaivePolicy.Rung(Duration.ofSeconds(afterSeconds), percent(halves, halves)));
      afterSeconds += random.between(2, 12);
    }
    if (random.chance(40)) {
      rungs.add(NaivePolicy.Rung.any(Duration.ofSeconds(afterSeconds)));
    }
    return new NaivePolicy.TakeProfit.Ladder(rungs);
  }

  private NaivePolicy.Trailing trailing() {
    BigDecimal distance = percent(2, 8);
    NaivePolicy.Tighten tighten =
        random.chance(40) ? new NaivePolicy.Tighten(percent(3, 8), percent(1, 2)) : null;
    return new NaivePolicy.Trailing(distance, activateAt(), step(), tighten);
  }

  private NaiveBlock ticks() {
    boolean isTight = random.chance(40);
    return new NaiveBlock.TrailingTicks(
        Math.max(1, increments * random.between(1, 4)),
        activateAt(),
        step(),
        isTight ? percent(3, 8) : null,
        isTight ? Math.max(1, increments / 2) : null);
  }

  private NaiveBlock trailingAtr() {
    boolean isTight = random.chance(40);
    return new NaiveBlock.TrailingAtr(
        random.between(2, 5),
        factor("1.5", "2", "3", "1"),
        bar(),
        activateAt(),
        step(),
        isTight ? percent(3, 8) : null,
        isTight ? factor("0.5", "0.75") : null);
  }

  private NaiveBlock breakEven() {
    int atHalves = random.between(1, 5);
    return new NaiveBlock.BreakEven(
        percent(atHalves, atHalves), random.chance(40) ? null : percent(0, atHalves - 1));
  }

  private NaiveBlock partial() {
    List<NaiveBlock.Booking> rungs = new ArrayList<>();
    int atHalves = random.between(1, 4);
    int close = random.pick(List.of(10, 25, 50, 50));
    int count = random.between(1, 3);
    for (int i = 0; i < count && close <= 100; i++) {
      Duration minAge = random.chance(50) ? Duration.ZERO : seconds(1, 15);
      rungs.add(
          new NaiveBlock.Booking(percent(atHalves, atHalves), minAge, BigDecimal.valueOf(close)));
      atHalves += random.between(1, 3);
      close += random.pick(List.of(15, 25, 50));
    }
    return new NaiveBlock.Partial(rungs);
  }

  private NaiveBlock scaleIn() {
    return new NaiveBlock.ScaleIn(
        percent(1, 4),
        new BigDecimal(random.pick(List.of("25", "50", "100", "33.333333"))),
        random.between(1, 4),
        percent(0, 3),
        random.chance(35) ? factor("0.5", "1", "1.5") : null,
        random.between(1, 2),
        bar());
  }

  private NaiveBlock timeTighten() {
    List<NaiveBlock.TighterStop> steps = new ArrayList<>();
    long afterSeconds = random.between(2, 12);
    for (int halves = random.between(3, 10); halves > 0; halves -= random.between(1, 4)) {
      steps.add(
          new NaiveBlock.TighterStop(Duration.ofSeconds(afterSeconds), percent(halves, halves)));
      afterSeconds += random.between(1, 12);
    }
    return new NaiveBlock.TimeTighten(steps);
  }

  private NaiveBlock volatility() {
    return new NaiveBlock.Volatility(
        random.between(1, 3),
        random.between(4, 12),
        factor("1.05", "1.2", "1.5"),
        random.chance(50) ? factor("0.95", "0.8") : null,
        bar());
  }

  private NaiveBlock evaluation() {
    Duration every = random.chance(65) ? seconds(1, 5) : null;
    return new NaiveBlock.Evaluation(
        every, every == null || random.chance(75) ? percent(1, 4) : null);
  }

  private BigDecimal activateAt() {
    return random.chance(40) ? percent(1, 5) : null;
  }

  private BigDecimal step() {
    return random.chance(35) ? factor("0.05", "0.25", "0.5", "1", "0.333333") : null;
  }

  /** Mostly whole seconds, so that bars close on the times of ticks and deadlines. */
  private Duration bar() {
    return Duration.ofSeconds(random.pick(List.of(1, 1, 1, 2, 2, 5)));
  }

  private Duration seconds(int low, int high) {
    return Duration.ofSeconds(random.between(low, high));
  }

  /** A number of half percents, sometimes an uneven bit more. */
  private BigDecimal percent(int lowHalves, int highHalves) {
    BigDecimal even = BigDecimal.valueOf(5L * random.between(lowHalves, highHalves), 1);
    return random.chance(12) ? even.add(new BigDecimal("0.012345")) : even;
  }

  private BigDecimal factor(String... choices) {
    return new BigDecimal(random.pick(List.of(choices)));
  }
}
