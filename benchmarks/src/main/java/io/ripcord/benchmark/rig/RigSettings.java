package io.ripcord.benchmark.rig;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run of the rig does.
 *
 * @param rates ticks a second, one table each
 * @param rounds measured windows of every variant
 * @param compilingRounds rounds of a run of its own before everything else, for the compiler
 * @param warmupRounds rounds before the measured ones that count for nothing, for the caches
 * @param windowMs length of a window; shorter where the rate would make it too large
 * @param restMs pause between windows, at least
 * @param ringSize slots of the input ring, a power of two
 * @param pin whether threads are pinned and spin, where the machine allows it
 * @param data directory for the journals
 */
public record RigSettings(
    List<Integer> rates,
    int rounds,
    int compilingRounds,
    int warmupRounds,
    int windowMs,
    int restMs,
    int ringSize,
    boolean pin,
    Path data) {
  /** The rate that the goals are judged at. */
  public static final int JUDGED_RATE = 100_000;

  private static final int COMPILING_RATE = 500_000;
  private static final int COMPILING_WINDOW_MS = 30;

  /** Messages of the outbound ring: the orders of a window are sent behind it. */
  static final int OUTBOUND_RING_SIZE = 65_536;

  private static final int MAX_TICKS = 100_000;
  private static final int MAX_POSITIONS = 1 << 20;
  private static final int MAX_RATE = 10_000_000;
  private static final int MS_PER_SECOND = 1_000;

  /**
   * Checks that the engine has room for every window.
   *
   * @throws IllegalArgumentException naming what is wrong and what was expected
   */
  public RigSettings {
    rates = List.copyOf(rates);
    require(!rates.isEmpty(), "rate", 0, "at least one");
    for (int rate : rates) {
      require(rate >= MS_PER_SECOND && rate <= MAX_RATE, "rate", rate, "1000 to " + MAX_RATE);
    }
    require(
        ringSize >= 2 && Integer.bitCount(ringSize) == 1, "ring-size", ringSize, "a power of two");
    require(compilingRounds >= 0, "warm-up", compilingRounds, "0 or more");
    require(rounds >= 1, "rounds", rounds, "1 or more");
    require(windowMs >= 1 && windowMs <= MS_PER_SECOND, "window", windowMs, "1 to 1000 ms");
    for (int rate : rates) {
      int ticks = ticks(rate, windowMs);
      int most = MAX_POSITIONS * Workload.TRIGGER_EVERY / ticks - warmupRounds;
      require(rounds <= most, "rounds", rounds, "at most " + most + " at " + rate + " a second");
    }
  }

  private static void require(boolean holds, String name, long value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + "=" + value + ", expected " + expected);
    }
  }

  /**
   * The run that only makes the compiler do its work: short windows, at a rate that the pipelines
   * just manage, hardly a rest. Null if none is wanted.
   */
  RigSettings forCompiling() {
    if (compilingRounds == 0) {
      return null;
    }
    return new RigSettings(
        List.of(COMPILING_RATE),
        compilingRounds,
        0,
        0,
        COMPILING_WINDOW_MS,
        1,
        ringSize,
        pin,
        data.resolve("compiling"));
  }

  int allRounds() {
    return warmupRounds + rounds;
  }

  /** How many ticks a window has at this rate. */
  int ticks(int rate) {
    return ticks(rate, windowMs);
  }

  private static int ticks(int rate, int windowMs) {
    long ticks = Math.min((long) rate * windowMs / MS_PER_SECOND, MAX_TICKS);
    int whole = Workload.TRIGGER_EVERY * Workload.INSTRUMENTS;
    return (int) Math.max(ticks / whole, 1) * whole;
  }
}
