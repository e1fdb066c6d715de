package io.ripcord.control;

import io.ripcord.event.Side;

/**
 * Books a holding before it is registered: a paper venue does not know it otherwise. At a real
 * venue the holding is there, and this does nothing.
 */
@FunctionalInterface
public interface HoldingBook {
  /** For venues that know their holdings. */
  HoldingBook NONE = (positionId, symbol, side, quantityE8) -> true;

  /**
   * Books it; idempotent; any thread.
   *
   * @return whether the venue knows it now; false while it cannot be reached
   */
  boolean hold(long positionId, String symbol, Side side, long quantityE8);
}
