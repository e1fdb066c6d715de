package io.ripcord.benchmark.rig;

import java.util.List;

/**
 * One thing that is measured. All calls but {@link #close} come from the feed's thread; between
 * windows its own threads are parked.
 */
interface Variant extends PacingLoop.Feed, AutoCloseable {
  /** Name in every report. */
  String name();

  /** Where its latencies go. */
  LatencyRecorder recorder();

  /** The idle loops of its threads. */
  List<WatchedIdle> idles();

  /** Before window {@code number}, with its threads running: nothing of it is measured. */
  void prepare(int number);

  /** Behind the last tick: returns when everything that was published is through. */
  void finish();

  /** Behind the last window: what the oracle says, null where there are no orders. */
  default OracleCheck check(int rate) {
    return null;
  }

  /** Behind the last window: where the time goes, empty if it does not know. */
  default List<SectionTime> sections() {
    return List.of();
  }

  /** Frees what it holds. */
  @Override
  void close();
}
