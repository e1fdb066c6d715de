package io.ripcord.event;

import io.ripcord.event.codec.BracketStateCode;
import io.ripcord.event.codec.BracketStatusEncoder;
import io.ripcord.event.codec.CloseRequestedEncoder;
import io.ripcord.event.codec.GroupMemberEncoder;
import io.ripcord.event.codec.PolicyAdoptedEncoder;
import io.ripcord.event.codec.PositionAmendedEncoder;
import io.ripcord.event.codec.PositionRegisteredEncoder;
import io.ripcord.event.codec.PositionUnregisteredEncoder;
import io.ripcord.event.codec.SideCode;
import io.ripcord.event.codec.SignalActionCode;
import io.ripcord.event.codec.SignalReceivedEncoder;
import io.ripcord.event.codec.TradingStateChangedEncoder;
import io.ripcord.event.codec.TradingStateCode;
import io.ripcord.event.codec.TriggerSourceCode;
import io.ripcord.money.E8;

/**
 * Publishes what traders ask for. One thread; waits for a slot when the ring is full: commands are
 * never dropped.
 */
public final class CommandPublisher extends Publisher {
  private final PositionRegisteredEncoder positionRegistered = new PositionRegisteredEncoder();
  private final PositionAmendedEncoder positionAmended = new PositionAmendedEncoder();
  private final PositionUnregisteredEncoder positionUnregistered =
      new PositionUnregisteredEncoder();
  private final CloseRequestedEncoder closeRequested = new CloseRequestedEncoder();
  private final TradingStateChangedEncoder tradingStateChanged = new TradingStateChangedEncoder();
  private final SignalReceivedEncoder signalReceived = new SignalReceivedEncoder();
  private final PolicyAdoptedEncoder policyAdopted = new PolicyAdoptedEncoder();
  private final GroupMemberEncoder groupMember = new GroupMemberEncoder();
  private final BracketStatusEncoder bracketStatus = new BracketStatusEncoder();

  /** Publishes as {@code source}, one of {@link Sources}, into {@code sink}. */
  public CommandPublisher(EventSink sink, int source) {
    super(sink, source);
  }

  /** A position to watch without a square-off time. */
  public void positionRegistered(
      long timeNs,
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId) {
    positionRegistered(
        timeNs,
        positionId,
        instrumentId,
        side,
        quantityE8,
        entryPriceE8,
        leverageE8,
        policyId,
        E8.NULL);
  }

  /**
   * A position to watch; values are validated and bounded by the caller.
   *
   * @param squareOffNs when to leave at the latest, {@link E8#NULL} for no such time
   */
  public void positionRegistered(
      long timeNs,
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long squareOffNs) {
    SideCode sideCode = SideCode.get((short) side.code());
    positionRegistered.wrapAndApplyHeader(claim(), 0, header);
    stamp(positionRegistered.origin(), timeNs);
    positionRegistered
        .instrumentId(instrumentId)
        .positionId(positionId)
        .quantityE8(quantityE8)
        .entryPriceE8(entryPriceE8)
        .leverageE8(leverageE8)
        .policyId(policyId)
        .side(sideCode)
        .reserved8((short) 0)
        .reserved16(0)
        .squareOffNs(squareOffNs);
    publish(PositionRegisteredEncoder.BLOCK_LENGTH);
  }

  /** A signal for one position, or for all of the instrument when {@code positionId} is null. */
  public void signal(long timeNs, int instrumentId, long positionId, SignalAction action) {
    SignalActionCode actionCode = SignalActionCode.get(action.code());
    signalReceived.wrapAndApplyHeader(claim(), 0, header);
    stamp(signalReceived.origin(), timeNs);
    signalReceived.instrumentId(instrumentId).positionId(positionId).action(actionCode).reserved(0);
    publish(SignalReceivedEncoder.BLOCK_LENGTH);
  }

  /**
   * New levels of a position; {@link E8#NULL} leaves one as it is.
   *
   * @param loosen whether the stop may move away from the price
   */
  public void positionAmended(
      long timeNs, long positionId, long stopE8, long targetE8, boolean loosen) {
    positionAmended.wrapAndApplyHeader(claim(), 0, header);
    stamp(positionAmended.origin(), timeNs);
    positionAmended.loosen(loosen ? 1 : 0).positionId(positionId).stopE8(stopE8).targetE8(targetE8);
    publish(PositionAmendedEncoder.BLOCK_LENGTH);
  }

  /** A position gets another policy and square-off time, {@link E8#NULL} for no such time. */
  public void policyAdopted(long timeNs, long positionId, int policyId, long squareOffNs) {
    policyAdopted.wrapAndApplyHeader(claim(), 0, header);
    stamp(policyAdopted.origin(), timeNs);
    policyAdopted.policyId(policyId).positionId(positionId).squareOffNs(squareOffNs);
    publish(PolicyAdoptedEncoder.BLOCK_LENGTH);
  }

  /** A position belongs to a group. */
  public void groupMember(long timeNs, int groupId, long positionId) {
    groupMember.wrapAndApplyHeader(claim(), 0, header);
    stamp(groupMember.origin(), timeNs);
    groupMember.groupId(groupId).positionId(positionId);
    publish(GroupMemberEncoder.BLOCK_LENGTH);
  }

  /** What is known of a position's orders at the venue; a missing level is {@link E8#NULL}. */
  public void bracketStatus(
      long timeNs,
      long positionId,
      BracketState bracketState,
      long stopE8,
      long targetE8,
      TriggerSource triggerSource) {
    BracketStateCode stateCode = BracketStateCode.get(bracketState.code());
    TriggerSourceCode sourceCode = TriggerSourceCode.get(triggerSource.code());
    bracketStatus.wrapAndApplyHeader(claim(), 0, header);
    stamp(bracketStatus.origin(), timeNs);
    bracketStatus
        .bracketState(stateCode)
        .positionId(positionId)
        .stopE8(stopE8)
        .targetE8(targetE8)
        .triggerSource(sourceCode)
        .reserved(0);
    publish(BracketStatusEncoder.BLOCK_LENGTH);
  }

  /** Stop watching a position. */
  public void positionUnregistered(long timeNs, long positionId) {
    positionUnregistered.wrapAndApplyHeader(claim(), 0, header);
    stamp(positionUnregistered.origin(), timeNs);
    positionUnregistered.reserved(0).positionId(positionId);
    publish(PositionUnregisteredEncoder.BLOCK_LENGTH);
  }

  /** Exit a position now. */
  public void closeRequested(long timeNs, long positionId) {
    closeRequested(timeNs, positionId, E8.NULL);
  }

  /** Exit so much of a position now; {@link E8#NULL} means all. */
  public void closeRequested(long timeNs, long positionId, long quantityE8) {
    closeRequested.wrapAndApplyHeader(claim(), 0, header);
    stamp(closeRequested.origin(), timeNs);
    closeRequested.reserved(0).positionId(positionId).quantityE8(quantityE8);
    publish(CloseRequestedEncoder.BLOCK_LENGTH);
  }

  /** What may leave the engine from now on. */
  public void tradingStateChanged(long timeNs, TradingState tradingState) {
    TradingStateCode stateCode = TradingStateCode.get(tradingState.code());
    tradingStateChanged.wrapAndApplyHeader(claim(), 0, header);
    stamp(tradingStateChanged.origin(), timeNs);
    tradingStateChanged.tradingState(stateCode);
    publish(TradingStateChangedEncoder.BLOCK_LENGTH);
  }
}
