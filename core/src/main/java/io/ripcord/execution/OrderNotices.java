package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.Position;

/** What is said of orders for others to read: changes of positions, and alerts. Engine thread. */
final class OrderNotices {
  private final Instruments instruments;
  private final Proceeds[] proceeds;
  private final DecisionListener decisions;

  OrderNotices(Instruments instruments, Proceeds[] proceeds, DecisionListener decisions) {
    this.instruments = instruments;
    this.proceeds = proceeds;
    this.decisions = decisions;
  }

  void changed(Position position, long nowNs) {
    Instrument instrument = instruments.get(position.instrumentId());
    Proceeds brought = proceeds[position.slot()];
    long pnlE8 = brought.pnlE8(instrument);
    if (Math.abs(pnlE8) == Long.MAX_VALUE) {
      alert(AlertKind.MONEY_OUT_OF_RANGE, position, pnlE8, instrument.multiplierE8(), nowNs);
    }
    decisions.onPositionChanged(
        nowNs,
        position.id(),
        position.instrumentId(),
        position.status(),
        position.openQuantityE8(),
        brought.averagePriceE8(),
        pnlE8,
        position.entryPriceE8(),
        position.largestQuantityE8());
  }

  void alert(AlertKind kind, Position position, long first, long second, long nowNs) {
    decisions.onAlert(nowNs, kind, position.id(), position.instrumentId(), first, second);
  }

  void unknownOrder(long clOrdIdHigh, long clOrdIdLow, long nowNs) {
    decisions.onAlert(nowNs, AlertKind.UNKNOWN_ORDER, E8.NULL, -1, clOrdIdHigh, clOrdIdLow);
  }
}
