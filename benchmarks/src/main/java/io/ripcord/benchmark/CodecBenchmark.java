package io.ripcord.benchmark;

import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.OrderType;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to write an event's bytes and to read them, on one thread and in warm caches. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CodecBenchmark {
  private static final long PRICE_E8 = 60_000 * E8.ONE;

  private final ArraySlot slot = new ArraySlot();
  private final ArraySlot encoded = new ArraySlot();
  private final MarketDataPublisher market = new MarketDataPublisher(slot, Sources.FIRST_FEED);
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final LastTick lastTick = new LastTick();
  private final DecisionEncoder decisions = new DecisionEncoder(this::onDecision);
  private long timeNs;
  private int decisionLength;

  private static final class LastTick extends EventObserver {
    private long lastE8;

    @Override
    public void onTick(
        int instrumentId,
        long venueTimeNs,
        long newLastE8,
        long lastQuantityE8,
        long bidE8,
        long askE8) {
      lastE8 = newLastE8;
    }
  }

  /** Something to read. */
  public CodecBenchmark() {
    new MarketDataPublisher(encoded, Sources.FIRST_FEED)
        .tick(1, 1, E8.NULL, PRICE_E8, E8.ONE, E8.NULL, E8.NULL);
  }

  private void onDecision(long cause, int index, DirectBuffer buffer, int offset, int length) {
    decisionLength = length;
  }

  /** A publisher writes a tick. */
  @Benchmark
  public int encodeTick() {
    market.tick(++timeNs, 1, E8.NULL, PRICE_E8, E8.ONE, E8.NULL, E8.NULL);
    return slot.length();
  }

  /** A dispatcher reads a tick. */
  @Benchmark
  public long decodeTick() {
    dispatcher.dispatch(1, encoded.buffer(), 0, encoded.length(), lastTick);
    return lastTick.lastE8;
  }

  /** The engine's side writes an order, its id included. */
  @Benchmark
  public int encodeOrder() {
    decisions.cause(++timeNs);
    decisions.onExitOrder(
        timeNs,
        1,
        1,
        36,
        timeNs,
        Side.LONG,
        OrderType.MARKET,
        E8.ONE,
        1,
        ExitReason.STOP_LOSS,
        ExitSource.MONITOR_SOFT,
        PRICE_E8,
        PRICE_E8,
        timeNs);
    return decisionLength;
  }
}
