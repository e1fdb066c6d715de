package io.ripcord.benchmark.rig;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.ripcord.event.EventSlotDescriptor;
import java.nio.ByteBuffer;
import java.util.List;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The yardstick: one hop over a Disruptor ring of the product's kind, length and slot size, polled
 * as the product polls. The publisher writes the intended time into the slot; the handler does
 * nothing but record the latency of the events that trigger in the product's variants.
 */
final class HopVariant implements Variant {
  private static final int CACHE_LINE = 64;
  private static final int INTENDED = 0;
  private static final int RECORDED = 8;

  private final LatencyRecorder recorder = new LatencyRecorder();
  private final RingBuffer<Slot> ring;
  private final EventPoller<Slot> poller;
  private final EventPoller.Handler<Slot> handler = this::onEvent;
  private final SpinThread consumer;

  private static final class Slot {
    private final UnsafeBuffer buffer;

    Slot(ByteBuffer slab, int index) {
      int length = EventSlotDescriptor.SLOT_LENGTH;
      buffer = new UnsafeBuffer(slab, index * length, length);
    }
  }

  HopVariant(int ringSize, Cores cores) {
    ByteBuffer slab =
        BufferUtil.allocateDirectAligned(ringSize * EventSlotDescriptor.SLOT_LENGTH, CACHE_LINE);
    int[] next = {0};
    ring =
        RingBuffer.createMultiProducer(
            () -> new Slot(slab, next[0]++), ringSize, new YieldingWaitStrategy());
    poller = ring.newPoller();
    ring.addGatingSequences(poller.getSequence());
    consumer = new SpinThread("hop", this::poll, cores);
  }

  private int poll() {
    try {
      return poller.poll(handler) == EventPoller.PollState.PROCESSING ? 1 : 0;
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private boolean onEvent(Slot slot, long sequence, boolean endOfBatch) {
    if (slot.buffer.getLong(RECORDED) == 1) {
      recorder.record(slot.buffer.getLong(INTENDED));
    }
    return true;
  }

  @Override
  public String name() {
    return "hop";
  }

  @Override
  public LatencyRecorder recorder() {
    return recorder;
  }

  @Override
  public List<WatchedIdle> idles() {
    return List.of(consumer.idle());
  }

  @Override
  public void prepare(int number) {}

  @Override
  public void publish(int tick, long intendedNs) {
    long sequence = ring.next();
    Slot slot = ring.get(sequence);
    slot.buffer.putLong(RECORDED, Workload.isTrigger(tick) ? 1 : 0);
    slot.buffer.putLong(INTENDED, intendedNs);
    ring.publish(sequence);
  }

  @Override
  public void finish() {
    while (poller.getSequence().get() < ring.getCursor()) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
