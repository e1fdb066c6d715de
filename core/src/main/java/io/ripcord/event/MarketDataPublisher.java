package io.ripcord.event;

import io.ripcord.event.codec.ConflatedTickEncoder;
import io.ripcord.event.codec.MarkPriceEncoder;
import io.ripcord.event.codec.TickEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Publishes market data. One thread. Values are parsed and bounded by the caller; nothing is
 * allocated.
 */
public final class MarketDataPublisher extends Publisher {
  private final TickEncoder tick = new TickEncoder();
  private final ConflatedTickEncoder conflatedTick = new ConflatedTickEncoder();
  private final MarkPriceEncoder markPrice = new MarkPriceEncoder();

  /** Publishes as {@code source}, one of {@link Sources}, into {@code sink}. */
  public MarketDataPublisher(EventSink sink, int source) {
    super(sink, source);
  }

  /**
   * As {@link #tick}, but returns {@code false} at once when the ring is full, so that the feed
   * conflates.
   */
  public boolean tryTick(
      long timeNs,
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    MutableDirectBuffer buffer = tryClaim();
    if (buffer == null) {
      return false;
    }
    encodeTick(buffer, timeNs, instrumentId, venueTimeNs, lastE8, lastQuantityE8, bidE8, askE8);
    return true;
  }

  private void encodeTick(
      MutableDirectBuffer buffer,
      long timeNs,
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    tick.wrapAndApplyHeader(buffer, 0, header);
    stamp(tick.origin(), timeNs);
    tick.instrumentId(instrumentId)
        .venueTimeNs(venueTimeNs)
        .lastE8(lastE8)
        .lastQuantityE8(lastQuantityE8)
        .bidE8(bidE8)
        .askE8(askE8);
    publish(TickEncoder.BLOCK_LENGTH);
  }

  /**
   * A trade, a quote, or both; missing values are {@link io.ripcord.money.E8#NULL}. Waits for a
   * slot.
   */
  public void tick(
      long timeNs,
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    encodeTick(claim(), timeNs, instrumentId, venueTimeNs, lastE8, lastQuantityE8, bidE8, askE8);
  }

  /** As {@link #conflatedTick}, but returns {@code false} at once when the ring is full. */
  public boolean tryConflatedTick(
      long timeNs,
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long highE8,
      long lowE8,
      boolean highFirst,
      long bidE8,
      long askE8,
      int tickCount) {
    MutableDirectBuffer buffer = tryClaim();
    if (buffer == null) {
      return false;
    }
    encodeConflatedTick(
        buffer,
        timeNs,
        instrumentId,
        venueTimeNs,
        lastE8,
        highE8,
        lowE8,
        highFirst,
        bidE8,
        askE8,
        tickCount);
    return true;
  }

  private void encodeConflatedTick(
      MutableDirectBuffer buffer,
      long timeNs,
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long highE8,
      long lowE8,
      boolean highFirst,
      long bidE8,
      long askE8,
      int tickCount) {
    conflatedTick.wrapAndApplyHeader(buffer, 0, header);
    stamp(conflatedTick.origin(), timeNs);
    conflatedTick
        .instrumentId(instrumentId)
        .venueTimeNs(venueTimeNs)
        .lastE8(lastE8)
        .highE8(highE8)
        .lowE8(lowE8)
        .bidE8(bidE8)
        .askE8(askE8)
        .highFirst(highFirst ? 1 : 0)
        .tickCount(tickCount);
    publish(ConflatedTickEncoder.BLOCK_LENGTH);
  }

  /** Several ticks in one. Waits for a slot. */
  public void conflatedTick(
      long timeNs,
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long highE8,
      long lowE8,
      boolean highFirst,
      long bidE8,
      long askE8,
      int tickCount) {
    encodeConflatedTick(
        claim(),
        timeNs,
        instrumentId,
        venueTimeNs,
        lastE8,
        highE8,
        lowE8,
        highFirst,
        bidE8,
        askE8,
        tickCount);
  }

  /** The price that the venue values positions at. Waits for a slot. */
  public void markPrice(long timeNs, int instrumentId, long venueTimeNs, long markE8) {
    encodeMarkPrice(claim(), timeNs, instrumentId, venueTimeNs, markE8);
  }

  private void encodeMarkPrice(
      MutableDirectBuffer buffer, long timeNs, int instrumentId, long venueTimeNs, long markE8) {
    markPrice.wrapAndApplyHeader(buffer, 0, header);
    stamp(markPrice.origin(), timeNs);
    markPrice.instrumentId(instrumentId).venueTimeNs(venueTimeNs).markE8(markE8);
    publish(MarkPriceEncoder.BLOCK_LENGTH);
  }

  /**
   * As {@link #markPrice}, but returns {@code false} at once when the ring is full: the next one
   * tells as much.
   */
  public boolean tryMarkPrice(long timeNs, int instrumentId, long venueTimeNs, long markE8) {
    MutableDirectBuffer buffer = tryClaim();
    if (buffer == null) {
      return false;
    }
    encodeMarkPrice(buffer, timeNs, instrumentId, venueTimeNs, markE8);
    return true;
  }
}
