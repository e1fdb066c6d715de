package io.ripcord.event;

import io.ripcord.event.codec.AlertDecoder;
import io.ripcord.event.codec.EngineStateDecoder;
import io.ripcord.event.codec.EntryOrderDecoder;
import io.ripcord.event.codec.ExitOrderDecoder;
import io.ripcord.event.codec.MessageHeaderDecoder;
import io.ripcord.event.codec.OrderQueryDecoder;
import io.ripcord.event.codec.PositionChangedDecoder;
import io.ripcord.event.codec.PositionsQueryDecoder;
import org.agrona.DirectBuffer;

/**
 * Turns the bytes of a decision into a call of a {@link DecisionListener}. One thread per instance;
 * allocates nothing; bytes that are no known decision raise {@link IllegalArgumentException}.
 */
public final class DecisionDispatcher {
  private static final int HALF_ID = ClOrdId.LENGTH / 2;

  /** The same in every order. */
  private static final int ORDER_ID =
      MessageHeaderDecoder.ENCODED_LENGTH + ExitOrderDecoder.clOrdIdEncodingOffset();

  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final ExitOrderDecoder exitOrder = new ExitOrderDecoder();
  private final EntryOrderDecoder entryOrder = new EntryOrderDecoder();
  private final PositionsQueryDecoder positionsQuery = new PositionsQueryDecoder();
  private final OrderQueryDecoder orderQuery = new OrderQueryDecoder();
  private final PositionChangedDecoder positionChanged = new PositionChangedDecoder();
  private final AlertDecoder alert = new AlertDecoder();
  private final EngineStateDecoder engineState = new EngineStateDecoder();

  /** Whether a decision is for the venue: an order or a query. The rest only informs. */
  public boolean isForVenue(DirectBuffer buffer, int offset) {
    int template = header.wrap(buffer, offset).templateId();
    return isOrder(template)
        || template == PositionsQueryDecoder.TEMPLATE_ID
        || template == OrderQueryDecoder.TEMPLATE_ID;
  }

  /** Whether a decision is an order. */
  public boolean isOrder(DirectBuffer buffer, int offset) {
    return isOrder(header.wrap(buffer, offset).templateId());
  }

  private static boolean isOrder(int template) {
    return template == ExitOrderDecoder.TEMPLATE_ID || template == EntryOrderDecoder.TEMPLATE_ID;
  }

  /** First half of the id of a decision that is an order. */
  public long clOrdIdHigh(DirectBuffer buffer, int offset) {
    return ClOrdId.getHalf(buffer, offset + ORDER_ID);
  }

  /** Second half of the id of a decision that is an order. */
  public long clOrdIdLow(DirectBuffer buffer, int offset) {
    return ClOrdId.getHalf(buffer, offset + ORDER_ID + HALF_ID);
  }

  /** Decodes one decision. */
  public void dispatch(DirectBuffer buffer, int offset, int length, DecisionListener listener) {
    header.wrap(buffer, offset);
    Headers.check(header, length);
    int at = offset + MessageHeaderDecoder.ENCODED_LENGTH;
    int block = header.blockLength();
    int version = header.version();
    switch (header.templateId()) {
      case ExitOrderDecoder.TEMPLATE_ID -> exitOrder(buffer, at, block, version, listener);
      case EntryOrderDecoder.TEMPLATE_ID -> entryOrder(buffer, at, block, version, listener);
      case PositionsQueryDecoder.TEMPLATE_ID ->
          positionsQuery(buffer, at, block, version, listener);
      case OrderQueryDecoder.TEMPLATE_ID -> orderQuery(buffer, at, block, version, listener);
      case PositionChangedDecoder.TEMPLATE_ID ->
          positionChanged(buffer, at, block, version, listener);
      case AlertDecoder.TEMPLATE_ID -> alert(buffer, at, block, version, listener);
      case EngineStateDecoder.TEMPLATE_ID -> engineState(buffer, at, block, version, listener);
      default -> throw Headers.unknown(header);
    }
  }

  private void exitOrder(
      DirectBuffer buffer, int at, int block, int version, DecisionListener listener) {
    ExitOrderDecoder d = exitOrder.wrap(buffer, at, block, version);
    int id = at + ExitOrderDecoder.clOrdIdEncodingOffset();
    listener.onExitOrder(
        d.timeNs(),
        d.positionId(),
        d.instrumentId(),
        ClOrdId.getHalf(buffer, id),
        ClOrdId.getHalf(buffer, id + HALF_ID),
        Side.of(d.side().value()),
        OrderType.of(d.orderType().value()),
        d.quantityE8(),
        d.attempt(),
        ExitReason.of(d.reason().value()),
        ExitSource.of(d.exitSource().value()),
        d.levelE8(),
        d.triggerPriceE8(),
        d.triggerTimeNs());
  }

  private void entryOrder(
      DirectBuffer buffer, int at, int block, int version, DecisionListener listener) {
    EntryOrderDecoder d = entryOrder.wrap(buffer, at, block, version);
    int id = at + EntryOrderDecoder.clOrdIdEncodingOffset();
    listener.onEntryOrder(
        d.timeNs(),
        d.positionId(),
        d.instrumentId(),
        ClOrdId.getHalf(buffer, id),
        ClOrdId.getHalf(buffer, id + HALF_ID),
        Side.of(d.side().value()),
        OrderType.of(d.orderType().value()),
        d.quantityE8(),
        d.attempt(),
        d.levelE8(),
        d.triggerPriceE8());
  }

  private void positionsQuery(
      DirectBuffer buffer, int at, int block, int version, DecisionListener listener) {
    PositionsQueryDecoder d = positionsQuery.wrap(buffer, at, block, version);
    listener.onPositionsQuery(d.timeNs(), d.queryId(), d.positionId(), d.instrumentId());
  }

  private void orderQuery(
      DirectBuffer buffer, int at, int block, int version, DecisionListener listener) {
    OrderQueryDecoder d = orderQuery.wrap(buffer, at, block, version);
    int id = at + OrderQueryDecoder.clOrdIdEncodingOffset();
    listener.onOrderQuery(
        d.timeNs(),
        d.queryId(),
        d.positionId(),
        d.instrumentId(),
        ClOrdId.getHalf(buffer, id),
        ClOrdId.getHalf(buffer, id + HALF_ID));
  }

  private void positionChanged(
      DirectBuffer buffer, int at, int block, int version, DecisionListener listener) {
    PositionChangedDecoder d = positionChanged.wrap(buffer, at, block, version);
    listener.onPositionChanged(
        d.timeNs(),
        d.positionId(),
        d.instrumentId(),
        PositionStatus.of(d.status().value()),
        d.openQuantityE8(),
        d.exitPriceE8(),
        d.realizedPnlE8(),
        d.entryPriceE8(),
        d.quantityE8());
  }

  private void alert(
      DirectBuffer buffer, int at, int block, int version, DecisionListener listener) {
    AlertDecoder d = alert.wrap(buffer, at, block, version);
    listener.onAlert(
        d.timeNs(),
        AlertKind.of(d.code().value()),
        d.positionId(),
        d.instrumentId(),
        d.first(),
        d.second());
  }

  private void engineState(
      DirectBuffer buffer, int at, int block, int version, DecisionListener listener) {
    EngineStateDecoder d = engineState.wrap(buffer, at, block, version);
    listener.onEngineState(d.timeNs(), d.stateHash(), d.openPositions(), d.exitsInFlight());
  }
}
