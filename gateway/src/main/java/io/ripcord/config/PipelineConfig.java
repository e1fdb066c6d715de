package io.ripcord.config;

import io.ripcord.pipeline.Profile;
import io.ripcord.pipeline.Topology;
import java.util.Objects;

/**
 * How the pipeline runs: never what it decides. Immutable.
 *
 * @param topology which thread runs which stage
 * @param profile how threads wait and where they run
 * @param ringSize slots of the input ring, a power of two
 * @param outboundRingSize slots of the outbound ring, a power of two
 * @param warmUp whether a node runs made-up sessions beside its start, so that the first exit finds
 *     compiled code
 * @param cores where the threads run under {@link Profile#COLO}
 */
public record PipelineConfig(
    Topology topology,
    Profile profile,
    int ringSize,
    int outboundRingSize,
    boolean warmUp,
    Cores cores) {
  /**
   * Cores by thread, {@link #NO_CORE} for a thread without one.
   *
   * @param engine of the engine thread
   * @param journal of the journal thread, needed in topology split
   * @param sender of the sender thread
   */
  public record Cores(int engine, int journal, int sender) {
    /** No core is named. */
    public static final int NO_CORE = -1;
  }

  /** Refuses missing components. */
  public PipelineConfig {
    Objects.requireNonNull(topology, "topology");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(cores, "cores");
  }

  /** The same with another topology, for the command line. */
  public PipelineConfig withTopology(Topology newTopology) {
    return new PipelineConfig(newTopology, profile, ringSize, outboundRingSize, warmUp, cores);
  }
}
