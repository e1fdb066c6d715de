package io.ripcord.benchmark.rig;

import io.ripcord.event.Side;
import io.ripcord.money.E8;

/**
 * What one window does, the same in every window: positions, and ticks of which one in four touches
 * exactly one stop. Half of the instruments fall and hold longs, half rise and hold shorts; half
 * have fixed stops, half trailing ones. All numbers are chosen so that no level is ever rounded.
 * Immutable; the arrays are made once.
 *
 * <p>No target fires: a target is touched by a new best price, and that moves the watermark of
 * every other position of the instrument, a cost of its own that {@code EngineBenchmark} shows.
 */
final class Workload {
  static final int INSTRUMENTS = 8;

  /** One tick in so many triggers. */
  static final int TRIGGER_EVERY = 4;

  static final int STOP_PERCENT = 2;
  static final int TARGET_PERCENT = 10;
  static final int TRAIL_PERCENT = 1;
  static final long QUANTITY_E8 = E8.ONE / 2;

  private static final long ENTRY_E8 = 60_000 * E8.ONE;
  private static final long START_DISTANCE_E8 = 300 * E8.ONE;
  private static final long SPACING_E8 = E8.ONE / 100;
  private static final int HUNDRED = 100;

  private final int[] tickInstrument;
  private final long[] tickPriceE8;
  private final int positions;

  /** A window of so many ticks, a multiple of {@link #TRIGGER_EVERY}. */
  Workload(int ticks) {
    tickInstrument = new int[ticks];
    tickPriceE8 = new long[ticks];
    positions = ticks / TRIGGER_EVERY;
    int[] fired = new int[INSTRUMENTS];
    for (int i = 0; i < ticks; i++) {
      int group = i / TRIGGER_EVERY;
      if (isTrigger(i)) {
        int instrument = group % INSTRUMENTS;
        tickInstrument[i] = instrument;
        tickPriceE8[i] = level(instrument, fired[instrument]);
        fired[instrument]++;
      } else {
        int instrument = (group + i % TRIGGER_EVERY + 1) % INSTRUMENTS;
        tickInstrument[i] = instrument;
        tickPriceE8[i] = quietPrice(instrument, fired[instrument]);
      }
    }
  }

  /** Whether the tick of this number touches a stop; the others touch nothing. */
  static boolean isTrigger(int tick) {
    return tick % TRIGGER_EVERY == TRIGGER_EVERY - 1;
  }

  int ticks() {
    return tickInstrument.length;
  }

  int tickInstrument(int tick) {
    return tickInstrument[tick];
  }

  long tickPriceE8(int tick) {
    return tickPriceE8[tick];
  }

  /** How many positions a window starts with; all of them fire in it. */
  int positions() {
    return positions;
  }

  static int instrumentOf(int position) {
    return position % INSTRUMENTS;
  }

  static Side side(int instrument) {
    return instrument % 2 == 0 ? Side.LONG : Side.SHORT;
  }

  static boolean isTrailing(int instrument) {
    return instrument % 4 >= 2;
  }

  /** Entry price of a position: the stops of an instrument are touched one after the other. */
  static long entryE8(int position) {
    long rank = position / INSTRUMENTS;
    return ENTRY_E8 - side(instrumentOf(position)).sign() * rank * SPACING_E8;
  }

  /** First price of a window: it touches nothing and is no better than any entry. */
  static long startPriceE8(int instrument) {
    return ENTRY_E8 - side(instrument).sign() * START_DISTANCE_E8;
  }

  private static long level(int instrument, int rank) {
    int percent = isTrailing(instrument) ? TRAIL_PERCENT : STOP_PERCENT;
    int sign = side(instrument).sign();
    return entryE8(rank * INSTRUMENTS + instrument) / HUNDRED * (HUNDRED - sign * percent);
  }

  /** Half a step before the next level. */
  private static long quietPrice(int instrument, int nextRank) {
    return level(instrument, nextRank) + side(instrument).sign() * SPACING_E8 / 2;
  }
}
