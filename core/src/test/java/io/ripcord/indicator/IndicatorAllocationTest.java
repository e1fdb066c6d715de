package io.ripcord.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Counts the bytes that trades, and the bars that they close, allocate. */
class IndicatorAllocationTest {
  private static final int TRADES = 100_000;
  private static final int MAX_ROUNDS = 60;
  private static final int STEADY_ROUNDS = 5;
  private static final long BAR_NS = IndicatorSpec.MIN_BAR_NS;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Indicators indicators = new Indicators();
  private long timeNs;
  private long priceE8 = 6_000_000_000_000L;
  private long closed;

  @Test
  void shouldAllocateNothingPerTrade() {
    indicators.addInstrument();
    indicators.addInstrument();
    for (IndicatorKind kind : IndicatorKind.values()) {
      long multiplierE6 = kind == IndicatorKind.SUPERTREND ? 3_000_000 : 0;
      indicators.require(0, new IndicatorSpec(kind, BAR_NS, 14, multiplierE6));
      indicators.require(0, new IndicatorSpec(kind, 60 * BAR_NS, 100, multiplierE6));
    }
    // As in ZeroAllocationTest: what the compiler replaces allocates now and then, so steady is a
    // row of rounds without a byte; one byte per trade or bar would never let it come.
    int quiet = 0;
    for (int i = 0; i < MAX_ROUNDS && quiet < STEADY_ROUNDS; i++) {
      quiet = allocated() == 0 ? quiet + 1 : 0;
    }

    assertThat(quiet)
        .as("rounds of %d trades in a row without a byte", TRADES)
        .isEqualTo(STEADY_ROUNDS);
    assertThat(closed).isGreaterThan(STEADY_ROUNDS * TRADES / 20);
    for (int id = 0; id < indicators.count(); id++) {
      assertThat(indicators.isWarm(id)).isTrue();
    }
  }

  private long allocated() {
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < TRADES; i++) {
      timeNs += BAR_NS / 10;
      priceE8 += (i * 31 % 17 - 8) * 1_000_000L;
      boolean isClosed =
          i % 5 == 0
              ? indicators.onConflatedTrade(0, timeNs, priceE8 + 5, priceE8 - 5, priceE8, true)
              : indicators.onTrade(0, timeNs, priceE8, i);
      indicators.onTrade(1, timeNs, priceE8, i);
      closed += isClosed ? 1 : 0;
    }
    return threads.getThreadAllocatedBytes(thread) - before;
  }
}
