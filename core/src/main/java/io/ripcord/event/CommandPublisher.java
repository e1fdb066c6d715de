package io.ripcord.event;

import io.ripcord.event.codec.CloseRequestedEncoder;
import io.ripcord.event.codec.PositionAmendedEncoder;
import io.ripcord.event.codec.PositionRegisteredEncoder;
import io.ripcord.event.codec.PositionUnregisteredEncoder;
import io.ripcord.event.codec.SideCode;
import io.ripcord.event.codec.SignalActionCode;
import io.ripcord.event.codec.SignalReceivedEncoder;
import io.ripcord.event.codec.TradingStateChangedEncoder;
import io.ripcord.event.codec.TradingStateCode;

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

  /** Publishes as {@code source}, one of {@link Sources}, into {@code sink}. */
  public CommandPublisher(EventSink sink, int source) {
    super(sink, source);
  }

  /** A position to watch; values are validated and bounded by the caller. */
  public void positionRegistered(
      long timeNs,
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId) {
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
        .reserved16(0);
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
   * New levels of a position; {@link io.ripcord.money.E8#NULL} leaves one as it is.
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

  /** Stop watching a position. */
  public void positionUnregistered(long timeNs, long positionId) {
    positionUnregistered.wrapAndApplyHeader(claim(), 0, header);
    stamp(positionUnregistered.origin(), timeNs);
    positionUnregistered.reserved(0).positionId(positionId);
    publish(PositionUnregisteredEncoder.BLOCK_LENGTH);
  }

  /** Exit a position now. */
  public void closeRequested(long timeNs, long positionId) {
    closeRequested.wrapAndApplyHeader(claim(), 0, header);
    stamp(closeRequested.origin(), timeNs);
    closeRequested.reserved(0).positionId(positionId);
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
