package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.Position;

/** What is said of exits for others to read: changes of positions, and alerts. Engine thread. */
final class ExitNotices {
  private final Instruments instruments;
  private final DecisionListener decisions;

  ExitNotices(Instruments instruments, DecisionListener decisions) {
    this.instruments = instruments;
    this.decisions = decisions;
  }

  void changed(Position position, ExitIntent intent, long nowNs) {
    long multiplierE8 = instruments.get(position.instrumentId()).multiplierE8();
    long pnlE8 = intent.gain.timesDividedHalfEven(multiplierE8, E8.ONE * E8.ONE);
    if (Math.abs(pnlE8) == Long.MAX_VALUE) {
      alert(AlertKind.MONEY_OUT_OF_RANGE, position, pnlE8, multiplierE8, nowNs);
    }
    decisions.onPositionChanged(
        nowNs,
        position.id(),
        position.instrumentId(),
        position.status(),
        position.openQuantityE8(),
        intent.averagePriceE8(),
        pnlE8,
        position.entryPriceE8(),
        position.quantityE8());
  }

  void alert(AlertKind kind, Position position, long first, long second, long nowNs) {
    decisions.onAlert(nowNs, kind, position.id(), position.instrumentId(), first, second);
  }

  void unknownOrder(long clOrdIdHigh, long clOrdIdLow, long nowNs) {
    decisions.onAlert(nowNs, AlertKind.UNKNOWN_ORDER, E8.NULL, -1, clOrdIdHigh, clOrdIdLow);
  }
}
