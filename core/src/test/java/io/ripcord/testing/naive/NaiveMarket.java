package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What was seen of one instrument; {@code null} until the first time. Bars and indicators exist
 * from the moment a position or a watch first needs them, and stay: an indicator counts the bars
 * that close after that moment.
 */
final class NaiveMarket {

  BigDecimal last;
  BigDecimal bid;
  BigDecimal ask;
  BigDecimal mark;
  NaiveEvent.Session phase = NaiveEvent.Session.CONTINUOUS;
  Long lastDataNs;
  long sessionStartNs = Long.MIN_VALUE;

  /** Whether the next continuous trading opens a session. */
  private boolean isBeforeOpening;

  long continuousSinceNs = Long.MIN_VALUE;

  /** The newest prices of this continuous phase; there are none in any other. */
  private final Map<String, BigDecimal> counted = new HashMap<>();

  private NaiveEvent.Tick lastTrade; // of the continuous session
  private long anchorNs;
  private final Map<Long, NaiveBars> bars = new TreeMap<>();
  private final Map<String, Integer> firstBars = new HashMap<>();
  private final Map<String, Map<Integer, Object>> values = new HashMap<>();

  boolean isContinuous() {
    return phase == NaiveEvent.Session.CONTINUOUS;
  }

  /** The newest price of a stream, in whatever phase. */
  BigDecimal newest(NaiveBlock.Source source, boolean isLong) {
    return switch (source) {
      case LAST, DOUBLE_LAST -> last;
      case MARK -> mark;
      case BID_ASK -> isLong ? bid : ask;
    };
  }

  /** The newest price of a stream since continuous trading began, else {@code null}. */
  BigDecimal counted(NaiveBlock.Source source, boolean isLong) {
    return counted.get(
        switch (source) {
          case LAST, DOUBLE_LAST -> "last";
          case MARK -> "mark";
          case BID_ASK -> isLong ? "bid" : "ask";
        });
  }

  /** Keeps a price, if there is one. */
  void see(String what, BigDecimal price) {
    if (price == null) {
      return;
    }
    switch (what) {
      case "last" -> last = price;
      case "mark" -> mark = price;
      case "bid" -> bid = price;
      default -> ask = price;
    }
    if (isContinuous()) {
      counted.put(what, price);
    }
  }

  /** The side of the book that takes an exit, else {@code null}. */
  BigDecimal opposite(boolean isLong) {
    return isLong ? bid : ask;
  }

  /** False for a packet that repeats the last trade. Keeps the trade. */
  boolean isNewTrade(NaiveEvent.Tick trade) {
    boolean isSame =
        lastTrade != null
            && trade.venueTimeNs() != null
            && trade.venueTimeNs().equals(lastTrade.venueTimeNs())
            && trade.last().compareTo(lastTrade.last()) == 0
            && isEqual(trade.quantity(), lastTrade.quantity());
    lastTrade = trade;
    return !isSame;
  }

  private static boolean isEqual(BigDecimal one, BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }

  /** From now on what the bar rules of this policy read is computed. */
  void need(NaivePolicy policy) {
    if (policy.stopLoss() instanceof NaivePolicy.StopLoss.AtAtr rule) {
      need(rule.bar(), atrName(rule.period()));
    }
    if (policy.takeProfit() instanceof NaivePolicy.TakeProfit.RiskReward rule) {
      if (rule.strategy() != NaivePolicy.Strategy.FIXED_RATIO) {
        need(rule.bar(), atrName(14), atrName(100));
      }
      if (rule.strategy() == NaivePolicy.Strategy.REGIME) {
        need(rule.bar(), "efficiency 20");
      }
    }
    for (NaiveBlock block : policy.blocks()) {
      if (block instanceof NaiveBlock.TrailingAtr rule) {
        need(rule.bar(), atrName(rule.period()));
      } else if (block instanceof NaiveBlock.SuperTrend rule) {
        need(rule.bar(), trendName(rule));
      } else if (block instanceof NaiveBlock.MaCross rule) {
        need(
            rule.bar(),
            averageName(rule.isExponential(), rule.fast()),
            averageName(rule.isExponential(), rule.slow()));
      } else if (block instanceof NaiveBlock.ScaleIn rule) {
        need(rule.bar(), "change " + rule.momentumBars());
        if (rule.volumeRatio() != null) {
          need(rule.bar(), "volume");
        }
      } else if (block instanceof NaiveBlock.Volatility rule) {
        need(rule.bar(), atrName(rule.fast()), atrName(rule.slow()));
      }
    }
  }

  /** Whether any rule of this policy reads bars. */
  static boolean isOnBars(NaivePolicy policy) {
    NaiveMarket probe = new NaiveMarket();
    probe.need(policy);
    return !probe.bars.isEmpty();
  }

  private void need(Duration bar, String... names) {
    NaiveBars series =
        bars.computeIfAbsent(bar.toNanos(), periodNs -> new NaiveBars(periodNs, anchorNs));
    for (String name : names) {
      firstBars.putIfAbsent(bar + " " + name, series.closed().size());
    }
  }

  private static String atrName(int period) {
    return "atr " + period;
  }

  private static String trendName(NaiveBlock.SuperTrend rule) {
    return "supertrend %d %s"
        .formatted(rule.period(), rule.multiplier().stripTrailingZeros().toPlainString());
  }

  private static String averageName(boolean isExponential, int period) {
    return (isExponential ? "ema " : "sma ") + period;
  }

  BigDecimal atr(Duration bar, int period) {
    return value(bar, atrName(period), 0, list -> NaiveIndicators.atr(list, period));
  }

  /** A moving average now, or as it was this many bars ago. */
  BigDecimal average(NaiveBlock.MaCross rule, int period, int barsAgo) {
    return value(
        rule.bar(),
        averageName(rule.isExponential(), period),
        barsAgo,
        list ->
            rule.isExponential()
                ? NaiveIndicators.ema(list, period)
                : NaiveIndicators.sma(list, period));
  }

  NaiveIndicators.Trend trend(NaiveBlock.SuperTrend rule) {
    return value(
        rule.bar(),
        trendName(rule),
        0,
        list -> NaiveIndicators.superTrend(list, rule.period(), rule.multiplier()));
  }

  BigDecimal rateOfChange(Duration bar, int n) {
    return value(bar, "change " + n, 0, list -> NaiveIndicators.rateOfChange(list, n));
  }

  BigDecimal volumeRatio(Duration bar) {
    return value(bar, "volume", 0, NaiveIndicators::volumeRatio);
  }

  BigDecimal efficiency(Duration bar, int n) {
    return value(bar, "efficiency " + n, 0, list -> NaiveIndicators.efficiency(list, n));
  }

  /** Computed from all of its bars, once per number of bars. */
  @SuppressWarnings("unchecked")
  private <T> T value(Duration bar, String name, int barsAgo, Function<List<NaiveBar>, T> from) {
    List<NaiveBar> closed = bars.get(bar.toNanos()).closed();
    int first = firstBars.get(bar + " " + name);
    int to = closed.size() - barsAgo;
    if (to < first) {
      return null;
    }
    Map<Integer, Object> known = values.computeIfAbsent(bar + " " + name, k -> new HashMap<>());
    if (!known.containsKey(to)) {
      known.put(to, from.apply(closed.subList(first, to)));
    }
    return (T) known.get(to);
  }

  /** Closes the bars that are over and tells their periods. */
  Set<Long> closeBarsBefore(long nowNs) {
    Set<Long> periods = new TreeSet<>();
    bars.forEach(
        (periodNs, series) -> {
          if (series.closeIfOver(nowNs)) {
            periods.add(periodNs);
          }
        });
    return periods;
  }

  void joinBars(NaiveEvent.Tick trade) {
    bars.values().forEach(series -> series.join(trade));
  }

  /** Enters a phase and tells the periods of the bars that this closed. */
  Set<Long> enter(NaiveEvent.Session next, long nowNs) {
    Set<Long> periods = new TreeSet<>();
    if (next == NaiveEvent.Session.CLOSED && phase != NaiveEvent.Session.CLOSED) {
      for (Map.Entry<Long, NaiveBars> each : new ArrayList<>(bars.entrySet())) {
        if (each.getValue().closeAtSessionEnd()) {
          periods.add(each.getKey());
        }
      }
    }
    if (next == NaiveEvent.Session.PRE_OPEN || next == NaiveEvent.Session.CLOSED) {
      isBeforeOpening = true;
    }
    if (next == NaiveEvent.Session.CONTINUOUS && isBeforeOpening) {
      isBeforeOpening = false;
      anchorNs = nowNs;
      sessionStartNs = nowNs;
      bars.values().forEach(series -> series.startSession(nowNs));
    }
    if (next != phase) {
      counted.clear();
      if (next == NaiveEvent.Session.CONTINUOUS) {
        continuousSinceNs = nowNs;
      }
    }
    phase = next;
    return periods;
  }
}
