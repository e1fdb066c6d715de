package io.ripcord.pipeline;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Counts what the threads of a pipeline, and the one that publishes, allocate together. */
final class HotThreads {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final long[] ids;
  private final long[] before;

  /** Of this pipeline and the calling thread. */
  HotThreads(Pipeline pipeline) {
    long[] pipelineThreads = pipeline.threadIds();
    ids = Arrays.copyOf(pipelineThreads, pipelineThreads.length + 1);
    ids[pipelineThreads.length] = Thread.currentThread().getId();
    before = new long[ids.length];
  }

  /** How many bytes they allocate during one round. */
  long allocatedBy(Runnable round) {
    for (int i = 0; i < ids.length; i++) {
      before[i] = threads.getThreadAllocatedBytes(ids[i]);
    }
    round.run();
    long sum = 0;
    for (int i = 0; i < ids.length; i++) {
      sum += threads.getThreadAllocatedBytes(ids[i]) - before[i];
    }
    return sum;
  }

  /**
   * The compiler works on for a while, and what it replaces allocates now and then. Steady is a row
   * of rounds without a byte; one byte per tick would never let it come.
   *
   * @return the longest row of such rounds at the end, {@code wanted} at most
   */
  int quietRounds(int wanted, int maxRounds, Runnable round) {
    int quiet = 0;
    for (int i = 0; i < maxRounds && quiet < wanted; i++) {
      quiet = allocatedBy(round) == 0 ? quiet + 1 : 0;
    }
    return quiet;
  }
}
