package io.ripcord.benchmark.rig;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * How long a cache line takes from the feed's core to the engine's, just before a window: a
 * hypervisor moves virtual cores, so the distance changes within seconds, and with it every figure.
 */
final class PingPong implements AutoCloseable {
  private static final long LENGTH_NS = TimeUnit.MILLISECONDS.toNanos(4);
  private static final int TRIPS = 32;
  private static final int MAX_SAMPLES = 2_000;
  private static final int POLLS = 1_000;
  private static final int LINE = 128;

  private final UnsafeBuffer ping = line();
  private final UnsafeBuffer pong = line();
  private final long[] samples = new long[MAX_SAMPLES];
  private final SpinThread partner;
  private long seen;
  private long sent;

  PingPong(Cores cores) {
    partner = new SpinThread("pong", this::answer, cores);
  }

  private static UnsafeBuffer line() {
    ByteBuffer bytes = BufferUtil.allocateDirectAligned(2 * LINE, LINE);
    return new UnsafeBuffer(bytes);
  }

  private int answer() {
    for (int i = 0; i < POLLS; i++) {
      long value = ping.getLongVolatile(0);
      if (value != seen) {
        seen = value;
        pong.putLongOrdered(0, value);
        return 1;
      }
    }
    return 0;
  }

  /** The median of one way, in nanoseconds. */
  long oneWayNs() {
    partner.idle().resume();
    trip();
    int count = 0;
    long startNs = System.nanoTime();
    long nowNs = startNs;
    while (count < MAX_SAMPLES && nowNs - startNs < LENGTH_NS) {
      for (int i = 0; i < TRIPS; i++) {
        trip();
      }
      long thenNs = nowNs;
      nowNs = System.nanoTime();
      samples[count++] = (nowNs - thenNs) / (2 * TRIPS);
    }
    partner.idle().pause();
    while (!partner.idle().isPaused()) {
      Thread.onSpinWait();
    }
    Arrays.sort(samples, 0, count);
    return samples[count / 2];
  }

  private void trip() {
    ping.putLongOrdered(0, ++sent);
    while (pong.getLongVolatile(0) != sent) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    partner.close();
  }
}
