package io.ripcord.pipeline;

import java.util.BitSet;
import net.openhft.affinity.Affinity;

/**
 * Pins the calling thread to one core of those that the process may use, and reads it back. The
 * library's own core reservation is not used: it can leave the allowed set.
 */
final class CorePin {
  private CorePin() {}

  /**
   * Pins.
   *
   * @throws IllegalStateException when the core is not allowed or the read-back differs
   */
  static void pin(String thread, int core) {
    BitSet allowed = Affinity.getAffinity();
    if (!allowed.get(core)) {
      throw new IllegalStateException(
          "core=" + core + " for thread " + thread + ", expected one of " + allowed);
    }
    BitSet wanted = new BitSet();
    wanted.set(core);
    Affinity.setAffinity(wanted);
    BitSet actual = Affinity.getAffinity();
    if (!actual.equals(wanted)) {
      throw new IllegalStateException(
          "thread " + thread + " runs on cores " + actual + ", expected " + wanted);
    }
  }
}
