package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.EventListener;
import io.ripcord.event.ExecType;
import io.ripcord.event.FileRole;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.event.SignalAction;
import io.ripcord.event.StopReason;
import io.ripcord.execution.Exits;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.market.LastPrices;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.Corridor;
import io.ripcord.rule.Policies;
import io.ripcord.rule.Policy;
import io.ripcord.rule.StopLossRule;
import io.ripcord.rule.TakeProfitRule;
import io.ripcord.rule.TrailingStopRule;
import org.agrona.DirectBuffer;

/**
 * The exit engine: input events in, decisions out, nothing else. The same events give the same
 * decisions and the same state hash, on any machine, at any time.
 *
 * <p>One thread. Allocates when something is defined or registered, never on a tick. An event at
 * time t first settles the deadlines before t; a timer event settles those at t as well.
 */
public final class Engine implements EventListener {
  /** Raised whenever the same inputs would give other decisions than before. */
  public static final int DECISION_VERSION = 1;

  private final Instruments instruments = new Instruments();
  private final LastPrices lastPrices = new LastPrices();
  private final Policies policies = new Policies();
  private final Positions positions;
  private final Deadlines deadlines;
  private final Corridor corridor;
  private final Exits exits;
  private final ExitEvaluator evaluator;
  private final DecisionListener decisions;
  private long sequence;
  private long nowNs = Long.MIN_VALUE;
  private int instance;
  private int epoch;
  private long unknownTicks;

  /**
   * An engine that tells {@code decisions} what it decides.
   *
   * @param capacity how many positions may be registered over its life
   * @param evaluateEverything whether every price runs every rule: the yardstick of tests
   */
  public Engine(DecisionListener decisions, int capacity, boolean evaluateEverything) {
    this.decisions = decisions;
    positions = new Positions(capacity);
    deadlines = new Deadlines(positions);
    corridor = new Corridor(positions, evaluateEverything);
    exits = new Exits(positions, instruments, deadlines, decisions);
    evaluator = new ExitEvaluator(capacity, lastPrices, corridor, deadlines, exits);
  }

  @Override
  public void onInput(long inputSequence, long timeNs, int source, long sourceSequence) {
    sequence = inputSequence;
    if (timeNs > nowNs) {
      settleDeadlines(timeNs - 1, timeNs);
      nowNs = timeNs;
    }
  }

  private void settleDeadlines(long untilNs, long atNs) {
    while (deadlines.earliestNs() <= untilNs) {
      long dueNs = deadlines.earliestNs();
      Position position = deadlines.poll();
      if (position.isOpen()) {
        evaluator.onDeadline(position, dueNs, atNs);
      } else {
        exits.onDeadline(position, atNs);
      }
    }
  }

  @Override
  public void onEngineStarted(
      int newInstance,
      int newEpoch,
      int maxPositions,
      int schemaVersion,
      int decisionVersion,
      DirectBuffer bytes,
      int buildIdOffset,
      int configSha256Offset) {
    instance = newInstance;
    epoch = newEpoch;
    exits.start(newInstance, newEpoch);
    policies.voidDrafts();
  }

  @Override
  public void onInputFile(FileRole role, long lengthBytes, DirectBuffer sha256, int offset) {}

  @Override
  public void onNameDefined(int nameId, DirectBuffer text, int offset, int length) {}

  @Override
  public void onInstrumentDefined(
      int instrumentId, int nameId, long priceIncrementE8, long lotE8, long multiplierE8) {
    instruments.add(new Instrument(instrumentId, nameId, priceIncrementE8, lotE8, multiplierE8));
    lastPrices.add();
    corridor.addInstrument();
  }

  @Override
  public void onPolicyBegin(
      int policyId, int nameId, int version, int partCount, boolean signalExit) {
    policies.begin(policyId, nameId, version, partCount, signalExit);
  }

  @Override
  public void onStopLossPart(int policyId, long priceE8, long percentE6, long ticks) {
    policies.part(policyId, new StopLossRule(priceE8, percentE6, ticks));
  }

  @Override
  public void onTakeProfitPart(int policyId, long priceE8, long percentE6) {
    policies.part(policyId, new TakeProfitRule(priceE8, percentE6));
  }

  @Override
  public void onLadderRungPart(int policyId, long afterNs, long percentE6) {
    policies.rung(policyId, afterNs, percentE6);
  }

  @Override
  public void onTrailingPart(
      int policyId,
      long percentE6,
      long activateAtE6,
      long stepE6,
      long tightenAtE6,
      long tightenPercentE6) {
    policies.part(
        policyId,
        new TrailingStopRule(percentE6, activateAtE6, stepE6, tightenAtE6, tightenPercentE6));
  }

  @Override
  public void onPolicyEnd(int policyId, int version, int partCount) {
    policies.end(policyId, version, partCount);
  }

  @Override
  public void onPositionRegistered(
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId) {
    Refusal refusal =
        Refusal.of(positionId, instrumentId, policyId, instruments, policies, positions);
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
            positionId, instrumentId, side, quantityE8, entryPriceE8, leverageE8, policyId, nowNs);
    Policy policy = policies.get(policyId);
    exits.register(position);
    evaluator.register(position, policy);
    policy.arm(position, instruments.get(instrumentId));
    corridor.place(position);
    deadlines.set(position, policy.deadlineNs(position));
  }

  @Override
  public void onTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    if (!isUsable(instrumentId, lastE8)) {
      return;
    }
    lastPrices.update(instrumentId, lastE8, bidE8, askE8);
    if (lastE8 != E8.NULL) {
      evaluator.onPrice(instrumentId, lastE8, nowNs);
    }
  }

  @Override
  public void onConflatedTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long highE8,
      long lowE8,
      boolean highFirst,
      long bidE8,
      long askE8,
      int tickCount) {
    if (!isUsable(instrumentId, lastE8) || !isUsable(instrumentId, lowE8)) {
      return;
    }
    lastPrices.update(instrumentId, lastE8, bidE8, askE8);
    if (lastE8 != E8.NULL) {
      evaluator.onConflatedPrice(instrumentId, lastE8, highE8, lowE8, highFirst, nowNs);
    }
  }

  private boolean isUsable(int instrumentId, long priceE8) {
    // Alerts at 1, 2, 4, 8 ... of a kind: a feed gone mad must not flood whoever listens.
    if (!instruments.contains(instrumentId)) {
      unknownTicks++;
      if (Long.bitCount(unknownTicks) == 1) {
        decisions.onAlert(
            nowNs, AlertKind.UNKNOWN_INSTRUMENT, E8.NULL, -1, instrumentId, unknownTicks);
      }
      return false;
    }
    if (priceE8 > 0 || priceE8 == E8.NULL) {
      return true;
    }
    long count = lastPrices.countBadTick(instrumentId);
    if (Long.bitCount(count) == 1) {
      decisions.onAlert(nowNs, AlertKind.BAD_TICK, E8.NULL, instrumentId, priceE8, count);
    }
    return false;
  }

  @Override
  public void onSignal(int instrumentId, long positionId, SignalAction action) {
    if (positionId != E8.NULL) {
      Position position = positions.byId(positionId);
      if (position != null) {
        evaluator.onSignal(position, nowNs);
      }
      return;
    }
    if (instruments.contains(instrumentId)) {
      int open = corridor.wakeAll(instrumentId);
      for (int i = 0; i < open; i++) {
        evaluator.onSignal(corridor.woken(i), nowNs);
      }
    }
  }

  @Override
  public void onTimer(long dueNs) {
    settleDeadlines(nowNs, nowNs);
  }

  @Override
  public void onOrderSent(long clOrdIdHigh, long clOrdIdLow) {
    exits.onSent(clOrdIdHigh, clOrdIdLow, nowNs);
  }

  @Override
  public void onExecutionReport(
      long clOrdIdHigh,
      long clOrdIdLow,
      ExecType execType,
      long execId,
      long lastQuantityE8,
      long lastPriceE8,
      long cumQuantityE8,
      long leavesQuantityE8,
      RejectKind rejectKind) {
    exits.onReport(
        clOrdIdHigh,
        clOrdIdLow,
        execType,
        execId,
        lastQuantityE8,
        lastPriceE8,
        cumQuantityE8,
        leavesQuantityE8,
        rejectKind,
        nowNs);
  }

  @Override
  public void onVenuePositionsBegin(long queryId, int rowCount) {
    exits.onAnswerBegin(queryId, rowCount);
  }

  @Override
  public void onVenuePosition(long queryId, long positionId, int instrumentId, long netQuantityE8) {
    exits.onAnswerRow(queryId, positionId, instrumentId, netQuantityE8);
  }

  @Override
  public void onVenuePositionsEnd(long queryId, int rowCount) {
    exits.onAnswerEnd(queryId, rowCount, nowNs);
  }

  @Override
  public void onEngineStopped(StopReason reason) {
    decisions.onEngineState(nowNs, stateHash(), openPositions(), exits.live());
  }

  /** Time of its earliest deadline, {@link Deadlines#NONE} if there is none. */
  public long nextDeadlineNs() {
    return deadlines.earliestNs();
  }

  /** How many exits are under way. */
  public int exitsInFlight() {
    return exits.live();
  }

  /** How many positions are not proved flat. */
  public long openPositions() {
    long open = 0;
    for (int slot = 0; slot < positions.count(); slot++) {
      open += positions.bySlot(slot).status() == PositionStatus.CLOSED ? 0 : 1;
    }
    return open;
  }

  /** Its positions, for reports: read only, and only while no event is being processed. */
  public Positions positions() {
    return positions;
  }

  /** The exit of a position, for reports: read only. */
  public Exits exits() {
    return exits;
  }

  /** Hash of everything that can change a later decision. */
  public long stateHash() {
    return new StateHash(instance, epoch, nowNs, sequence, unknownTicks)
        .instruments(instruments, lastPrices)
        .policies(policies)
        .positions(positions, deadlines, evaluator, exits)
        .value();
  }
}
