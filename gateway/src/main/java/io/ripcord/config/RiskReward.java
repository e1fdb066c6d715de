package io.ripcord.config;

import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code take-profit: {risk-reward: ...}}: a target as many times as far away as the stop.
 * Immutable.
 *
 * @param strategy what the multiple follows
 * @param baseE6 the multiple in a quiet market
 * @param minE6 smallest multiple
 * @param maxE6 largest multiple
 * @param volatilityFactorE6 how strongly it follows the volatility
 * @param regime factors of the market's regimes
 * @param symbols multiples of symbols that have one of their own, in the order of symbols
 * @param barNs length of a bar
 */
public record RiskReward(
    Strategy strategy,
    long baseE6,
    long minE6,
    long maxE6,
    long volatilityFactorE6,
    Regime regime,
    SortedMap<String, Long> symbols,
    long barNs) {
  /** What the multiple follows. */
  public enum Strategy {
    /** Nothing. */
    FIXED_RATIO(0),
    /** The volatility. */
    VOLATILITY_ADJUSTED(1),
    /** The volatility and the regime. */
    REGIME(2);

    private final int code;

    Strategy(int code) {
      this.code = code;
    }
  }

  /**
   * Factors of the market's regimes. Immutable.
   *
   * @param trendingE6 prices go somewhere
   * @param rangingE6 neither of the others
   * @param volatileE6 bars are longer than they have been
   */
  public record Regime(long trendingE6, long rangingE6, long volatileE6) {}

  static final String KEY = "risk-reward";

  /** Most symbols with a multiple of their own. */
  static final int MAX_SYMBOLS = 32;

  private static final Vocabulary KEYS =
      Vocabulary.of(
          "strategy", "base", "min", "max", "volatility-factor", "regime", "symbols", "bar");
  private static final Vocabulary REGIME = Vocabulary.of("trending", "ranging", "volatile");
  private static final ScalarType<Strategy> STRATEGY = Scalars.word(Strategy.class);
  private static final ScalarType<Long> FACTOR = PolicyScalars.FACTOR;
  private static final ScalarType<Long> VOLATILITY = Scalars.factorBetween(0, 100 * Percent.ONE);

  /** Copies the map. */
  public RiskReward {
    symbols = Collections.unmodifiableSortedMap(new TreeMap<>(symbols));
  }

  /** The block {@code risk-reward} of a target, empty when there is none or it is refused. */
  static Optional<RiskReward> bind(Block takeProfit) {
    Block block = takeProfit.block(KEY);
    if (block == null) {
      return Optional.empty();
    }
    int before = block.errorCount();
    block.allow(KEYS);
    RiskReward bound =
        new RiskReward(
            block.value("strategy", STRATEGY, Strategy.FIXED_RATIO),
            block.value("base", FACTOR, 1_500_000L),
            block.value("min", FACTOR, Percent.ONE),
            block.value("max", FACTOR, 3 * Percent.ONE),
            block.value("volatility-factor", VOLATILITY, Percent.ONE),
            regime(block),
            symbols(block),
            block.value("bar", PolicyScalars.BAR, PolicyScalars.MINUTE));
    if (block.errorCount() == before) {
      bound.check(block);
    }
    return Optional.of(bound);
  }

  private static Regime regime(Block riskReward) {
    Regime defaults = new Regime(1_200_000, Percent.ONE, 800_000);
    Block block = riskReward.block("regime");
    if (block == null) {
      return defaults;
    }
    block.allow(REGIME);
    return new Regime(
        block.value("trending", FACTOR, defaults.trendingE6),
        block.value("ranging", FACTOR, defaults.rangingE6),
        block.value("volatile", FACTOR, defaults.volatileE6));
  }

  private static SortedMap<String, Long> symbols(Block riskReward) {
    SortedMap<String, Long> bases = new TreeMap<>();
    Block block = riskReward.block("symbols");
    if (block == null) {
      return bases;
    }
    int count = block.node().children().size();
    if (count > MAX_SYMBOLS) {
      block.error("found " + count + " symbols, expected at most " + MAX_SYMBOLS);
    }
    block
        .node()
        .children()
        .forEach(
            (symbol, node) -> {
              if (!Scalars.isName(symbol)) {
                block
                    .problems()
                    .errorAtKey(node, block.label(symbol), Scalars.NAME.mismatch(symbol));
              }
              bases.put(symbol, block.value(symbol, FACTOR, Percent.ONE));
            });
    return bases;
  }

  private void check(Block block) {
    if (minE6 > maxE6) {
      block.error(
          "found min "
              + Percent.format(minE6)
              + " and max "
              + Percent.format(maxE6)
              + ", expected min to be at most max");
      return;
    }
    checkBase(block, "base", baseE6);
    if (!symbols.isEmpty()) {
      Block own = block.block("symbols");
      symbols.forEach((symbol, base) -> checkBase(own, symbol, base));
    }
    boolean isFixed = strategy == Strategy.FIXED_RATIO;
    warnUnused(block, "volatility-factor", isFixed);
    warnUnused(block, "bar", isFixed);
    warnUnused(block, "regime", strategy != Strategy.REGIME);
  }

  private void checkBase(Block block, String key, long givenE6) {
    if (givenE6 < minE6 || givenE6 > maxE6) {
      String text =
          "found "
              + key
              + " "
              + Percent.format(givenE6)
              + ", expected it from min "
              + Percent.format(minE6)
              + " to max "
              + Percent.format(maxE6);
      if (block.has(key)) {
        block.errorAt(key, text);
      } else {
        block.error(text);
      }
    }
  }

  private void warnUnused(Block block, String key, boolean isUnused) {
    if (isUnused && block.has(key)) {
      block.warning(key, "has no effect: strategy is " + STRATEGY.format(strategy));
    }
  }

  /** The largest multiple that there can be, as a factor at 1e-6. */
  long mostE6() {
    return strategy == Strategy.FIXED_RATIO
        ? symbols.values().stream().mapToLong(Long::longValue).reduce(baseE6, Math::max)
        : maxE6;
  }

  void addRules(RuleList rules) {
    long[] parameters = new long[9 + 2 * symbols.size()];
    long[] first = {
      strategy.code,
      baseE6,
      minE6,
      maxE6,
      volatilityFactorE6,
      regime.trendingE6,
      regime.rangingE6,
      regime.volatileE6,
      barNs
    };
    System.arraycopy(first, 0, parameters, 0, first.length);
    int next = first.length;
    for (Map.Entry<String, Long> symbol : symbols.entrySet()) {
      parameters[next++] = rules.nameId(symbol.getKey());
      parameters[next++] = symbol.getValue();
    }
    rules.add(RuleKind.RISK_REWARD, parameters);
  }

  void show(BlockValues takeProfit) {
    BlockValues block = takeProfit.under(KEY);
    block.text("strategy", STRATEGY.format(strategy));
    block.percent("base", baseE6);
    block.percent("min", minE6);
    block.percent("max", maxE6);
    block.percent("volatility-factor", volatilityFactorE6);
    block.under("regime").percent("trending", regime.trendingE6);
    block.under("regime").percent("ranging", regime.rangingE6);
    block.under("regime").percent("volatile", regime.volatileE6);
    symbols.forEach((symbol, base) -> block.under("symbols").percent(symbol, base));
    block.duration("bar", barNs);
  }
}
