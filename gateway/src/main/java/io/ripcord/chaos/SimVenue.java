package io.ripcord.chaos;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.SessionState;
import io.ripcord.event.Side;
import io.ripcord.venue.OrderGateway;
import io.ripcord.venue.VenueOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The venue: what it holds is the truth. Orders come late, twice or never; reports are lost,
 * doubled and overtake one another; questions go unanswered. It takes every id once. One thread.
 */
final class SimVenue extends OrderGateway {
  static final long LOT_E8 = 1_000_000;
  private static final long LATE_NS = 10 * World.SECOND;
  private static final long SLOW_NS = 20 * World.SECOND;
  private static final int MAX_PARTS = 3;

  private final World world;
  private final Map<String, SimOrder> orders = new HashMap<>();
  private final Map<Long, Holding> holdings = new HashMap<>();
  private final Set<String> deniedIds = new HashSet<>();
  private final Dice dice;
  private SimMarket market;
  private SimNode node;
  private long executions;
  private long downSinceNs;
  private boolean connected = true;

  /** What is held of a position: negative for a short one. */
  private static final class Holding {
    final int instrumentId;
    final int sign;
    long netE8;

    Holding(int instrumentId, int sign, long netE8) {
      this.instrumentId = instrumentId;
      this.sign = sign;
      this.netE8 = netE8;
    }
  }

  SimVenue(World world) {
    this.world = world;
    dice = world.dice("venue");
  }

  void meet(SimNode newNode, SimMarket newMarket) {
    node = newNode;
    market = newMarket;
  }

  /** A trader has bought or sold: from now on this is held. */
  void hold(long positionId, int instrumentId, Side side, long quantityE8) {
    holdings.put(positionId, new Holding(instrumentId, side.sign(), side.sign() * quantityE8));
  }

  long netE8(long positionId) {
    return holdings.get(positionId).netE8;
  }

  int liveOrders() {
    return (int) orders.values().stream().filter(SimOrder::isLive).count();
  }

  boolean isConnected() {
    return connected;
  }

  /** The connection breaks, for as long as the draw says. */
  void goDown() {
    if (!connected) {
      return;
    }
    connected = false;
    downSinceNs = world.nowNs();
    long most = dice.oneIn(4) ? 40 * World.MINUTE : World.MINUTE;
    world.in(world.faults().howMuch(Fault.VENUE_DOWN, World.MS, most), this::comeBack);
    say();
  }

  void comeBack() {
    if (connected) {
      return;
    }
    connected = true;
    if (world.nowNs() - downSinceNs > 30 * World.MINUTE) {
      world.saw(Rarity.DOWN_HALF_AN_HOUR);
    }
    say();
  }

  private void say() {
    if (node.isUp()) {
      node.inputs()
          .venue
          .sessionStatus(
              world.nowNs(), connected ? SessionState.CONNECTED : SessionState.DISCONNECTED);
    }
  }

  /** The process is up again and connects. */
  void onStart() {
    say();
  }

  @Override
  protected void onOrder(VenueOrder order) {
    SimOrder request = new SimOrder(order);
    noteOthers(request);
    if (!connected || world.faults().strikes(Fault.LOST_REQUEST)) {
      return;
    }
    boolean late = world.faults().strikes(Fault.LATE_ORDER);
    long delayNs = late ? world.faults().howMuch(Fault.LATE_ORDER, 0, LATE_NS) : latencyNs();
    world.in(delayNs, () -> arrive(request));
  }

  private void noteOthers(SimOrder exit) {
    for (SimOrder order : orders.values()) {
      if (exit.kind() == ClOrdId.KIND_EXIT
          && order.positionId == exit.positionId
          && order.isLive()) {
        if (order.kind() == ClOrdId.KIND_BOOKING) {
          world.saw(Rarity.EXIT_DURING_BOOKING);
        } else if (order.entry) {
          world.saw(Rarity.EXIT_DURING_ENTRY);
        }
      }
    }
  }

  private long latencyNs() {
    return dice.between(World.MS, 15 * World.MS);
  }

  private void arrive(SimOrder request) {
    SimOrder known = orders.get(request.id());
    if (known != null) {
      world.saw(Rarity.SAME_ID_TWICE);
      if (!known.isSameAs(request)) {
        throw new Violation(
            Invariant.ID_ONCE, request.positionId, "order " + request.id() + " is two orders");
      }
      return;
    }
    if (deniedIds.contains(request.id())) {
      world.saw(Rarity.ARRIVED_AFTER_ABSENT);
    }
    checkLimits(request);
    orders.put(request.id(), request);
    request.silent = world.faults().strikes(Fault.LOST_RESPONSE);
    if (world.faults().strikes(Fault.REFUSED_FOR_GOOD)) {
      reject(request, RejectKind.PERMANENT);
    } else if (world.faults().strikes(Fault.REFUSED_FOR_NOW)) {
      reject(request, RejectKind.TRANSIENT);
    } else {
      accept(request);
    }
  }

  private void checkLimits(SimOrder request) {
    if (request.quantityE8 <= 0 || request.quantityE8 % LOT_E8 != 0) {
      throw new Violation(
          Invariant.IN_LIMITS, request.positionId, "quantity at 1e-8: " + request.quantityE8);
    }
    if (request.entry) {
      return;
    }
    long workingE8 = 0;
    for (SimOrder order : orders.values()) {
      boolean other = order.positionId != request.positionId || order.entry;
      workingE8 += other ? 0 : order.leavesE8();
    }
    long heldE8 = Math.abs(netE8(request.positionId));
    if (workingE8 + request.quantityE8 > heldE8) {
      throw new Violation(
          Invariant.NEVER_MORE_THAN_HELD,
          request.positionId,
          "an exit of "
              + request.quantityE8
              + " beside "
              + workingE8
              + " that work, held "
              + heldE8);
    }
  }

  private void reject(SimOrder order, RejectKind kind) {
    order.status = OrdStatus.REJECTED;
    report(order, ExecType.REJECTED, 0, 0, kind);
  }

  private void accept(SimOrder order) {
    report(order, ExecType.NEW, 0, 0, RejectKind.NONE);
    long lots = order.quantityE8 / LOT_E8;
    boolean cancels = lots > 1 && world.faults().strikes(Fault.PART_THEN_CANCEL);
    long fillsE8 = cancels ? dice.between(0, lots - 1) * LOT_E8 : order.quantityE8;
    int parts = 1 + dice.below(MAX_PARTS);
    fill(order, fillsE8, parts, cancels);
  }

  private void fill(SimOrder order, long leftE8, int parts, boolean cancels) {
    world.in(
        latencyNs(),
        () -> {
          long lots = leftE8 / LOT_E8;
          long nowE8 = parts <= 1 || lots <= 1 ? leftE8 : dice.between(1, lots) * LOT_E8;
          if (nowE8 > 0) {
            execute(order, nowE8);
          }
          if (leftE8 > nowE8) {
            fill(order, leftE8 - nowE8, parts - 1, cancels);
          } else if (cancels) {
            order.status = OrdStatus.CANCELED;
            report(order, ExecType.CANCELED, 0, 0, RejectKind.NONE);
          }
        });
  }

  private void execute(SimOrder order, long quantityE8) {
    Holding holding = holdings.get(order.positionId);
    order.filledE8 += quantityE8;
    boolean done = order.filledE8 == order.quantityE8;
    order.status = done ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED;
    holding.netE8 += holding.sign * (order.entry ? quantityE8 : -quantityE8);
    if (holding.netE8 * holding.sign < 0) {
      throw new Violation(
          Invariant.NEVER_REVERSED, order.positionId, "the venue holds " + holding.netE8);
    }
    report(order, ExecType.TRADE, quantityE8, market.lastE8(order.instrumentId), RejectKind.NONE);
  }

  private void report(
      SimOrder order, ExecType type, long quantityE8, long priceE8, RejectKind kind) {
    long execId = ++executions;
    long cumE8 = order.filledE8;
    long leavesE8 = order.leavesE8();
    if (order.silent) {
      return;
    }
    Runnable deliver =
        () -> deliver(order, type, execId, quantityE8, priceE8, cumE8, leavesE8, kind);
    world.in(reportNs(), deliver);
    if (world.faults().strikes(Fault.DUPLICATE_REPORT)) {
      world.in(reportNs(), deliver);
    }
  }

  private long reportNs() {
    if (world.faults().strikes(Fault.SLOW_VENUE)) {
      return world.faults().howMuch(Fault.SLOW_VENUE, World.SECOND, SLOW_NS);
    }
    boolean shuffled = world.faults().strikes(Fault.REORDERED_REPORTS);
    return shuffled
        ? world.faults().howMuch(Fault.REORDERED_REPORTS, World.MS, 3 * World.SECOND)
        : World.MS;
  }

  private void deliver(
      SimOrder order,
      ExecType type,
      long execId,
      long quantityE8,
      long priceE8,
      long cumE8,
      long leavesE8,
      RejectKind kind) {
    if (!node.isUp() || !connected) {
      return;
    }
    if (type == ExecType.TRADE && leavesE8 > 0 && !order.isLive()) {
      world.saw(Rarity.FILL_AFTER_END);
    }
    node.inputs()
        .venue
        .executionReport(
            world.nowNs(),
            order.high,
            order.low,
            type,
            execId,
            quantityE8,
            priceE8,
            cumE8,
            leavesE8,
            kind);
  }

  private boolean isAnswered() {
    return connected && !world.faults().strikes(Fault.LOST_ANSWER);
  }

  private long answerNs() {
    boolean late = world.faults().strikes(Fault.LATE_ANSWER);
    return late ? world.faults().howMuch(Fault.LATE_ANSWER, 0, LATE_NS) : latencyNs();
  }

  @Override
  public void onOrderQuery(
      long timeNs, long queryId, long positionId, int instrumentId, long high, long low) {
    if (isAnswered()) {
      world.in(latencyNs(), () -> answerStatus(queryId, high, low));
    }
  }

  private void answerStatus(long queryId, long high, long low) {
    String id = ClOrdId.format(high, low);
    SimOrder order = orders.get(id);
    OrdStatus status = order == null ? OrdStatus.UNKNOWN_ORDER : order.status;
    long cumE8 = order == null ? 0 : order.filledE8;
    long leavesE8 = order == null ? 0 : order.leavesE8();
    if (order == null) {
      deniedIds.add(id);
    }
    world.in(
        answerNs(),
        () -> {
          if (node.isUp() && connected) {
            node.inputs()
                .venue
                .orderStatus(world.nowNs(), queryId, high, low, status, cumE8, leavesE8);
          }
        });
  }

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
    if (isAnswered()) {
      world.in(latencyNs(), () -> answerPositions(queryId, positionId));
    }
  }

  private void answerPositions(long queryId, long positionId) {
    Holding holding = holdings.get(positionId);
    long netE8 = holding.netE8;
    int rows = netE8 == 0 ? 0 : 1;
    if (rows > 0) {
      world.saw(Rarity.PROOF_CONTRADICTED);
    }
    boolean part = world.faults().strikes(Fault.PART_OF_ANSWER);
    boolean withoutRow = part && dice.oneIn(2);
    world.in(
        answerNs(),
        () -> {
          if (!node.isUp() || !connected) {
            return;
          }
          long nowNs = world.nowNs();
          node.inputs().venue.venuePositionsBegin(nowNs, queryId, rows + (withoutRow ? 1 : 0));
          if (rows > 0 && !withoutRow) {
            node.inputs()
                .venue
                .venuePosition(nowNs, queryId, positionId, holding.instrumentId, netE8);
          }
          if (!part || withoutRow) {
            node.inputs().venue.venuePositionsEnd(nowNs, queryId, rows + (withoutRow ? 1 : 0));
          }
        });
  }
}
