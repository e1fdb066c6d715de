package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One exit policy. An absent block is {@code null}. Percents are plain percents (2 means 2 %) with
 * at most 6 decimals; they are of the entry price, except the two trailing distances, which are of
 * the watermark.
 */
public record NaivePolicy(
    String name,
    StopLoss stopLoss,
    TakeProfit takeProfit,
    Trailing trailing,
    boolean signalExit,
    List<NaiveBlock> blocks) {

  /** Keeps the blocks in the order in which they act; refuses two of a kind. */
  public NaivePolicy {
    blocks = blocks.stream().sorted(Comparator.comparingInt(NaiveBlock::code)).toList();
    if (blocks.stream().map(NaiveBlock::code).distinct().count() != blocks.size()) {
      throw new IllegalArgumentException("name=" + name + " blocks=" + blocks);
    }
  }

  /** A policy without any rule, to be completed by the {@code with} methods. */
  public static NaivePolicy named(String name) {
    return new NaivePolicy(name, null, null, null, false, List.of());
  }

  /** The same policy with this fixed stop. */
  public NaivePolicy withStopLoss(StopLoss block) {
    return new NaivePolicy(name, block, takeProfit, trailing, signalExit, blocks);
  }

  /** The same policy with this target. */
  public NaivePolicy withTakeProfit(TakeProfit block) {
    return new NaivePolicy(name, stopLoss, block, trailing, signalExit, blocks);
  }

  /** The same policy with this trailing rule. */
  public NaivePolicy withTrailing(Trailing block) {
    return new NaivePolicy(name, stopLoss, takeProfit, block, signalExit, blocks);
  }

  /** The same policy with {@code signal-exit} enabled. */
  public NaivePolicy withSignalExit() {
    return new NaivePolicy(name, stopLoss, takeProfit, trailing, true, blocks);
  }

  /** The same policy with one block more. */
  public NaivePolicy with(NaiveBlock block) {
    List<NaiveBlock> more = new ArrayList<>(blocks);
    more.add(block);
    return new NaivePolicy(name, stopLoss, takeProfit, trailing, signalExit, more);
  }

  /** The block of this kind, or {@code null}. */
  public <T extends NaiveBlock> T block(Class<T> kind) {
    return blocks.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
  }

  /** The {@code stop-loss} block. */
  public sealed interface StopLoss {

    /** A stop at this price, taken as given. */
    record AtPrice(BigDecimal price) implements StopLoss {}

    /** A stop this many percent of entry on the losing side. */
    record AtPercent(BigDecimal percent) implements StopLoss {

      /** Refuses what the specification does not define. */
      public AtPercent {
        requirePercent("stop-loss.percent", percent);
      }
    }

    /** A stop this many price increments on the losing side of entry. */
    record AtTicks(int ticks) implements StopLoss {}

    /** A stop a multiple of the average true range away, or a percent while that is not warm. */
    record AtAtr(
        int period,
        BigDecimal multiplier,
        Duration bar,
        BigDecimal minPercent,
        BigDecimal fallbackPercent)
        implements StopLoss {}
  }

  /** The {@code take-profit} block. */
  public sealed interface TakeProfit {

    /** A target at this price, taken as given. */
    record AtPrice(BigDecimal price) implements TakeProfit {}

    /** A target this many percent of entry on the winning side. */
    record AtPercent(BigDecimal percent) implements TakeProfit {

      /** Refuses what the specification does not define. */
      public AtPercent {
        requirePercent("take-profit.percent", percent);
      }
    }

    /** A multiple of the risk: the distance from entry to the stop as first set. */
    record RiskReward(
        Strategy strategy,
        BigDecimal base,
        BigDecimal min,
        BigDecimal max,
        BigDecimal volatilityFactor,
        BigDecimal trending,
        BigDecimal ranging,
        BigDecimal inVolatile,
        Duration bar,
        Map<String, BigDecimal> baseOfSymbol)
        implements TakeProfit {

      /** Keeps a copy of the map. */
      public RiskReward {
        baseOfSymbol = Map.copyOf(baseOfSymbol);
      }
    }

    /** Targets graded by age, in increasing {@code after}; only the last rung may be "any". */
    record Ladder(List<Rung> rungs) implements TakeProfit {

      /** Refuses a ladder whose rungs are out of order or follow an "any" rung. */
      public Ladder {
        rungs = List.copyOf(rungs);
        for (int i = 1; i < rungs.size(); i++) {
          if (rungs.get(i - 1).isAny()
              || rungs.get(i - 1).after().compareTo(rungs.get(i).after()) >= 0) {
            throw new IllegalArgumentException("ladder=" + rungs);
          }
        }
      }
    }
  }

  /** What a risk/reward target multiplies its base with. */
  public enum Strategy {
    /** Nothing. */
    FIXED_RATIO,
    /** The present volatility relative to the usual one. */
    VOLATILITY_ADJUSTED,
    /** The factor of the market's regime, then the volatility. */
    REGIME
  }

  /** One rung of a ladder; {@code percent} is {@code null} for "exit at any price". */
  public record Rung(Duration after, BigDecimal percent) {

    /** Refuses a negative age, and "any price" at age zero. */
    public Rung {
      if (after.isNegative() || (percent == null && after.isZero())) {
        throw new IllegalArgumentException("after=" + after + " percent=" + percent);
      }
      if (percent != null) {
        requirePercent("ladder.percent", percent);
      }
    }

    /** The rung that exits at any price. */
    public static Rung any(Duration after) {
      return new Rung(after, null);
    }

    /** True if this rung exits at any price. */
    public boolean isAny() {
      return percent == null;
    }
  }

  /**
   * The {@code trailing} block: only {@code percent} is mandatory, the other keys are {@code null}
   * when absent.
   */
  public record Trailing(
      BigDecimal percent, BigDecimal activateAt, BigDecimal step, Tighten tighten) {

    /** Refuses percents with more than 6 decimals. */
    public Trailing {
      requirePercent("trailing.percent", percent);
      requirePercent("trailing.activate-at", activateAt);
      requirePercent("trailing.step", step);
    }
  }

  /** The shorter trailing distance that holds once the best profit has reached {@code at}. */
  public record Tighten(BigDecimal at, BigDecimal percent) {

    /** Refuses percents with more than 6 decimals. */
    public Tighten {
      requirePercent("tighten.at", at);
      requirePercent("tighten.percent", percent);
    }
  }

  private static void requirePercent(String key, BigDecimal percent) {
    if (percent != null && percent.stripTrailingZeros().scale() > 6) {
      throw new IllegalArgumentException(key + "=" + percent + " has more than 6 decimals");
    }
  }
}
