package io.ripcord.testing;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.List;

/** Keeps what an engine says, as values that compare and print. */
public final class RecordedDecisions implements DecisionListener {
  private final List<Decision> all = new ArrayList<>();

  /** Something the engine said; its text is one short line. */
  public interface Decision {
    /** Time of the input that caused it. */
    long timeNs();
  }

  /** An order out. */
  public record ExitOrder(
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
      long triggerTimeNs)
      implements Decision {

    /** The id as it travels. */
    public String clOrdId() {
      return ClOrdId.format(clOrdIdHigh, clOrdIdLow);
    }

    /** Such as {@code order 1 LONG 0.5 STOP_LOSS level=98 trigger=97.9 attempt=1}. */
    @Override
    public String toString() {
      return "order %d %s %s %s level=%s trigger=%s attempt=%d"
          .formatted(
              positionId,
              side,
              E8.format(quantityE8),
              reason,
              E8.format(levelE8),
              E8.format(triggerPriceE8),
              attempt);
    }
  }

  /** An order that adds to a position. */
  public record EntryOrder(
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
      long triggerPriceE8)
      implements Decision {
    /** Such as {@code entry 1 LONG 0.5 level=102 trigger=102.1 attempt=1}. */
    @Override
    public String toString() {
      return "entry %d %s %s level=%s trigger=%s attempt=%d"
          .formatted(
              positionId,
              side,
              E8.format(quantityE8),
              E8.format(levelE8),
              E8.format(triggerPriceE8),
              attempt);
    }
  }

  /** A question to the venue. */
  public record PositionsQuery(long timeNs, long queryId, long positionId, int instrumentId)
      implements Decision {
    /** Such as {@code query 1}. */
    @Override
    public String toString() {
      return "query " + positionId;
    }
  }

  /** A question about an order. */
  public record OrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow)
      implements Decision {
    /** Such as {@code order query 1}. */
    @Override
    public String toString() {
      return "order query " + positionId;
    }
  }

  /** A position's new status. */
  public record PositionChanged(
      long timeNs,
      long positionId,
      int instrumentId,
      PositionStatus status,
      long openQuantityE8,
      long exitPriceE8,
      long realizedPnlE8,
      long entryPriceE8,
      long quantityE8)
      implements Decision {
    /** Such as {@code position 1 CLOSING open=0.5 exit=null pnl=0}. */
    @Override
    public String toString() {
      return "position %d %s open=%s exit=%s pnl=%s"
          .formatted(
              positionId,
              status,
              E8.format(openQuantityE8),
              E8.format(exitPriceE8),
              E8.format(realizedPnlE8));
    }
  }

  /** An alert. */
  public record Alert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second)
      implements Decision {
    /** Such as {@code alert BAD_TICK position=null first=-1 second=1}. */
    @Override
    public String toString() {
      return "alert %s position=%s first=%d second=%d"
          .formatted(kind, positionId == E8.NULL ? "null" : positionId, first, second);
    }
  }

  /** The state at a stop. */
  public record EngineState(long timeNs, long stateHash, long openPositions, long exitsInFlight)
      implements Decision {}

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
    all.add(
        new ExitOrder(
            timeNs,
            positionId,
            instrumentId,
            clOrdIdHigh,
            clOrdIdLow,
            side,
            orderType,
            quantityE8,
            attempt,
            reason,
            source,
            levelE8,
            triggerPriceE8,
            triggerTimeNs));
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
    all.add(
        new EntryOrder(
            timeNs,
            positionId,
            instrumentId,
            clOrdIdHigh,
            clOrdIdLow,
            side,
            orderType,
            quantityE8,
            attempt,
            levelE8,
            triggerPriceE8));
  }

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
    all.add(new PositionsQuery(timeNs, queryId, positionId, instrumentId));
  }

  @Override
  public void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow) {
    all.add(new OrderQuery(timeNs, queryId, positionId, instrumentId, clOrdIdHigh, clOrdIdLow));
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
    all.add(
        new PositionChanged(
            timeNs,
            positionId,
            instrumentId,
            status,
            openQuantityE8,
            exitPriceE8,
            realizedPnlE8,
            entryPriceE8,
            quantityE8));
  }

  @Override
  public void onAlert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
    all.add(new Alert(timeNs, kind, positionId, instrumentId, first, second));
  }

  @Override
  public void onEngineState(long timeNs, long stateHash, long openPositions, long exitsInFlight) {
    all.add(new EngineState(timeNs, stateHash, openPositions, exitsInFlight));
  }

  /** Everything, in order. */
  public List<Decision> all() {
    return all;
  }

  /** Everything as text, in order. */
  public List<String> lines() {
    return all.stream().map(Decision::toString).toList();
  }

  /** The decisions of one kind, in order. */
  public <D extends Decision> List<D> of(Class<D> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The orders, in order. */
  public List<ExitOrder> orders() {
    return of(ExitOrder.class);
  }

  /** The order that was sent last; there must be one. */
  public ExitOrder lastOrder() {
    return last(ExitOrder.class);
  }

  /** The order that was sent last for a position; there must be one. */
  public ExitOrder lastOrder(long positionId) {
    List<ExitOrder> own = orders().stream().filter(o -> o.positionId() == positionId).toList();
    if (own.isEmpty()) {
      throw new AssertionError("no order of position " + positionId + " in " + lines());
    }
    return own.get(own.size() - 1);
  }

  /** The questions, in order. */
  public List<PositionsQuery> queries() {
    return of(PositionsQuery.class);
  }

  /** The alerts, in order. */
  public List<Alert> alerts() {
    return of(Alert.class);
  }

  /** The kinds of the alerts, in order. */
  public List<AlertKind> alertKinds() {
    return alerts().stream().map(Alert::kind).toList();
  }

  /** The changes of status, in order. */
  public List<PositionChanged> changes() {
    return of(PositionChanged.class);
  }

  /** The last decision of one kind; there must be one. */
  public <D extends Decision> D last(Class<D> kind) {
    List<D> found = of(kind);
    if (found.isEmpty()) {
      throw new AssertionError("no " + kind.getSimpleName() + " in " + lines());
    }
    return found.get(found.size() - 1);
  }

  /** Forgets everything. */
  public void clear() {
    all.clear();
  }
}
