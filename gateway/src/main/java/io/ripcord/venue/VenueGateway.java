package io.ripcord.venue;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.PositionStatus;

/**
 * The way out to a venue: orders and queries, called by the sender's thread. Answers come back as
 * events. The other decisions are for readers of the journal and never arrive here. {@link
 * OrderGateway} makes one call of both kinds of orders.
 */
public interface VenueGateway extends DecisionListener {
  @Override
  default void onPositionChanged(
      long timeNs,
      long positionId,
      int instrumentId,
      PositionStatus status,
      long openQuantityE8,
      long exitPriceE8,
      long realizedPnlE8,
      long entryPriceE8,
      long quantityE8) {
    throw new IllegalStateException("a position's status is not for a venue");
  }

  @Override
  default void onAlert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
    throw new IllegalStateException("an alert is not for a venue");
  }

  @Override
  default void onEngineState(long timeNs, long stateHash, long openPositions, long exitsInFlight) {
    throw new IllegalStateException("the engine's state is not for a venue");
  }
}
