package io.ripcord.pipeline;

import com.lmax.disruptor.EventPoller;
import io.ripcord.engine.Engine;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EventDispatcher;
import java.util.concurrent.atomic.AtomicLong;

/** Feeds inputs to the engine: last price, evaluation, encoding of decisions, in one call. */
final class EngineStage implements EventPoller.Handler<EventSlot> {
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final Engine engine;
  private final DecisionEncoder decisions;
  private final DecisionRelease release;
  private final StageLatency latency;
  private final long firstSequence;
  private final AtomicLong processed;
  private final AtomicLong nextDeadlineNs;
  private long knownDeadlineNs;

  EngineStage(
      Engine engine,
      DecisionEncoder decisions,
      DecisionRelease release,
      StageLatency latency,
      long firstSequence) {
    this.engine = engine;
    this.decisions = decisions;
    this.release = release;
    this.latency = latency;
    this.firstSequence = firstSequence;
    processed = new AtomicLong(firstSequence - 1);
    knownDeadlineNs = engine.nextDeadlineNs();
    nextDeadlineNs = new AtomicLong(knownDeadlineNs);
  }

  @Override
  public boolean onEvent(EventSlot slot, long ringSequence, boolean endOfBatch) {
    long sequence = firstSequence + ringSequence;
    release.stamp(slot.publishedNs());
    decisions.cause(sequence);
    dispatcher.dispatch(sequence, slot.buffer(), 0, slot.length(), engine);
    long deadlineNs = engine.nextDeadlineNs();
    if (deadlineNs != knownDeadlineNs) {
      knownDeadlineNs = deadlineNs;
      nextDeadlineNs.lazySet(knownDeadlineNs);
    }
    if (decisions.count() > 0 || latency.isSampled(sequence)) {
      latency.record(slot.publishedNs());
    }
    processed.lazySet(sequence);
    return true;
  }

  /** Last input that the engine has seen. Any thread. */
  long processed() {
    return processed.get();
  }

  /** The engine's earliest deadline, as of the last processed input. Any thread. */
  long nextDeadlineNs() {
    return nextDeadlineNs.get();
  }
}
