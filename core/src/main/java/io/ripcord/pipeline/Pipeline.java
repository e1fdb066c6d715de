package io.ripcord.pipeline;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.ripcord.engine.Engine;
import io.ripcord.engine.PendingDecision;
import io.ripcord.engine.ResumedEngine;
import io.ripcord.engine.SourceSequences;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SleepingMillisIdleStrategy;

/**
 * The wiring.
 *
 * <pre>
 *   publishers                       fused: one thread
 *   ----------  claim,     +------+   +---------------------------------------------------------+
 *   feeds       encode,    | ring |-->| JournalStage --> EngineStage --> DirectRelease           |
 *   venue       publish    +------+   | append input     decide          append decision, offer |
 *   timer                             +---------------------------------------------------------+
 *   commands                                                                  |
 *                                    split: two threads                       v
 *                          +------+   +------------------------------+   +----------+   +-------------+
 *                          | ring |-->| JournalStage, DirectRelease  |-->| outbound |-->| OrderSender |--> venue
 *                          |      |   +------------------------------+   |   ring   |   +-------------+
 *                          |      |              ^ SplitRelease          +----------+
 *                          |      |-->| EngineStage                  |
 *                          +------+   +------------------------------+
 * </pre>
 *
 * <p>Both topologies give the same input and decision bytes. The sender is a duty that the owner
 * runs. A failure in any stage halts everything; {@link #awaitProcessed} and every publisher then
 * throw. Threads are started here and nowhere else.
 */
public final class Pipeline implements AutoCloseable {
  /** Name of the thread that decides. */
  public static final String ENGINE_STAGE = "engine";

  private static final long STOP_DEADLINE_MS = 10_000;
  private static final long AGENT_SLEEP_MS = 1;
  private static final int SPLIT_RING_BYTES = 1 << 24;

  private final Halt halt = new Halt();
  private final PipelineContext context;
  private final RingBuffer<EventSlot> ring;
  private final OutboundRing outbound;
  private final Journal journal;
  private final Engine engine;
  private final SourceSequences journalled;
  private final JournalStage journalStage;
  private final EngineStage engineStage;
  private final SplitRelease splitRelease;
  private final List<StageThread> threads = new ArrayList<>();
  private final StageLatency written = new StageLatency("journalled");
  private final StageLatency decided = new StageLatency("decided");
  private final StageLatency sent = new StageLatency("sent");
  private final IdleStrategy awaiting;
  private boolean closed;

  /** Wires a pipeline that writes {@code journal}; {@link #start} starts its threads. */
  public Pipeline(PipelineContext newContext, Journal journal) {
    this(
        newContext,
        journal,
        ResumedEngine.fresh(newContext.maxPositions(), newContext.isEvaluateEverything()));
  }

  /**
   * As the other, for an engine that recovery has brought up to date: what it decided last and the
   * journal does not hold is appended and released before anything else.
   */
  public Pipeline(PipelineContext newContext, Journal journal, ResumedEngine resumed) {
    context = newContext.conclude();
    this.journal = journal;
    awaiting = context.profile().idleStrategy();

    // 1. The ring and its slots, and the way out.
    EventSlot[] slots = EventSlot.allocate(context.ringSize());
    int[] next = {0};
    ring =
        RingBuffer.createMultiProducer(
            () -> slots[next[0]++], context.ringSize(), new YieldingWaitStrategy());
    outbound = new OutboundRing(context.outboundRingSize());

    // 2. What becomes of a decision: the topologies differ here and in step 4.
    DirectRelease direct = new DirectRelease(journal, outbound, context.probe());
    splitRelease =
        context.topology() == Topology.SPLIT
            ? new SplitRelease(SPLIT_RING_BYTES, direct, halt, context.profile().idleStrategy())
            : null;
    DecisionRelease release = splitRelease == null ? direct : splitRelease;

    // 3. The stages.
    DecisionEncoder encoder = resumed.encoder();
    encoder.sink(release);
    engine = resumed.engine();
    journalled = engine.view().sources().copy();
    journalStage = new JournalStage(journal, written, context.firstSequence());
    engineStage = new EngineStage(engine, encoder, release, decided, context.firstSequence());

    // 4. The threads.
    Runnable onStart = () -> openJournal(direct, resumed.pending());
    if (splitRelease == null) {
      wireFused(onStart);
    } else {
      wireSplit(onStart);
    }
  }

  private void openJournal(DirectRelease direct, List<PendingDecision> pending) {
    journal.onStart();
    for (PendingDecision decision : pending) {
      DirectBuffer bytes = decision.bytes();
      direct.stamp(System.nanoTime());
      direct.onDecision(decision.causeSequence(), decision.index(), bytes, 0, bytes.capacity());
    }
  }

  private void wireFused(Runnable onStart) {
    EventPoller<EventSlot> poller = poller();
    EventPoller.Handler<EventSlot> stages =
        (slot, sequence, endOfBatch) ->
            journalStage.onEvent(slot, sequence, endOfBatch)
                && engineStage.onEvent(slot, sequence, endOfBatch);
    addThread(
        ENGINE_STAGE, onStart, () -> orIdle(poll(poller, stages)), () -> {}, context.engineCore());
  }

  private void wireSplit(Runnable onStart) {
    EventPoller<EventSlot> journalPoller = poller();
    EventPoller.Handler<EventSlot> stage =
        (slot, sequence, endOfBatch) -> {
          journalStage.onEvent(slot, sequence, endOfBatch);
          // Released per append: at the end of a batch would be late.
          splitRelease.drain(journalStage.appended());
          return true;
        };
    addThread(
        "journal",
        onStart,
        () -> orIdle(poll(journalPoller, stage) + splitRelease.drain(journalStage.appended())),
        // What was published before a failure elsewhere still belongs on record.
        () -> poll(journalPoller, stage),
        context.journalCore());
    EventPoller<EventSlot> enginePoller = poller();
    addThread(
        ENGINE_STAGE,
        () -> {},
        () -> poll(enginePoller, engineStage),
        () -> {},
        context.engineCore());
  }

  private int orIdle(int worked) {
    if (worked == 0) {
      journal.onIdle();
    }
    return worked;
  }

  private EventPoller<EventSlot> poller() {
    EventPoller<EventSlot> poller = ring.newPoller();
    ring.addGatingSequences(poller.getSequence());
    return poller;
  }

  private void addThread(
      String name, Runnable onStart, IntSupplier duty, Runnable onStop, int core) {
    threads.add(
        new StageThread(
            name,
            halt,
            onStart,
            duty,
            onStop,
            () -> engineStage.processed() + 1,
            context.probe().idle(context.profile().idleStrategy()),
            context.profile() == Profile.COLO ? core : PipelineContext.UNPINNED));
  }

  private static int poll(EventPoller<EventSlot> poller, EventPoller.Handler<EventSlot> stage) {
    try {
      return poller.poll(stage) == EventPoller.PollState.PROCESSING ? 1 : 0;
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Runs duties that may not disturb the decision path; an {@link #agent} of the pipeline. */
  public void housekeeping(List<Duty> duties) {
    if (!duties.isEmpty()) {
      agent("housekeeping", System::nanoTime, duties);
    }
  }

  /**
   * A thread that runs duties in order, over and over, and mostly sleeps. Call before {@link
   * #start}. A duty that throws halts the pipeline.
   *
   * @param clock what the duties are told
   */
  public Agent agent(String name, LongSupplier clock, List<Duty> duties) {
    return agent(
        name,
        clock,
        duties,
        new SleepingMillisIdleStrategy(AGENT_SLEEP_MS),
        PipelineContext.UNPINNED);
  }

  /**
   * As {@link #agent}, for work on the way of an order: it waits as the engine's thread does, and
   * is pinned where that is.
   */
  public Agent urgentAgent(String name, LongSupplier clock, List<Duty> duties, int core) {
    return agent(
        name,
        clock,
        duties,
        context.profile().idleStrategy(),
        context.profile() == Profile.COLO ? core : PipelineContext.UNPINNED);
  }

  private Agent agent(
      String name, LongSupplier clock, List<Duty> duties, IdleStrategy idle, int core) {
    Duty[] steps = duties.toArray(Duty[]::new);
    StageThread thread =
        new StageThread(
            name,
            halt,
            () -> {},
            () -> step(steps, clock.getAsLong()),
            () -> {},
            () -> engineStage.processed() + 1,
            idle,
            core);
    threads.add(thread);
    return new Agent(name, thread, STOP_DEADLINE_MS);
  }

  private static int step(Duty[] duties, long nowNs) {
    int work = 0;
    for (Duty duty : duties) {
      work += duty.doWork(nowNs);
    }
    return work;
  }

  /** Starts the threads and returns when they run. */
  public void start() {
    for (StageThread thread : threads) {
      thread.start();
    }
  }

  /** A sink for the publishers of one thread. */
  public RingSink newSink() {
    return new RingSink(ring, halt, journalled);
  }

  /** The duty that takes what is released to {@code venue}; one per pipeline. */
  public OrderSender newSender(DecisionListener venue) {
    return new OrderSender(
        outbound,
        journal,
        context.isForceBeforeSend(),
        sent,
        venue,
        new ReportPublisher(newSink(), Sources.SENDER));
  }

  /** Number of the input that lies in this ring sequence. */
  public long sequenceOf(long ringSequence) {
    return context.firstSequence() + ringSequence;
  }

  /**
   * Waits until an input is journalled and decided upon, and its decisions are released. One
   * thread: the one that publishes.
   */
  public void awaitProcessed(long sequence) {
    awaiting.reset();
    while (!isProcessed(sequence)) {
      halt.check();
      awaiting.idle();
    }
  }

  /** As {@link #awaitProcessed}, for all that is published by now. */
  public void awaitDrained() {
    awaitProcessed(sequenceOf(ring.getCursor()));
  }

  /**
   * Whether an input is journalled and decided upon, and its decisions are released. Any thread.
   */
  public boolean isProcessed(long sequence) {
    return engineStage.processed() >= sequence
        && journalStage.appended() >= sequence
        && (splitRelease == null || splitRelease.isDrained());
  }

  /** The engine's earliest deadline, as of the last processed input. */
  public long nextDeadlineNs() {
    return engineStage.nextDeadlineNs();
  }

  /** Where a failure shows. */
  public Halt halt() {
    return halt;
  }

  /** The engine, for reading while no input is in the pipeline. */
  public Engine engine() {
    return engine;
  }

  /** Latency of the stages, for reading after {@link #close}. */
  public List<StageLatency> latencies() {
    return List.of(written, decided, sent);
  }

  /** Ids of the pipeline's threads, for allocation counters. */
  public long[] threadIds() {
    return threads.stream().mapToLong(StageThread::threadId).toArray();
  }

  /**
   * Stops in order: what was published is journalled and decided first, within a deadline. The
   * publishers must have stopped. The journal stays open; its owner closes it.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_DEADLINE_MS);
    long last = sequenceOf(ring.getCursor());
    while (!halt.isHalted() && !isProcessed(last) && System.nanoTime() < deadline) {
      awaiting.idle();
    }
    threads.forEach(StageThread::stop);
    for (StageThread thread : threads) {
      if (!thread.join(STOP_DEADLINE_MS)) {
        halt.halt("close", last, new IllegalStateException("a pipeline thread does not stop"));
      }
    }
  }
}
