package io.ripcord.node;

import io.ripcord.event.NodePublisher;
import io.ripcord.pipeline.Duty;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.RingSink;

/**
 * Publishes that the engine's earliest deadline has come, once for each. No deadline, no events.
 * One thread.
 */
final class TimerDuty implements Duty {
  private static final long NONE = -1;

  private final Pipeline pipeline;
  private final RingSink sink;
  private final NodePublisher timers;
  private long awaited = NONE;

  TimerDuty(Pipeline pipeline, RingSink sink, NodePublisher timers) {
    this.pipeline = pipeline;
    this.sink = sink;
    this.timers = timers;
  }

  @Override
  public int doWork(long nowNs) {
    long dueNs = pipeline.nextDeadlineNs();
    // Until the engine has seen the last one, the deadline that it shows is the old one.
    if (dueNs > nowNs || (awaited != NONE && !pipeline.isProcessed(awaited))) {
      return 0;
    }
    timers.timerFired(nowNs, dueNs);
    awaited = pipeline.sequenceOf(sink.lastPublished());
    return 1;
  }
}
