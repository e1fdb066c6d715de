package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.TradingState;
import io.ripcord.execution.Orders;
import io.ripcord.position.Position;
import io.ripcord.rule.RuleActions;

/** Carries out what rules ask for besides exits. Engine thread only; allocates nothing. */
final class Management implements RuleActions {
  private final Orders orders;
  private final TriggerPrices prices;
  private final DecisionListener decisions;
  private TradingState tradingState = TradingState.ACTIVE;

  Management(Orders orders, TriggerPrices prices, DecisionListener decisions) {
    this.orders = orders;
    this.prices = prices;
    this.decisions = decisions;
  }

  void tradingState(TradingState newTradingState) {
    tradingState = newTradingState;
  }

  @Override
  public boolean isFree(Position position) {
    return position.isOpen() && tradingState != TradingState.HALTED && !orders.isBusy(position);
  }

  @Override
  public boolean isEntryAllowed() {
    return tradingState == TradingState.ACTIVE;
  }

  @Override
  public void book(Position position, long quantityE8, long levelE8, long nowNs) {
    // What came last, also where two trades had to agree and the rule saw the worse.
    long triggerPriceE8 = prices.newestE8(position);
    orders.book(
        position,
        ExitReason.PARTIAL,
        ExitSource.PARTIAL,
        quantityE8,
        levelE8,
        triggerPriceE8,
        nowNs);
  }

  @Override
  public void add(Position position, long quantityE8, long levelE8, long nowNs) {
    orders.add(position, quantityE8, levelE8, prices.newestE8(position), nowNs);
  }

  @Override
  public void alert(AlertKind kind, Position position, long first, long second, long nowNs) {
    decisions.onAlert(nowNs, kind, position.id(), position.instrumentId(), first, second);
  }
}
