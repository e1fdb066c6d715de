package io.ripcord.pipeline;

import org.agrona.concurrent.IdleStrategy;

/**
 * Looks on from inside the pipeline's threads, for a rig that measures the product as it is. The
 * one that is used unless another is given does nothing. What it does takes time from the decision
 * path; it must not allocate, wait or throw.
 */
public interface Probe {
  /** Looks at nothing. */
  Probe NONE = new Probe() {};

  /**
   * An order or a query has been offered to the outbound ring, by the thread that calls this.
   *
   * @param publishedNs when its cause was published, or was meant to be
   */
  default void onReleased(long publishedNs) {}

  /** The idle strategy of one thread of the decision path: {@code own}, or a look at it. */
  default IdleStrategy idle(IdleStrategy own) {
    return own;
  }
}
