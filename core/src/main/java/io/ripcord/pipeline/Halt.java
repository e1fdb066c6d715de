package io.ripcord.pipeline;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The one fail-stop policy. The first failure on any pipeline thread is kept; from then on nothing
 * is decided and every publisher is refused. Thread-safe.
 */
public final class Halt {
  private final AtomicReference<PipelineHaltedException> failure = new AtomicReference<>();

  /** Stops everything because {@code cause} happened in {@code stage} at input {@code sequence}. */
  void halt(String stage, long sequence, Throwable cause) {
    failure.compareAndSet(null, new PipelineHaltedException(stage, sequence, cause));
  }

  /** Whether the pipeline has halted. */
  public boolean isHalted() {
    return failure.get() != null;
  }

  /**
   * Does nothing in a healthy pipeline.
   *
   * @throws PipelineHaltedException in a halted one
   */
  public void check() {
    PipelineHaltedException halted = failure.get();
    if (halted != null) {
      throw halted;
    }
  }
}
