package io.ripcord.execution;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.market.Instruments;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Carries orders from the decision to the proof, in three lanes per position: full exits, partial
 * exits (bookings) and entries that add to it. Working and in-doubt exits of a position never pass
 * what it has open. Finds the lane that a report speaks of by the kind in its order id.
 *
 * <p>Engine thread only.
 */
public final class Orders {
  private final Positions positions;
  private final OrderContext context;
  private final BookingLane bookings;
  private final EntryLane entries;
  private final ExitLane exits;
  private final OrderLane[] lanes;
  private final Executions executions = new Executions();

  /**
   * Orders of these positions.
   *
   * @param exitDeadlines when full exits want to be woken; the other two likewise
   */
  public Orders(
      Positions positions,
      Instruments instruments,
      Deadlines exitDeadlines,
      Deadlines bookingDeadlines,
      Deadlines entryDeadlines,
      DecisionListener decisions) {
    this.positions = positions;
    context = new OrderContext(positions, instruments, decisions);
    bookings = new BookingLane(context, bookingDeadlines);
    entries = new EntryLane(context, entryDeadlines);
    exits = new ExitLane(context, exitDeadlines, bookings, entries);
    bookings.exits(exits);
    entries.exits(exits);
    lanes = new OrderLane[] {exits, bookings, entries};
  }

  /**
   * A new engine start: order ids carry its numbers from now on, answers to the questions of the
   * one before mean nothing, and nobody knows what became of the orders under way.
   */
  public void start(int instance, int epoch, long nowNs) {
    context.start(instance, epoch);
    askAll(nowNs);
  }

  /** Asks the venue about every order and every proof under way, in order of position id. */
  public void askAll(long nowNs) {
    if (live() == 0) {
      return;
    }
    for (Position position : positions.sortedById()) {
      for (OrderLane lane : lanes) {
        lane.ask(position, nowNs);
      }
    }
  }

  /** Whether nothing may be sent; what waits is sent when that ends. */
  public void halted(boolean halted, long nowNs) {
    boolean resumed = exits.isHalted() && !halted;
    for (OrderLane lane : lanes) {
      lane.halted(halted);
    }
    if (resumed && live() > 0) {
      for (Position position : positions.sortedById()) {
        for (OrderLane lane : lanes) {
          lane.resume(position, nowNs);
        }
      }
    }
  }

  /** Makes room for a position's orders. */
  public void register(Position position) {
    context.proceeds[position.slot()] = new Proceeds();
    for (OrderLane lane : lanes) {
      lane.register(position);
    }
  }

  /** A position's full exit. */
  public OrderIntent exit(Position position) {
    return exits.intent(position);
  }

  /** How many intents are under way. */
  public int live() {
    return exits.live() + bookings.live() + entries.live();
  }

  /**
   * Whether a partial exit or an entry of a position is under way, or over with fills that only the
   * venue's sums tell of: what is open is not known well enough then to book or to add.
   */
  public boolean isBusy(Position position) {
    return bookings.isLive(position)
        || entries.isLive(position)
        || bookings.inDoubtE8(position) > 0
        || entries.inDoubtE8(position) > 0;
  }

  /** Average price of a position's exits, half even; null before the first fill. */
  public long averagePriceE8(Position position) {
    return context.proceeds[position.slot()].averagePriceE8();
  }

  /** What a position's exits have brought so far. */
  public long realizedPnlE8(Position position) {
    return context.proceeds[position.slot()].pnlE8(
        context.instruments.get(position.instrumentId()));
  }

  /**
   * Starts the exit of an open position: the order is out before anything else is said.
   *
   * @param levelE8 level that was touched, null if the rule has none
   * @param triggerPriceE8 price that fired, null if none is known
   */
  public void exit(
      Position position,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      long nowNs) {
    bookings.leave(position);
    position.status(PositionStatus.CLOSING);
    exits.intent(position).begin(reason, source, 0, levelE8, triggerPriceE8, nowNs);
    exits.begun(position, nowNs);
    context.notices.changed(position, nowNs);
  }

  /** Starts a partial exit; the position stays open and must not be {@link #isBusy busy}. */
  public void book(
      Position position,
      ExitReason reason,
      ExitSource source,
      long quantityE8,
      long levelE8,
      long triggerPriceE8,
      long nowNs) {
    bookings.intent(position).begin(reason, source, quantityE8, levelE8, triggerPriceE8, nowNs);
    bookings.begun(position, nowNs);
  }

  /** Starts an order that adds to a position, which must not be {@link #isBusy busy}. */
  public void add(
      Position position, long quantityE8, long levelE8, long triggerPriceE8, long nowNs) {
    entries.intent(position).begin(null, null, quantityE8, levelE8, triggerPriceE8, nowNs);
    entries.begun(position, nowNs);
  }

  /** A position is no longer watched. */
  public void unregister(Position position, long nowNs) {
    position.status(PositionStatus.UNREGISTERED);
    context.notices.changed(position, nowNs);
  }

  /** The sender wrote the order. */
  public void onSent(long clOrdIdHigh, long clOrdIdLow, long nowNs) {
    Position position = owner(clOrdIdHigh, clOrdIdLow, nowNs);
    if (position != null) {
      lane(clOrdIdLow).onSent(position, clOrdIdLow);
    }
  }

  /**
   * The venue speaks of an order.
   *
   * @return the position if it is one whose entry a fill has changed, else {@code null}
   */
  public Position onReport(
      long clOrdIdHigh,
      long clOrdIdLow,
      ExecType execType,
      long execId,
      long lastQuantityE8,
      long lastPriceE8,
      long cumQuantityE8,
      long leavesQuantityE8,
      RejectKind rejectKind,
      long nowNs) {
    Position position = owner(clOrdIdHigh, clOrdIdLow, nowNs);
    if (position == null || !executions.add(execId)) {
      return null;
    }
    OrderLane lane = lane(clOrdIdLow);
    lane.onReport(
        position,
        clOrdIdLow,
        execType,
        lastQuantityE8,
        lastPriceE8,
        cumQuantityE8,
        leavesQuantityE8,
        rejectKind,
        nowNs);
    return lane == entries && execType == ExecType.TRADE ? position : null;
  }

  /** The venue says where an order stands. */
  public void onStatus(
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus status,
      long cumQuantityE8,
      long nowNs) {
    Position position = owner(clOrdIdHigh, clOrdIdLow, nowNs);
    if (position != null) {
      lane(clOrdIdLow).onStatus(position, queryId, clOrdIdLow, status, cumQuantityE8, nowNs);
    }
  }

  /** The deadline of a full exit has come. */
  public void onExitDeadline(Position position, long nowNs) {
    exits.onDeadline(position, nowNs);
  }

  /** The deadline of a partial exit has come. */
  public void onBookingDeadline(Position position, long nowNs) {
    bookings.onDeadline(position, nowNs);
  }

  /** The deadline of an entry has come. */
  public void onEntryDeadline(Position position, long nowNs) {
    entries.onDeadline(position, nowNs);
  }

  /** An answer opens. */
  public void onAnswerBegin(long queryId, int rowCount) {
    exits.proof().onAnswerBegin(queryId, rowCount);
  }

  /** One row of an answer. */
  public void onAnswerRow(long queryId, long positionId, int instrumentId, long netQuantityE8) {
    exits.proof().onAnswerRow(queryId, positionId, instrumentId, netQuantityE8);
  }

  /** An answer is complete: only now does an absent row mean flat. */
  public void onAnswerEnd(long queryId, int rowCount, long nowNs) {
    exits.onAnswerEnd(queryId, rowCount, nowNs);
  }

  private Position owner(long clOrdIdHigh, long clOrdIdLow, long nowNs) {
    Position position = positions.byOrdinal(ClOrdId.positionOrdinal(clOrdIdHigh, clOrdIdLow));
    OrderLane lane = lane(clOrdIdLow);
    if (position == null
        || lane == null
        || !lane.intent(position).hasSent(clOrdIdHigh, clOrdIdLow)) {
      context.notices.unknownOrder(clOrdIdHigh, clOrdIdLow, nowNs);
      return null;
    }
    return position;
  }

  private OrderLane lane(long clOrdIdLow) {
    return switch (ClOrdId.kind(clOrdIdLow)) {
      case ClOrdId.KIND_EXIT -> exits;
      case ClOrdId.KIND_BOOKING -> bookings;
      case ClOrdId.KIND_ENTRY -> entries;
      default -> null;
    };
  }

  /** Writes the intents, and the execution ids that were applied. */
  public void write(StateOut out) {
    out.putStartBound(context.instance());
    out.putStartBound(context.epoch());
    context.questions.write(out);
    for (int slot = 0; slot < positions.count(); slot++) {
      context.proceeds[slot].write(out);
    }
    for (OrderLane lane : lanes) {
      lane.write(out);
    }
    executions.write(out);
  }

  /** Takes on what was written for these positions. */
  public void read(StateIn in) {
    context.start(in.nextInt(), in.nextInt());
    context.questions.read(in);
    for (int slot = 0; slot < positions.count(); slot++) {
      context.proceeds[slot] = new Proceeds();
      context.proceeds[slot].read(in);
    }
    for (OrderLane lane : lanes) {
      lane.read(in);
    }
    executions.read(in);
  }
}
