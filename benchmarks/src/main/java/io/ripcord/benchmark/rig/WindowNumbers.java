package io.ripcord.benchmark.rig;

/**
 * Times and ids of the windows of one pipeline: event time comes from the window's number, never
 * from a clock, so that the orders of every window are known beforehand.
 *
 * @param window number of the window, from 0
 * @param positions how many positions every window registers
 * @param epoch of the engine's start
 */
record WindowNumbers(int window, int positions, int epoch) {
  /** So short that no order of the run is ever overdue: the rig's venue does not answer. */
  private static final long WINDOW_NS = 1_000_000;

  /** Event time of everything before the first tick. */
  long preparedNs() {
    return (window + 1) * WINDOW_NS;
  }

  long tickTimeNs(int tick) {
    return preparedNs() + 1 + tick;
  }

  /** Event time of what comes behind the last tick. */
  long finishedNs() {
    return preparedNs() + WINDOW_NS / 2;
  }

  /** Which registration of the engine a position of this window is, from 1. */
  int ordinal(int position) {
    return window * positions + position + 1;
  }

  long positionId(int position) {
    return 1_000_000L + ordinal(position);
  }
}
