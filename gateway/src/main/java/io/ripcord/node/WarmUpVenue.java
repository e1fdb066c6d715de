package io.ripcord.node;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.DecisionSink;
import io.ripcord.event.EventSink;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Fills every order of a {@link WarmUpSession} at once and whole, and holds nothing. */
final class WarmUpVenue implements DecisionSink, DecisionListener {
  private final DecisionDispatcher dispatcher = new DecisionDispatcher();
  private final Deque<UnsafeBuffer> decisions = new ArrayDeque<>();
  private final ReportPublisher reports;
  private long nowNs;
  private long priceE8;
  private long executions;
  private long exits;

  WarmUpVenue(EventSink inputs) {
    reports = new ReportPublisher(inputs, Sources.FIRST_FEED);
  }

  @Override
  public void onDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    // Kept until the engine has returned: an answer is an input of its own.
    byte[] bytes = new byte[length];
    buffer.getBytes(offset, bytes);
    decisions.add(new UnsafeBuffer(bytes));
  }

  /** Answers whatever was asked, and what the answers lead to. */
  void answer(long newNowNs, long newPriceE8) {
    nowNs = newNowNs;
    priceE8 = newPriceE8;
    while (!decisions.isEmpty()) {
      UnsafeBuffer decision = decisions.remove();
      dispatcher.dispatch(decision, 0, decision.capacity(), this);
    }
  }

  long exits() {
    return exits;
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
    exits++;
    fill(clOrdIdHigh, clOrdIdLow, quantityE8);
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
    fill(clOrdIdHigh, clOrdIdLow, quantityE8);
  }

  private void fill(long clOrdIdHigh, long clOrdIdLow, long quantityE8) {
    reports.orderSent(nowNs, clOrdIdHigh, clOrdIdLow);
    reports.executionReport(
        nowNs,
        clOrdIdHigh,
        clOrdIdLow,
        ExecType.NEW,
        ++executions,
        0,
        0,
        0,
        quantityE8,
        RejectKind.NONE);
    reports.executionReport(
        nowNs,
        clOrdIdHigh,
        clOrdIdLow,
        ExecType.TRADE,
        ++executions,
        quantityE8,
        priceE8,
        quantityE8,
        0,
        RejectKind.NONE);
  }

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
    reports.venuePositionsBegin(nowNs, queryId, 0);
    reports.venuePositionsEnd(nowNs, queryId, 0);
  }

  @Override
  public void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow) {}

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
      long quantityE8) {}

  @Override
  public void onAlert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {}

  @Override
  public void onEngineState(long timeNs, long stateHash, long openPositions, long exitsInFlight) {}
}
