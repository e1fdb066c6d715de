package io.ripcord.venue;

import io.ripcord.event.Side;

/**
 * A venue that a node trades at. Orders and queries go out through {@link #gateway}; reports,
 * answers, session changes and market data come in as events while {@link #doWork} runs. Both are
 * called by one thread, the node's venue thread; {@link #hold} and {@link #isConnected} by any.
 */
public interface VenueAdapter extends AutoCloseable {
  /**
   * The way out. While the venue cannot be reached it drops what it is given: the engine asks for
   * it again when the session is back, and nothing is ever sent twice blindly.
   */
  VenueGateway gateway();

  /**
   * A bounded piece of work: reads what came, publishes it, keeps the session alive or builds it
   * anew.
   *
   * @param nowNs time of the events that it publishes, since the epoch
   * @return how much was done, 0 for nothing
   */
  int doWork(long nowNs);

  /**
   * Books a holding that somebody entered, before it is registered; idempotent. For paper venues:
   * at a real one the holding is there.
   *
   * @return whether the venue knows it now; false while it cannot be reached
   */
  boolean hold(long positionId, String symbol, Side side, long quantityE8);

  /** Whether the venue can be reached. */
  boolean isConnected();

  @Override
  void close();
}
