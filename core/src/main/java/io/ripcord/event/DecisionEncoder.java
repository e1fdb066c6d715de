package io.ripcord.event;

import io.ripcord.event.codec.AlertCode;
import io.ripcord.event.codec.AlertEncoder;
import io.ripcord.event.codec.EngineStateEncoder;
import io.ripcord.event.codec.EntryOrderEncoder;
import io.ripcord.event.codec.ExitOrderEncoder;
import io.ripcord.event.codec.ExitReasonCode;
import io.ripcord.event.codec.ExitSourceCode;
import io.ripcord.event.codec.MessageHeaderEncoder;
import io.ripcord.event.codec.OrderQueryEncoder;
import io.ripcord.event.codec.OrderTypeCode;
import io.ripcord.event.codec.PositionChangedEncoder;
import io.ripcord.event.codec.PositionStatusCode;
import io.ripcord.event.codec.PositionsQueryEncoder;
import io.ripcord.event.codec.SideCode;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encodes decisions and numbers those of one cause from 0. One thread, the engine's; allocates
 * nothing after construction; the buffer that it hands to the sink is its own and is reused.
 */
public final class DecisionEncoder implements DecisionListener {
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final ExitOrderEncoder exitOrder = new ExitOrderEncoder();
  private final EntryOrderEncoder entryOrder = new EntryOrderEncoder();
  private final PositionsQueryEncoder positionsQuery = new PositionsQueryEncoder();
  private final OrderQueryEncoder orderQuery = new OrderQueryEncoder();
  private final PositionChangedEncoder positionChanged = new PositionChangedEncoder();
  private final AlertEncoder alert = new AlertEncoder();
  private final EngineStateEncoder engineState = new EngineStateEncoder();
  private final MutableDirectBuffer buffer;
  private DecisionSink sink;
  private long causeSequence;
  private int index;

  /** Hands every encoded decision to {@code sink}. */
  public DecisionEncoder(DecisionSink sink) {
    this(sink, new UnsafeBuffer(new byte[EventSlotDescriptor.SLOT_LENGTH]));
  }

  /** As the other, with the buffer given, so that a test can give a dirty one. */
  DecisionEncoder(DecisionSink sink, MutableDirectBuffer buffer) {
    this.sink = sink;
    this.buffer = buffer;
  }

  /**
   * Hands the decisions that follow to another sink: an engine that recovery has brought up to date
   * goes on in a pipeline.
   */
  public void sink(DecisionSink newSink) {
    sink = newSink;
  }

  /** The decisions that follow are caused by this input. */
  public void cause(long sequence) {
    causeSequence = sequence;
    index = 0;
  }

  /** How many decisions the current cause has had. */
  public int count() {
    return index;
  }

  @Override
  public void onExitOrder(
      long timeNs,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow,
      Side side,
      OrderType orderType,
      long quantityE8,
      int attempt,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      long triggerTimeNs) {
    exitOrder.wrapAndApplyHeader(buffer, 0, header).timeNs(timeNs).positionId(positionId);
    ClOrdId.put(
        buffer,
        exitOrder.offset() + ExitOrderEncoder.clOrdIdEncodingOffset(),
        clOrdIdHigh,
        clOrdIdLow);
    exitOrder
        .instrumentId(instrumentId)
        .quantityE8(quantityE8)
        .levelE8(levelE8)
        .triggerPriceE8(triggerPriceE8)
        .triggerTimeNs(triggerTimeNs)
        .attempt(attempt)
        .side(SideCode.get((short) side.code()))
        .orderType(OrderTypeCode.get((short) orderType.code()))
        .reason(ExitReasonCode.get((short) reason.code()))
        .exitSource(ExitSourceCode.get((short) source.code()));
    emit(ExitOrderEncoder.BLOCK_LENGTH);
  }

  @Override
  public void onEntryOrder(
      long timeNs,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow,
      Side side,
      OrderType orderType,
      long quantityE8,
      int attempt,
      long levelE8,
      long triggerPriceE8) {
    entryOrder.wrapAndApplyHeader(buffer, 0, header).timeNs(timeNs).positionId(positionId);
    ClOrdId.put(
        buffer,
        entryOrder.offset() + EntryOrderEncoder.clOrdIdEncodingOffset(),
        clOrdIdHigh,
        clOrdIdLow);
    entryOrder
        .instrumentId(instrumentId)
        .quantityE8(quantityE8)
        .levelE8(levelE8)
        .triggerPriceE8(triggerPriceE8)
        .attempt(attempt)
        .side(SideCode.get((short) side.code()))
        .orderType(OrderTypeCode.get((short) orderType.code()))
        .reserved16(0);
    emit(EntryOrderEncoder.BLOCK_LENGTH);
  }

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
    positionsQuery
        .wrapAndApplyHeader(buffer, 0, header)
        .timeNs(timeNs)
        .queryId(queryId)
        .positionId(positionId)
        .instrumentId(instrumentId)
        .reserved(0);
    emit(PositionsQueryEncoder.BLOCK_LENGTH);
  }

  @Override
  public void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow) {
    orderQuery
        .wrapAndApplyHeader(buffer, 0, header)
        .timeNs(timeNs)
        .queryId(queryId)
        .positionId(positionId);
    ClOrdId.put(
        buffer,
        orderQuery.offset() + OrderQueryEncoder.clOrdIdEncodingOffset(),
        clOrdIdHigh,
        clOrdIdLow);
    orderQuery.instrumentId(instrumentId);
    emit(OrderQueryEncoder.BLOCK_LENGTH);
  }

  @Override
  public void onPositionChanged(
      long timeNs,
      long positionId,
      int instrumentId,
      PositionStatus status,
      long openQuantityE8,
      long exitPriceE8,
      long realizedPnlE8,
      long entryPriceE8,
      long quantityE8) {
    positionChanged
        .wrapAndApplyHeader(buffer, 0, header)
        .timeNs(timeNs)
        .positionId(positionId)
        .openQuantityE8(openQuantityE8)
        .exitPriceE8(exitPriceE8)
        .realizedPnlE8(realizedPnlE8)
        .instrumentId(instrumentId)
        .status(PositionStatusCode.get(status.code()))
        .entryPriceE8(entryPriceE8)
        .quantityE8(quantityE8);
    emit(PositionChangedEncoder.BLOCK_LENGTH);
  }

  @Override
  public void onAlert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
    alert
        .wrapAndApplyHeader(buffer, 0, header)
        .timeNs(timeNs)
        .positionId(positionId)
        .first(first)
        .second(second)
        .instrumentId(instrumentId)
        .code(AlertCode.get(kind.code()));
    emit(AlertEncoder.BLOCK_LENGTH);
  }

  @Override
  public void onEngineState(long timeNs, long stateHash, long openPositions, long exitsInFlight) {
    engineState
        .wrapAndApplyHeader(buffer, 0, header)
        .timeNs(timeNs)
        .stateHash(stateHash)
        .openPositions(openPositions)
        .exitsInFlight(exitsInFlight);
    emit(EngineStateEncoder.BLOCK_LENGTH);
  }

  private void emit(int blockLength) {
    int length = MessageHeaderEncoder.ENCODED_LENGTH + blockLength;
    sink.onDecision(causeSequence, index++, buffer, 0, length);
  }
}
