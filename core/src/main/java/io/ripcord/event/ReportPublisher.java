package io.ripcord.event;

import io.ripcord.event.codec.ExecTypeCode;
import io.ripcord.event.codec.ExecutionReportEncoder;
import io.ripcord.event.codec.OrdStatusCode;
import io.ripcord.event.codec.OrderSentEncoder;
import io.ripcord.event.codec.OrderStatusEncoder;
import io.ripcord.event.codec.RejectCode;
import io.ripcord.event.codec.SessionStateCode;
import io.ripcord.event.codec.SessionStatusEncoder;
import io.ripcord.event.codec.VenuePositionEncoder;
import io.ripcord.event.codec.VenuePositionsBeginEncoder;
import io.ripcord.event.codec.VenuePositionsEndEncoder;

/**
 * Publishes what the sender and the venue say of orders and positions. One thread; waits for a slot
 * when the ring is full: reports are never dropped.
 */
public final class ReportPublisher extends Publisher {
  private final OrderSentEncoder orderSent = new OrderSentEncoder();
  private final ExecutionReportEncoder executionReport = new ExecutionReportEncoder();
  private final OrderStatusEncoder orderStatus = new OrderStatusEncoder();
  private final SessionStatusEncoder sessionStatus = new SessionStatusEncoder();
  private final VenuePositionsBeginEncoder venuePositionsBegin = new VenuePositionsBeginEncoder();
  private final VenuePositionEncoder venuePosition = new VenuePositionEncoder();
  private final VenuePositionsEndEncoder venuePositionsEnd = new VenuePositionsEndEncoder();

  /** Publishes as {@code source}, one of {@link Sources}, into {@code sink}. */
  public ReportPublisher(EventSink sink, int source) {
    super(sink, source);
  }

  /** The order's bytes were handed to the venue. */
  public void orderSent(long timeNs, long clOrdIdHigh, long clOrdIdLow) {
    orderSent.wrapAndApplyHeader(claim(), 0, header);
    stamp(orderSent.origin(), timeNs);
    ClOrdId.put(
        orderSent.buffer(),
        orderSent.offset() + OrderSentEncoder.clOrdIdEncodingOffset(),
        clOrdIdHigh,
        clOrdIdLow);
    publish(OrderSentEncoder.BLOCK_LENGTH);
  }

  /** The venue speaks of an order. */
  public void executionReport(
      long timeNs,
      long clOrdIdHigh,
      long clOrdIdLow,
      ExecType execType,
      long execId,
      long lastQuantityE8,
      long lastPriceE8,
      long cumQuantityE8,
      long leavesQuantityE8,
      RejectKind rejectKind) {
    ExecTypeCode execTypeCode = ExecTypeCode.get(execType.code());
    RejectCode rejectCode = RejectCode.get(rejectKind.code());
    executionReport.wrapAndApplyHeader(claim(), 0, header);
    stamp(executionReport.origin(), timeNs);
    ClOrdId.put(
        executionReport.buffer(),
        executionReport.offset() + ExecutionReportEncoder.clOrdIdEncodingOffset(),
        clOrdIdHigh,
        clOrdIdLow);
    executionReport
        .execId(execId)
        .lastQuantityE8(lastQuantityE8)
        .lastPriceE8(lastPriceE8)
        .cumQuantityE8(cumQuantityE8)
        .leavesQuantityE8(leavesQuantityE8)
        .execType(execTypeCode)
        .rejectCode(rejectCode);
    publish(ExecutionReportEncoder.BLOCK_LENGTH);
  }

  /** An answer of {@code rowCount} rows opens. */
  public void venuePositionsBegin(long timeNs, long queryId, int rowCount) {
    venuePositionsBegin.wrapAndApplyHeader(claim(), 0, header);
    stamp(venuePositionsBegin.origin(), timeNs);
    venuePositionsBegin.rowCount(rowCount).queryId(queryId);
    publish(VenuePositionsBeginEncoder.BLOCK_LENGTH);
  }

  /** One row of the answer. */
  public void venuePosition(
      long timeNs, long queryId, long positionId, int instrumentId, long netQuantityE8) {
    venuePosition.wrapAndApplyHeader(claim(), 0, header);
    stamp(venuePosition.origin(), timeNs);
    venuePosition
        .instrumentId(instrumentId)
        .queryId(queryId)
        .positionId(positionId)
        .netQuantityE8(netQuantityE8);
    publish(VenuePositionEncoder.BLOCK_LENGTH);
  }

  /** The answer is complete. */
  public void venuePositionsEnd(long timeNs, long queryId, int rowCount) {
    venuePositionsEnd.wrapAndApplyHeader(claim(), 0, header);
    stamp(venuePositionsEnd.origin(), timeNs);
    venuePositionsEnd.rowCount(rowCount).queryId(queryId);
    publish(VenuePositionsEndEncoder.BLOCK_LENGTH);
  }

  /** The venue says where an order stands, after a query. */
  public void orderStatus(
      long timeNs,
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus ordStatus,
      long cumQuantityE8,
      long leavesQuantityE8) {
    OrdStatusCode statusCode = OrdStatusCode.get(ordStatus.code());
    orderStatus.wrapAndApplyHeader(claim(), 0, header);
    stamp(orderStatus.origin(), timeNs);
    ClOrdId.put(
        orderStatus.buffer(),
        orderStatus.offset() + OrderStatusEncoder.clOrdIdEncodingOffset(),
        clOrdIdHigh,
        clOrdIdLow);
    orderStatus
        .queryId(queryId)
        .cumQuantityE8(cumQuantityE8)
        .leavesQuantityE8(leavesQuantityE8)
        .ordStatus(statusCode)
        .reserved(0);
    publish(OrderStatusEncoder.BLOCK_LENGTH);
  }

  /** The venue can be reached, or no longer. */
  public void sessionStatus(long timeNs, SessionState sessionState) {
    SessionStateCode stateCode = SessionStateCode.get(sessionState.code());
    sessionStatus.wrapAndApplyHeader(claim(), 0, header);
    stamp(sessionStatus.origin(), timeNs);
    sessionStatus.sessionState(stateCode);
    publish(SessionStatusEncoder.BLOCK_LENGTH);
  }
}
