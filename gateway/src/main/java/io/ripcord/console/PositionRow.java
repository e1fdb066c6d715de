package io.ripcord.console;

import io.ripcord.engine.EngineView;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import java.util.List;

/**
 * One position as a running node shows it. Values that are {@link io.ripcord.money.E8#NULL} are not
 * known or not set.
 *
 * @param lastPriceE8 last traded price of its instrument
 * @param entryPriceE8 average of what it was entered at
 * @param hardStopE8 last layer, never moved
 * @param watermarkE8 best trigger price since registration
 * @param policy name of its policy
 * @param unrealizedPnlE8 profit of what is open at the last price
 * @param groups names of the groups that it counts towards
 */
public record PositionRow(
    long id,
    String symbol,
    Side side,
    PositionStatus status,
    long quantityE8,
    long openQuantityE8,
    long entryPriceE8,
    long lastPriceE8,
    long stopE8,
    long hardStopE8,
    long targetE8,
    long watermarkE8,
    String policy,
    long unrealizedPnlE8,
    long registeredNs,
    List<String> groups) {
  /** Copies the list. */
  public PositionRow {
    groups = List.copyOf(groups);
  }

  /** A position as the engine has it now. */
  static PositionRow of(EngineView view, Position position) {
    Instrument instrument = view.instruments().get(position.instrumentId());
    long lastE8 = view.lastPrices().lastE8(instrument.id());
    return new PositionRow(
        position.id(),
        view.symbol(instrument.id()),
        position.side(),
        position.status(),
        position.quantityE8(),
        position.openQuantityE8(),
        position.entryPriceE8(),
        lastE8,
        position.stop().levelE8(),
        position.hardStopE8(),
        position.targetE8(),
        position.watermarkE8(),
        view.policyName(position.policyId()),
        lastE8 == E8.NULL ? E8.NULL : Pnl.openE8(position, instrument, lastE8),
        position.registeredNs(),
        GroupRow.names(view, position));
  }

  /** Whether it is watched or on its way out. */
  public boolean isLive() {
    return status == PositionStatus.OPEN || status == PositionStatus.CLOSING;
  }
}
