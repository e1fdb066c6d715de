package io.ripcord.indicator;

import io.ripcord.market.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A bar of a test; numbers are multiples of 1e-8. */
record Candle(long high, long low, long close, long volume) {
  private static final int TRADES = 8;

  static Candle of(long high, long low, long close) {
    return new Candle(high, low, close, 0);
  }

  static Candle close(long close) {
    return new Candle(close, close, close, 0);
  }

  static Candle volume(long volume) {
    return new Candle(1, 1, 1, volume);
  }

  Bar bar() {
    return new Bar().set(0, close, high, low, close, volume);
  }

  /** A walk of trades from {@code start} in steps of up to {@code step}, never below 1 step. */
  static List<Candle> walk(Random random, int count, long start, long step) {
    List<Candle> candles = new ArrayList<>(count);
    long price = start;
    for (int i = 0; i < count; i++) {
      long high = price;
      long low = price;
      for (int trade = 0; trade < TRADES; trade++) {
        price = Math.max(step, price + (random.nextInt(7) - 3) * step);
        high = Math.max(high, price);
        low = Math.min(low, price);
      }
      candles.add(new Candle(high, low, price, random.nextInt(1_000_000) * 100_000L));
    }
    return candles;
  }
}
