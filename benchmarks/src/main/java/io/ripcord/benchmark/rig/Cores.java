package io.ripcord.benchmark.rig;

import io.ripcord.pipeline.PipelineContext;
import io.ripcord.pipeline.Profile;
import java.util.BitSet;
import net.openhft.affinity.Affinity;

/**
 * Which thread runs where: the feed on the first core that the process may use, the engine on the
 * second, the journal of topology {@code split} on the third. Without pinning, or where it is not
 * to be had, threads wait as profile {@code shared} does.
 */
final class Cores {
  private static final int FUSED_CORES = 2;
  private static final int SPLIT_CORES = 3;

  private final int[] allowed;
  private final int usable;
  private final boolean pinned;

  private Cores(int[] allowed, int usable, boolean pinned) {
    this.allowed = allowed;
    this.usable = usable;
    this.pinned = pinned;
  }

  /** Call it before any thread is pinned: to a pinned thread the JVM shows one processor. */
  static Cores find(boolean pin) {
    int usable = Runtime.getRuntime().availableProcessors();
    BitSet mask = pin ? Affinity.getAffinity() : new BitSet();
    int[] allowed = mask.stream().toArray();
    boolean enough = Math.min(allowed.length, usable) >= FUSED_CORES;
    return new Cores(allowed, usable, enough && canPin(mask));
  }

  /** Pins the calling thread and lets it go again: containers may forbid it. */
  private static boolean canPin(BitSet mask) {
    BitSet one = new BitSet();
    one.set(mask.nextSetBit(0));
    Affinity.setAffinity(one);
    boolean pinned = Affinity.getAffinity().equals(one);
    Affinity.setAffinity(mask);
    return pinned;
  }

  boolean isPinned() {
    return pinned;
  }

  /** Whether feed and engine share the only core. */
  boolean isSingle() {
    return usable == 1;
  }

  Profile profile() {
    return pinned ? Profile.COLO : Profile.SHARED;
  }

  /** Null if topology {@code split} has the cores that it needs, else why it is left out. */
  String splitRefusal() {
    return usable >= SPLIT_CORES
        ? null
        : "needs a core each for feed, engine and journal; this process has " + usable;
  }

  int engineCore() {
    return pinned ? allowed[1] : PipelineContext.UNPINNED;
  }

  int journalCore() {
    return pinned && allowed.length >= SPLIT_CORES ? allowed[2] : PipelineContext.UNPINNED;
  }

  /** Pins the calling thread to the feed's core. */
  void pinFeed() {
    if (pinned) {
      pin(allowed[0]);
    }
  }

  /** Pins the calling thread to the engine's core. */
  void pinEngine() {
    if (pinned) {
      pin(allowed[1]);
    }
  }

  private static void pin(int core) {
    BitSet wanted = new BitSet();
    wanted.set(core);
    Affinity.setAffinity(wanted);
    BitSet actual = Affinity.getAffinity();
    if (!actual.equals(wanted)) {
      throw new IllegalStateException("a thread runs on cores " + actual + ", expected " + wanted);
    }
  }

  @Override
  public String toString() {
    return pinned
        ? "feed pinned to core " + allowed[0] + ", engine to core " + allowed[1] + ", busy-spinning"
        : "threads not pinned, waiting as profile shared does";
  }
}
