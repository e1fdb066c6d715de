package io.ripcord.pipeline;

/** Work outside the engine that somebody steps: a thread of the pipeline, or a simulator. */
@FunctionalInterface
public interface Duty {
  /**
   * Does a bounded piece of work.
   *
   * @param nowNs monotonic time
   * @return how much was done, 0 for nothing
   */
  int doWork(long nowNs);
}
