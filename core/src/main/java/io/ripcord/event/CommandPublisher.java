package io.ripcord.event;

import io.ripcord.event.codec.PositionRegisteredEncoder;
import io.ripcord.event.codec.SideCode;
import io.ripcord.event.codec.SignalActionCode;
import io.ripcord.event.codec.SignalReceivedEncoder;

/**
 * Publishes what traders ask for. One thread; waits for a slot when the ring is full: commands are
 * never dropped.
 */
public final class CommandPublisher extends Publisher {
  private final PositionRegisteredEncoder positionRegistered = new PositionRegisteredEncoder();
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
}
