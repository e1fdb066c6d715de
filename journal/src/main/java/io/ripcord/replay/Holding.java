package io.ripcord.replay;

import io.ripcord.engine.EngineView;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.position.Position;

/**
 * The position that is explained, at the moment that it is explained for.
 *
 * @param id the trader's number
 * @param symbol what is held
 * @param side long or short
 * @param status where it stands
 * @param quantityE8 quantity at registration
 * @param openQuantityE8 what has not been filled yet
 * @param entryPriceE8 average entry price
 * @param policy name of its policy
 * @param policyVersion which definition of it
 * @param registeredNs when it was registered, nanoseconds since the epoch
 * @param levels its levels
 * @param bookedE8 how much was ordered to be booked
 * @param divisorE6 what volatility divides trailing distances by
 */
public record Holding(
    long id,
    String symbol,
    Side side,
    PositionStatus status,
    long quantityE8,
    long openQuantityE8,
    long entryPriceE8,
    String policy,
    int policyVersion,
    long registeredNs,
    LevelSet levels,
    long bookedE8,
    long divisorE6) {
  static Holding of(EngineView view, Position position) {
    return new Holding(
        position.id(),
        view.symbol(position.instrumentId()),
        position.side(),
        position.status(),
        position.quantityE8(),
        position.openQuantityE8(),
        position.entryPriceE8(),
        view.names().name(view.policy(position).nameId()),
        view.policy(position).version(),
        position.registeredNs(),
        LevelSet.of(position),
        position.bookedE8(),
        position.divisorE6());
  }
}
