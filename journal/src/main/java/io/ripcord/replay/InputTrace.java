package io.ripcord.replay;

import io.ripcord.event.BracketState;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExecType;
import io.ripcord.event.GroupScope;
import io.ripcord.event.InstrumentKind;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.SignalAction;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import org.agrona.DirectBuffer;

/** What the present input is about, as far as one position may care. One thread. */
final class InputTrace extends EventObserver {
  private static final int NO_INSTRUMENT = -1;
  private static final int EVERY_INSTRUMENT = -2;

  private final OrderWatch orders;

  private int concernsInstrument;
  private long concernsPosition;

  long timeNs;
  boolean isDefinition;
  boolean isRegistration;
  boolean isLevelCommand;
  int pricedInstrument;
  long sequence;
  long lastE8;
  long lowE8;
  long highE8;
  long bidE8;
  long askE8;
  long markE8;

  InputTrace(OrderWatch orders) {
    this.orders = orders;
  }

  /** Whether it is more than market data to the position: a command, a signal, a state. */
  boolean concerns(long positionId, int instrumentId) {
    return concernsPosition == positionId
        || concernsInstrument == EVERY_INSTRUMENT
        || concernsInstrument == instrumentId;
  }

  boolean isAbout(long positionId) {
    return concernsPosition == positionId;
  }

  @Override
  public void onInput(long inputSequence, long inputTimeNs, int source, long sourceSequence) {
    sequence = inputSequence;
    timeNs = inputTimeNs;
    isDefinition = false;
    isRegistration = false;
    isLevelCommand = false;
    concernsInstrument = NO_INSTRUMENT;
    concernsPosition = E8.NULL;
    pricedInstrument = NO_INSTRUMENT;
    lastE8 = E8.NULL;
    lowE8 = E8.NULL;
    highE8 = E8.NULL;
    bidE8 = E8.NULL;
    askE8 = E8.NULL;
    markE8 = E8.NULL;
  }

  @Override
  public void onNameDefined(int nameId, DirectBuffer text, int offset, int length) {
    isDefinition = true;
  }

  @Override
  public void onInstrumentDefined(
      int instrumentId,
      int nameId,
      long priceIncrementE8,
      long lotE8,
      long multiplierE8,
      boolean inverse,
      long feePercentE6,
      long badTickPercentE6,
      long badTickConfirmNs,
      InstrumentKind kind) {
    isDefinition = true;
  }

  @Override
  public void onPolicyBegin(
      int policyId, int nameId, int version, int partCount, boolean signalExit) {
    isDefinition = true;
  }

  @Override
  public void onGroupDefined(
      int groupId,
      int nameId,
      long stopE8,
      long targetE8,
      long lockAtE8,
      long lockFloorE8,
      long confirmNs,
      long staleNs,
      GroupScope scope) {
    isDefinition = true;
  }

  @Override
  public void onPositionRegistered(
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long squareOffNs) {
    isRegistration = true;
    concernsPosition = positionId;
  }

  @Override
  public void onTick(
      int instrumentId,
      long venueTimeNs,
      long newLastE8,
      long lastQuantityE8,
      long newBidE8,
      long newAskE8) {
    onConflatedTick(
        instrumentId, venueTimeNs, newLastE8, newLastE8, newLastE8, false, newBidE8, newAskE8, 1);
  }

  @Override
  public void onConflatedTick(
      int instrumentId,
      long venueTimeNs,
      long newLastE8,
      long newHighE8,
      long newLowE8,
      boolean highFirst,
      long newBidE8,
      long newAskE8,
      int tickCount) {
    pricedInstrument = instrumentId;
    lastE8 = newLastE8;
    lowE8 = newLowE8;
    highE8 = newHighE8;
    bidE8 = newBidE8;
    askE8 = newAskE8;
  }

  @Override
  public void onMarkPrice(int instrumentId, long venueTimeNs, long newMarkE8) {
    pricedInstrument = instrumentId;
    markE8 = newMarkE8;
  }

  @Override
  public void onPhaseChanged(int instrumentId, SessionPhase phase) {
    concernsInstrument = instrumentId < 0 ? EVERY_INSTRUMENT : instrumentId;
  }

  @Override
  public void onSignal(int instrumentId, long positionId, SignalAction action) {
    concernsPosition = positionId;
    concernsInstrument = positionId == E8.NULL ? instrumentId : NO_INSTRUMENT;
  }

  @Override
  public void onOrderSent(long clOrdIdHigh, long clOrdIdLow) {
    orders.status(clOrdIdHigh, clOrdIdLow, "SENT");
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
    orders.report(
        clOrdIdHigh, clOrdIdLow, execType, execId, lastQuantityE8, lastPriceE8, leavesQuantityE8);
  }

  @Override
  public void onOrderStatus(
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus ordStatus,
      long cumQuantityE8,
      long leavesQuantityE8) {
    orders.status(clOrdIdHigh, clOrdIdLow, ordStatus.name());
  }

  @Override
  public void onPositionAmended(long positionId, long stopE8, long targetE8, boolean loosen) {
    concernsPosition = positionId;
    isLevelCommand = true;
  }

  @Override
  public void onPolicyAdopted(long positionId, int policyId, long squareOffNs) {
    // No command about levels: the rules of the new policy set them.
    concernsPosition = positionId;
  }

  @Override
  public void onGroupMember(int groupId, long positionId) {
    concernsPosition = positionId;
  }

  @Override
  public void onBracketStatus(
      long positionId,
      BracketState bracketState,
      long stopE8,
      long targetE8,
      TriggerSource triggerSource) {
    concernsPosition = positionId;
  }

  @Override
  public void onPositionUnregistered(long positionId) {
    concernsPosition = positionId;
  }

  @Override
  public void onCloseRequested(long positionId, long quantityE8) {
    concernsPosition = positionId;
  }

  @Override
  public void onTradingStateChanged(TradingState tradingState) {
    concernsInstrument = EVERY_INSTRUMENT;
  }
}
