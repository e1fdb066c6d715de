package io.ripcord.benchmark.rig;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs the variants at every rate.
 *
 * <pre>
 *   round 1: noop hop fused fused-memory [split] | round 2: hop fused fused-memory [split] noop | ...
 *   window:  calibrate, register positions, 20 % warm-up, measure, drain, check, park, rest
 * </pre>
 *
 * <p>Figures of two windows of one round can be compared, those of two runs cannot: machines move.
 */
public final class Rig {
  private final RigSettings settings;
  private final Cores cores;

  /** A run with these settings. */
  public Rig(RigSettings settings) {
    this.settings = settings;
    cores = Cores.find(settings.pin());
  }

  /** Runs; the journals stay in the data directory, for its owner to remove. */
  public RigResult run() {
    List<RateResult> results = new ArrayList<>();
    RigSettings compiling = settings.forCompiling();
    if (compiling != null) {
      new RateRun(compiling, cores, compiling.rates().get(0)).run();
    }
    for (int rate : settings.rates()) {
      results.add(new RateRun(settings, cores, rate).run());
    }
    return new RigResult(cores.toString(), cores.isPinned(), cores.splitRefusal(), results);
  }
}
