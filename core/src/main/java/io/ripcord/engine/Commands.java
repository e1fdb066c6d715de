package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.execution.Orders;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.Policies;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * What traders and operators ask for: carried out, or refused with a reason. Engine thread; may
 * allocate.
 */
final class Commands {
  private final Instruments instruments;
  private final Policies policies;
  private final Positions positions;
  private final ExitEvaluator evaluator;
  private final PositionTimes times;
  private final Firing firing;
  private final Management management;
  private final Orders orders;
  private final Adoption adoption;
  private final DecisionListener decisions;
  private Groups groups;
  private TradingState tradingState = TradingState.ACTIVE;

  Commands(
      Instruments instruments,
      Policies policies,
      Positions positions,
      ExitEvaluator evaluator,
      PositionTimes times,
      Firing firing,
      Management management,
      Orders orders,
      Adoption adoption,
      DecisionListener decisions) {
    this.instruments = instruments;
    this.policies = policies;
    this.positions = positions;
    this.evaluator = evaluator;
    this.times = times;
    this.firing = firing;
    this.management = management;
    this.orders = orders;
    this.adoption = adoption;
    this.decisions = decisions;
  }

  /** Set once, when the engine is wired: groups may change the trading state. */
  void groups(Groups newGroups) {
    groups = newGroups;
  }

  void register(
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long squareOffNs,
      long nowNs) {
    Refusal refusal =
        tradingState == TradingState.ACTIVE
            ? Refusal.of(positionId, instrumentId, policyId, instruments, policies, positions)
            : Refusal.NOT_ACTIVE;
    if (refusal != null) {
      decisions.onAlert(
          nowNs,
          AlertKind.REGISTRATION_REFUSED,
          positionId,
          instrumentId,
          refusal.code(),
          policyId);
      return;
    }
    Position position =
        positions.add(
            positionId,
            instrumentId,
            side,
            quantityE8,
            entryPriceE8,
            leverageE8,
            policyId,
            nowNs,
            squareOffNs);
    orders.register(position);
    evaluator.register(position, policies.get(policyId), nowNs);
    groups.onRegistered(position, nowNs);
  }

  void joinGroup(int groupId, long positionId, long nowNs) {
    Position position = positions.byId(positionId);
    Refusal refusal = groups.join(groupId, position, nowNs);
    if (refusal != null) {
      refuse(refusal, positionId, position, 0, nowNs);
    }
  }

  void amend(long positionId, long stopE8, long targetE8, boolean loosen, long nowNs) {
    Position position = positions.byId(positionId);
    Refusal refusal = Refusal.ofAmendment(position, stopE8, loosen);
    if (refusal == null) {
      evaluator.amend(position, stopE8, targetE8, loosen, decisions, nowNs);
    } else {
      refuse(refusal, positionId, position, refusal == Refusal.LOOSER ? stopE8 : 0, nowNs);
    }
  }

  void adopt(long positionId, int policyId, long squareOffNs, long nowNs) {
    Position position = positions.byId(positionId);
    Refusal refusal = adoption.refusal(position, policyId);
    if (refusal != null) {
      refuse(refusal, positionId, position, 0, nowNs);
      return;
    }
    long breachedE8 = adoption.adopt(position, policyId, squareOffNs, nowNs);
    if (breachedE8 != E8.NULL) {
      refuse(Refusal.BREACHED, positionId, position, breachedE8, nowNs);
    }
  }

  AdoptedLevels adopted(long positionId, int policyId, long squareOffNs, long nowNs) {
    Position position = positions.byId(positionId);
    return adoption.refusal(position, policyId) == null
        ? adoption.preview(position, policyId, squareOffNs, nowNs)
        : null;
  }

  void signal(int instrumentId, long positionId, long nowNs) {
    if (positionId != E8.NULL) {
      Position position = positions.byId(positionId);
      if (position != null) {
        evaluator.onSignal(position, nowNs);
      }
    } else if (instruments.contains(instrumentId)) {
      evaluator.onSignal(instrumentId, nowNs);
    }
  }

  void unregister(long positionId, long nowNs) {
    Position position = positions.byId(positionId);
    Refusal refusal = Refusal.ofOpen(position);
    if (refusal == null) {
      evaluator.unregister(position, nowNs);
      groups.onChanged(position, nowNs);
    } else {
      refuse(refusal, positionId, position, 0, nowNs);
    }
  }

  void close(long positionId, long quantityE8, long nowNs) {
    Position position = positions.byId(positionId);
    Refusal refusal =
        tradingState == TradingState.HALTED ? Refusal.NOT_ACTIVE : Refusal.ofOpen(position);
    if (refusal == null && quantityE8 != E8.NULL && quantityE8 < position.openQuantityE8()) {
      closePart(position, quantityE8, nowNs);
    } else if (refusal == null) {
      evaluator.close(position, nowNs);
    } else {
      refuse(refusal, positionId, position, 0, nowNs);
    }
  }

  private void closePart(Position position, long quantityE8, long nowNs) {
    long lotE8 = instruments.get(position.instrumentId()).lotE8();
    if (quantityE8 <= 0 || quantityE8 % lotE8 != 0) {
      refuse(Refusal.OFF_LOT, position.id(), position, quantityE8, nowNs);
    } else if (orders.isBusy(position)) {
      refuse(Refusal.BUSY, position.id(), position, quantityE8, nowNs);
    } else {
      evaluator.closePart(position, quantityE8, nowNs);
    }
  }

  private void refuse(Refusal refusal, long positionId, Position position, long value, long nowNs) {
    decisions.onAlert(
        nowNs,
        AlertKind.COMMAND_REFUSED,
        positionId,
        position == null ? -1 : position.instrumentId(),
        refusal.code(),
        value);
  }

  void tradingState(TradingState newTradingState, long nowNs) {
    tradingState = newTradingState;
    management.tradingState(newTradingState);
    boolean halted = newTradingState == TradingState.HALTED;
    boolean resumed = firing.halted(halted);
    orders.halted(halted, nowNs);
    if (resumed) {
      for (int id = 0; id < instruments.count(); id++) {
        evaluator.onResume(id, times, nowNs);
      }
      groups.watch().onResume(nowNs);
    }
  }

  /** An input is left out: what follows may rest on less than it should, so nothing new begins. */
  void skip(long skippedSequence, long nowNs) {
    decisions.onAlert(nowNs, AlertKind.EVENT_SKIPPED, E8.NULL, -1, skippedSequence, 0);
    if (tradingState == TradingState.ACTIVE) {
      tradingState(TradingState.REDUCING, nowNs);
    }
  }

  TradingState tradingState() {
    return tradingState;
  }

  void write(StateOut out) {
    out.put(tradingState.code());
  }

  void read(StateIn in) {
    tradingState = TradingState.of(in.nextInt());
    management.tradingState(tradingState);
    firing.halted(tradingState == TradingState.HALTED);
  }
}
