package io.ripcord.pipeline;

import org.agrona.BitUtil;

/**
 * Sizes and choices of a pipeline; {@link #conclude} checks them once. A core number of {@link
 * #UNPINNED} leaves a thread to the operating system.
 */
public final class PipelineContext {
  /** "Not pinned". */
  public static final int UNPINNED = -1;

  private static final int MIN_RING_SIZE = 2;

  /** The ring's messages may be an eighth of it. */
  private static final int MIN_OUTBOUND_RING_SIZE = 8;

  private static final int MAX_RING_SIZE = 1 << 22;

  private Topology topology = Topology.FUSED;
  private Profile profile = Profile.SHARED;
  private int ringSize = 65_536;
  private int outboundRingSize = 65_536;
  private int maxPositions = 65_536;
  private long firstSequence = 1;
  private boolean forceBeforeSend;
  private boolean evaluateEverything;
  private int engineCore = UNPINNED;
  private int journalCore = UNPINNED;
  private Probe probe = Probe.NONE;

  /** Which thread runs which stage. */
  public PipelineContext topology(Topology newTopology) {
    topology = newTopology;
    return this;
  }

  /** How threads wait and whether they are pinned. */
  public PipelineContext profile(Profile newProfile) {
    profile = newProfile;
    return this;
  }

  /** Slots of the input ring, a power of two. */
  public PipelineContext ringSize(int newRingSize) {
    ringSize = newRingSize;
    return this;
  }

  /** Orders and queries that the outbound ring holds at least, a power of two. */
  public PipelineContext outboundRingSize(int newOutboundRingSize) {
    outboundRingSize = newOutboundRingSize;
    return this;
  }

  /** Registrations that fit over the life of the engine. */
  public PipelineContext maxPositions(int newMaxPositions) {
    maxPositions = newMaxPositions;
    return this;
  }

  /** Number of the first input: one after the journal's last. */
  public PipelineContext firstSequence(long newFirstSequence) {
    firstSequence = newFirstSequence;
    return this;
  }

  /** Whether the sender forces the journal before every batch: durability {@code order}. */
  public PipelineContext forceBeforeSend(boolean newForceBeforeSend) {
    forceBeforeSend = newForceBeforeSend;
    return this;
  }

  /** Whether every price runs every rule, the yardstick of tests. */
  public PipelineContext evaluateEverything(boolean newEvaluateEverything) {
    evaluateEverything = newEvaluateEverything;
    return this;
  }

  /** Cores of the engine and the journal thread, for {@link Profile#COLO}. */
  public PipelineContext cores(int newEngineCore, int newJournalCore) {
    engineCore = newEngineCore;
    journalCore = newJournalCore;
    return this;
  }

  /** Who looks on, for measuring. */
  public PipelineContext probe(Probe newProbe) {
    probe = newProbe;
    return this;
  }

  Topology topology() {
    return topology;
  }

  Profile profile() {
    return profile;
  }

  int ringSize() {
    return ringSize;
  }

  int outboundRingSize() {
    return outboundRingSize;
  }

  int maxPositions() {
    return maxPositions;
  }

  long firstSequence() {
    return firstSequence;
  }

  boolean isForceBeforeSend() {
    return forceBeforeSend;
  }

  boolean isEvaluateEverything() {
    return evaluateEverything;
  }

  int engineCore() {
    return engineCore;
  }

  int journalCore() {
    return journalCore;
  }

  Probe probe() {
    return probe;
  }

  /**
   * Checks everything once.
   *
   * @throws IllegalArgumentException naming the setting, its value and what was expected
   */
  PipelineContext conclude() {
    checkRing("ring-size", ringSize, MIN_RING_SIZE);
    checkRing("outbound-ring-size", outboundRingSize, MIN_OUTBOUND_RING_SIZE);
    if (maxPositions < 1 || maxPositions > 1 << 20) {
      throw new IllegalArgumentException(
          "max-positions=" + maxPositions + ", expected 1 to " + (1 << 20));
    }
    if (profile == Profile.COLO) {
      concludeColo();
    }
    return this;
  }

  private static void checkRing(String name, int size, int min) {
    if (!BitUtil.isPowerOfTwo(size) || size < min || size > MAX_RING_SIZE) {
      throw new IllegalArgumentException(
          name + "=" + size + ", expected a power of two from " + min + " to " + MAX_RING_SIZE);
    }
  }

  private void concludeColo() {
    int threads = topology == Topology.SPLIT ? 2 : 1;
    int cores = Runtime.getRuntime().availableProcessors();
    if (threads + 1 > cores) {
      throw new IllegalArgumentException(
          "profile=colo with "
              + threads
              + " pinned threads and a feed on "
              + cores
              + " cores, expected a core for each: use profile=shared");
    }
    boolean journalPinned = topology == Topology.FUSED || journalCore != UNPINNED;
    if (engineCore == UNPINNED || !journalPinned || engineCore == journalCore) {
      throw new IllegalArgumentException(
          "profile=colo needs its own core for each thread: engine="
              + engineCore
              + " journal="
              + journalCore);
    }
  }
}
