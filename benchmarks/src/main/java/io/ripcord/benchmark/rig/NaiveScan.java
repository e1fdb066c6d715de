package io.ripcord.benchmark.rig;

import io.ripcord.event.Side;
import java.util.Arrays;
import java.util.Locale;

/**
 * The oracle: looks at every open position on every tick, in plain arithmetic, and shares no code
 * with the engine. What it finds is the same in every window of a {@link Workload}.
 */
final class NaiveScan {
  private static final int HUNDRED = 100;

  private final Workload workload;
  private final boolean[] closed;
  private final long[] stopE8;
  private final long[] bestE8;
  private int[] firedTick = new int[16];
  private int[] firedPosition = new int[16];
  private long[] firedLevelE8 = new long[16];
  private boolean[] firedMoved = new boolean[16];
  private int fired;

  NaiveScan(Workload workload) {
    this.workload = workload;
    int count = workload.positions();
    closed = new boolean[count];
    stopE8 = new long[count];
    bestE8 = new long[count];
    for (int position = 0; position < count; position++) {
      bestE8[position] = Workload.entryE8(position);
      stopE8[position] = awayFrom(bestE8[position], position, Workload.STOP_PERCENT);
    }
    for (int instrument = 0; instrument < Workload.INSTRUMENTS; instrument++) {
      onPrice(-1, instrument, Workload.startPriceE8(instrument));
    }
    for (int tick = 0; tick < workload.ticks(); tick++) {
      onPrice(tick, workload.tickInstrument(tick), workload.tickPriceE8(tick));
    }
  }

  private static boolean isLong(int position) {
    return Workload.side(Workload.instrumentOf(position)) == Side.LONG;
  }

  private static long awayFrom(long priceE8, int position, int percent) {
    return priceE8 / HUNDRED * (isLong(position) ? HUNDRED - percent : HUNDRED + percent);
  }

  private void onPrice(int tick, int instrument, long priceE8) {
    for (int position = 0; position < closed.length; position++) {
      if (Workload.instrumentOf(position) == instrument && !closed[position]) {
        look(tick, position, priceE8);
      }
    }
  }

  private void look(int tick, int position, long priceE8) {
    boolean isLong = isLong(position);
    if (isLong ? priceE8 <= stopE8[position] : priceE8 >= stopE8[position]) {
      closed[position] = true;
      fire(tick, position);
      return;
    }
    if (isLong ? priceE8 > bestE8[position] : priceE8 < bestE8[position]) {
      bestE8[position] = priceE8;
    }
    if (Workload.isTrailing(Workload.instrumentOf(position))) {
      long trailedE8 = awayFrom(bestE8[position], position, Workload.TRAIL_PERCENT);
      if (isLong ? trailedE8 > stopE8[position] : trailedE8 < stopE8[position]) {
        stopE8[position] = trailedE8;
      }
    }
  }

  private void fire(int tick, int position) {
    if (fired == firedTick.length) {
      firedTick = Arrays.copyOf(firedTick, fired * 2);
      firedPosition = Arrays.copyOf(firedPosition, fired * 2);
      firedLevelE8 = Arrays.copyOf(firedLevelE8, fired * 2);
      firedMoved = Arrays.copyOf(firedMoved, fired * 2);
    }
    long firstE8 = awayFrom(Workload.entryE8(position), position, Workload.STOP_PERCENT);
    firedTick[fired] = tick;
    firedPosition[fired] = position;
    firedLevelE8[fired] = stopE8[position];
    firedMoved[fired] = stopE8[position] != firstE8;
    fired++;
  }

  /** How many orders a window must bring. */
  int orders() {
    return fired;
  }

  /** Which ticks brought them. */
  int[] firedTicks() {
    return Arrays.copyOf(firedTick, fired);
  }

  /** Adds the orders of one window to a checksum, in the order in which they must come. */
  void addTo(OrderChecksum checksum, WindowNumbers window) {
    for (int i = 0; i < fired; i++) {
      int position = firedPosition[i];
      int instrument = Workload.instrumentOf(position);
      long timeNs = window.tickTimeNs(firedTick[i]);
      String id = orderId(window.epoch(), window.ordinal(position));
      checksum.add(
          timeNs,
          window.positionId(position),
          instrument,
          Long.parseLong(id, 0, 10, 36),
          Long.parseLong(id, 10, 20, 36),
          isLong(position) ? 1 : 2,
          Workload.QUANTITY_E8,
          firedMoved[i] ? "TRAILING_STOP" : "STOP_LOSS",
          firedMoved[i] ? "MONITOR_TRAILING" : "MONITOR_SOFT",
          firedLevelE8[i],
          workload.tickPriceE8(firedTick[i]));
    }
  }

  /** The text of the id of a first order: 2 + 4 + 7 + 4 + 2 + 1 characters. */
  private static String orderId(int epoch, int ordinal) {
    return "00" + padded(epoch, 4) + padded(ordinal, 7) + "0001" + "00" + "E";
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(number, 36).toUpperCase(Locale.ROOT);
    return "0".repeat(width - digits.length()) + digits;
  }
}
