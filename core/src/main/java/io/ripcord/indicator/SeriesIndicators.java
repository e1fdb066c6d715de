package io.ripcord.indicator;

import io.ripcord.market.BarSeries;
import java.util.Arrays;

/** One series of bars and the indicators that take them, in the order they were required. */
final class SeriesIndicators {
  final BarSeries series;
  private IndicatorSpec[] specs = {};
  private Indicator[] indicators = {};
  private int[] ids = {};

  SeriesIndicators(BarSeries series) {
    this.series = series;
  }

  /** Id of the indicator of this spec, -1 when there is none. */
  int find(IndicatorSpec spec) {
    for (int i = 0; i < specs.length; i++) {
      if (specs[i].equals(spec)) {
        return ids[i];
      }
    }
    return -1;
  }

  void add(IndicatorSpec spec, Indicator indicator, int id) {
    int count = ids.length;
    specs = Arrays.copyOf(specs, count + 1);
    indicators = Arrays.copyOf(indicators, count + 1);
    ids = Arrays.copyOf(ids, count + 1);
    specs[count] = spec;
    indicators[count] = indicator;
    ids[count] = id;
  }

  boolean onTrade(long timeNs, long priceE8, long quantityE8) {
    return series.onTrade(timeNs, priceE8, quantityE8) && passOn();
  }

  boolean onConflatedTrade(long timeNs, long firstE8, long secondE8, long lastE8) {
    boolean closed = series.onTrade(timeNs, firstE8, 0) && passOn();
    series.join(secondE8, 0);
    series.join(lastE8, 0);
    return closed;
  }

  boolean onSessionEnd() {
    return series.onSessionEnd() && passOn();
  }

  private boolean passOn() {
    for (Indicator indicator : indicators) {
      indicator.onBar(series.closed());
    }
    return true;
  }
}
