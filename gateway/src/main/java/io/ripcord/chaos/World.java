package io.ripcord.chaos;

import java.util.function.Supplier;

/** What all parts of a run share: virtual time, what is to happen, what went wrong. One thread. */
final class World {
  static final long MS = 1_000_000L;
  static final long SECOND = 1_000 * MS;
  static final long MINUTE = 60 * SECOND;

  private final long seed;
  private final Agenda agenda = new Agenda();
  private final Faults faults;
  private final Trace trace;
  private final Tally<Rarity> seen = new Tally<>(Rarity.class);
  private long nowNs = 1_700_000_000L * SECOND;

  World(long seed, Faults faults, Trace trace) {
    this.seed = seed;
    this.faults = faults;
    this.trace = trace;
  }

  Dice dice(String name) {
    return new Dice(seed, name);
  }

  Faults faults() {
    return faults;
  }

  Agenda agenda() {
    return agenda;
  }

  long nowNs() {
    return nowNs;
  }

  void nowNs(long newNowNs) {
    nowNs = Math.max(nowNs, newNowNs);
  }

  /** Has something happen in {@code inNs} from now. */
  void in(long inNs, Runnable what) {
    agenda.at(nowNs + inNs, what);
  }

  void saw(Rarity rarity) {
    seen.add(rarity);
    note(() -> "-- " + rarity.text());
  }

  Tally<Rarity> seen() {
    return seen;
  }

  /** Keeps a line where somebody wants to read the run. */
  void note(Supplier<String> line) {
    if (trace != null) {
      trace.add(nowNs, line.get());
    }
  }
}
