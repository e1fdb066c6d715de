package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.SessionState;
import io.ripcord.execution.Orders;
import io.ripcord.money.E8;
import io.ripcord.position.Alarms;
import io.ripcord.position.Deadlines;
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.Corridor;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/** The part of the engine that hears of orders, and the deadlines of everything. */
abstract class OrderEvents extends Definitions {
  final DecisionListener decisions;
  final Positions positions;
  final Deadlines ruleDeadlines;
  final Orders orders;
  long nowNs = Long.MIN_VALUE;
  final Deadlines sweepDeadlines;
  final Deadlines bookDeadlines;
  final Deadlines staleDeadlines;
  final Deadlines bracketDeadlines;
  private final Deadlines exitDeadlines;
  private final Deadlines bookingDeadlines;
  private final Deadlines entryDeadlines;
  private final Alarms alarms;

  OrderEvents(DecisionListener decisions, Positions positions, boolean evaluateEverything) {
    super(new Corridor(positions, evaluateEverything), new OpenPositions(positions));
    this.decisions = decisions;
    this.positions = positions;
    ruleDeadlines = new Deadlines(positions);
    exitDeadlines = new Deadlines(positions);
    bookingDeadlines = new Deadlines(positions);
    entryDeadlines = new Deadlines(positions);
    sweepDeadlines = new Deadlines(positions);
    bookDeadlines = new Deadlines(positions);
    staleDeadlines = new Deadlines(positions);
    bracketDeadlines = new Deadlines(positions);
    alarms =
        new Alarms(
            exitDeadlines,
            bookingDeadlines,
            entryDeadlines,
            // A stop goes before a time; a silence ends what is left then.
            bookDeadlines,
            sweepDeadlines,
            ruleDeadlines,
            staleDeadlines,
            bracketDeadlines);
    orders =
        new Orders(
            positions, instruments, exitDeadlines, bookingDeadlines, entryDeadlines, decisions);
  }

  final PositionWatch newWatch(MarketState market, BoundPolicies bound) {
    return new PositionWatch(
        corridor, openPositions, market, bound, ruleDeadlines, sweepDeadlines, staleDeadlines);
  }

  /** A deadline of a position, of a kind that is not one of orders, has come. */
  abstract void onDeadline(Deadlines kind, Position position, long dueNs, long atNs);

  /** Earliest deadline of a trade under suspicion, {@link Deadlines#NONE} if there is none. */
  abstract long tickDeadlineNs();

  /** The deadline of a trade under suspicion has come. */
  abstract void onTickDeadline(long atNs);

  /** Earliest deadline of a group, {@link Deadlines#NONE} if there is none. */
  abstract long groupDeadlineNs();

  /** The earliest deadline of a group has come. */
  abstract void onGroupDeadline(long atNs);

  /** What a position's orders have brought has changed, or may have. */
  abstract void onChanged(Position position);

  /** A fill has added to an open position. */
  abstract void onGrown(Position position);

  final void settleDeadlines(long untilNs, long atNs) {
    while (nextDeadlineNs() <= untilNs) {
      // Of what is due at once a price goes first: the others may depend on it.
      if (tickDeadlineNs() <= Math.min(alarms.earliestNs(), groupDeadlineNs())) {
        onTickDeadline(atNs);
        continue;
      }
      // What a member's own rules do at that time goes before its group.
      if (groupDeadlineNs() < alarms.earliestNs()) {
        onGroupDeadline(atNs);
        continue;
      }
      Deadlines kind = alarms.next();
      long dueNs = kind.earliestNs();
      Position position = kind.poll();
      if (kind == exitDeadlines) {
        orders.onExitDeadline(position, atNs);
      } else if (kind == bookingDeadlines) {
        orders.onBookingDeadline(position, atNs);
      } else if (kind == entryDeadlines) {
        orders.onEntryDeadline(position, atNs);
      } else {
        onDeadline(kind, position, dueNs, atNs);
      }
    }
  }

  /** Time of its earliest deadline, {@link Deadlines#NONE} if there is none. */
  public final long nextDeadlineNs() {
    return Math.min(Math.min(tickDeadlineNs(), groupDeadlineNs()), alarms.earliestNs());
  }

  @Override
  public void onOrderSent(long clOrdIdHigh, long clOrdIdLow) {
    orders.onSent(clOrdIdHigh, clOrdIdLow, nowNs);
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
    Position grown =
        orders.onReport(
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
    if (grown != null && grown.isOpen()) {
      onGrown(grown);
    }
    Position filled =
        execType == ExecType.TRADE
            ? positions.byOrdinal(ClOrdId.positionOrdinal(clOrdIdHigh, clOrdIdLow))
            : null;
    if (filled != null) {
      onChanged(filled);
    }
  }

  @Override
  public void onVenuePositionsBegin(long queryId, int rowCount) {
    orders.onAnswerBegin(queryId, rowCount);
  }

  @Override
  public void onVenuePosition(long queryId, long positionId, int instrumentId, long netQuantityE8) {
    orders.onAnswerRow(queryId, positionId, instrumentId, netQuantityE8);
  }

  @Override
  public void onVenuePositionsEnd(long queryId, int rowCount) {
    Position closed = orders.onAnswerEnd(queryId, rowCount, nowNs);
    if (closed != null) {
      onChanged(closed);
    }
  }

  @Override
  public void onOrderStatus(
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus ordStatus,
      long cumQuantityE8,
      long leavesQuantityE8) {
    orders.onStatus(queryId, clOrdIdHigh, clOrdIdLow, ordStatus, cumQuantityE8, nowNs);
  }

  @Override
  public void onSessionStatus(SessionState sessionState) {
    if (sessionState == SessionState.DISCONNECTED) {
      decisions.onAlert(nowNs, AlertKind.SESSION_DOWN, E8.NULL, -1, orders.live(), 0);
    } else {
      // What was on its way when the connection broke may be lost, in either direction.
      orders.askAll(nowNs);
    }
  }

  final void writeOrders(StateOut out) {
    ruleDeadlines.write(out);
    sweepDeadlines.write(out);
    bookDeadlines.write(out);
    staleDeadlines.write(out);
    bracketDeadlines.write(out);
    exitDeadlines.write(out);
    bookingDeadlines.write(out);
    entryDeadlines.write(out);
    orders.write(out);
  }

  final void readOrders(StateIn in) {
    ruleDeadlines.read(in);
    sweepDeadlines.read(in);
    bookDeadlines.read(in);
    staleDeadlines.read(in);
    bracketDeadlines.read(in);
    exitDeadlines.read(in);
    bookingDeadlines.read(in);
    entryDeadlines.read(in);
    orders.read(in);
  }
}
