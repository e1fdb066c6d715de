package io.ripcord.testing;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.money.E8;
import io.ripcord.testing.RecordedDecisions.Decision;
import io.ripcord.testing.RecordedDecisions.EntryOrder;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.OrderQuery;
import io.ripcord.testing.RecordedDecisions.PositionsQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A venue that is honest but unkind: it acknowledges, fills in pieces, refuses, cancels and lets
 * expire as it likes; its reports come in any order and some come twice; its answers are late,
 * incomplete or to a question of long ago. What it says is always true, so an engine must survive
 * it: an order that could turn a position round is an {@link AssertionError}.
 */
public final class RandomVenue {
  private final EngineHarness engine;
  private final Random random;
  private final List<Order> live = new ArrayList<>();
  private final List<Report> undelivered = new ArrayList<>();
  private final List<Report> delivered = new ArrayList<>();
  private final List<PositionsQuery> queries = new ArrayList<>();
  private final List<OrderQuery> orderQueries = new ArrayList<>();
  private final Map<String, Order> byId = new HashMap<>();
  private final Map<Long, Long> held = new HashMap<>();
  private int read;
  private long execId;

  private static final class Order {
    private final ExitOrder order;
    private final boolean isEntry;
    private boolean accepted;
    private OrdStatus end;
    private long cumE8;
    private long leavesE8;

    Order(ExitOrder order, boolean isEntry) {
      this.order = order;
      this.isEntry = isEntry;
      leavesE8 = order.quantityE8();
    }
  }

  private record Report(
      ExitOrder order,
      ExecType type,
      long execId,
      long lastE8,
      long priceE8,
      long cumE8,
      long leavesE8,
      RejectKind kind) {}

  /** The venue of an engine. */
  public RandomVenue(EngineHarness engine, Random random) {
    this.engine = engine;
    this.random = random;
  }

  /** What the venue holds of a position. */
  public long heldE8(long positionId) {
    return held.computeIfAbsent(positionId, id -> engine.position(id).quantityE8());
  }

  /** Whether it has nothing left to do or to say. */
  public boolean isIdle() {
    takeDecisions();
    return live.isEmpty() && undelivered.isEmpty() && queries.isEmpty() && orderQueries.isEmpty();
  }

  /** Does or says one thing. */
  public void step() {
    takeDecisions();
    int choice = random.nextInt(10);
    if (choice < 4 && !live.isEmpty()) {
      work(live.get(random.nextInt(live.size())));
    } else if (choice < 8 && !undelivered.isEmpty()) {
      deliver(undelivered.remove(random.nextInt(undelivered.size())));
    } else if (choice == 8 && !delivered.isEmpty() && random.nextInt(4) == 0) {
      deliver(delivered.get(random.nextInt(delivered.size())));
    } else if (!orderQueries.isEmpty()) {
      answer(orderQueries.remove(random.nextInt(orderQueries.size())));
    } else if (!queries.isEmpty()) {
      boolean newest = random.nextInt(4) > 0;
      answer(queries.get(newest ? queries.size() - 1 : random.nextInt(queries.size())));
    }
  }

  private void takeDecisions() {
    List<Decision> said = engine.decisions().all();
    for (; read < said.size(); read++) {
      if (said.get(read) instanceof ExitOrder order) {
        accept(order);
      } else if (said.get(read) instanceof EntryOrder order) {
        accept(order);
      } else if (said.get(read) instanceof PositionsQuery query) {
        queries.add(query);
      } else if (said.get(read) instanceof OrderQuery query) {
        orderQueries.add(query);
      }
    }
  }

  private void accept(ExitOrder order) {
    long working =
        live.stream()
            .filter(o -> !o.isEntry && o.order.positionId() == order.positionId())
            .mapToLong(o -> o.leavesE8)
            .sum();
    if (order.quantityE8() <= 0 || working + order.quantityE8() > heldE8(order.positionId())) {
      throw new AssertionError(
          "%s while %s works and %s is held"
              .formatted(order, E8.format(working), E8.format(heldE8(order.positionId()))));
    }
    take(order, false);
  }

  /** To a venue an entry is an order like any other, the other way round. */
  private void accept(EntryOrder order) {
    if (order.quantityE8() <= 0 || heldE8(order.positionId()) <= 0) {
      throw new AssertionError(order + " though nothing is held");
    }
    take(
        new ExitOrder(
            order.timeNs(),
            order.positionId(),
            order.instrumentId(),
            order.clOrdIdHigh(),
            order.clOrdIdLow(),
            order.side(),
            order.orderType(),
            order.quantityE8(),
            order.attempt(),
            null,
            null,
            order.levelE8(),
            order.triggerPriceE8(),
            order.timeNs()),
        true);
  }

  private void take(ExitOrder order, boolean isEntry) {
    Order taken = new Order(order, isEntry);
    live.add(taken);
    if (byId.put(order.clOrdId(), taken) != null) {
      throw new AssertionError(order + " repeats an id though no order is ever lost");
    }
    if (random.nextInt(3) > 0) {
      engine.venue().sent(engine.nowNs(), order);
    }
  }

  private void work(Order order) {
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        if (!order.accepted) {
          order.accepted = true;
          say(order, ExecType.NEW, 0, E8.NULL, RejectKind.NONE);
        }
      }
      case 2 -> {
        if (!order.accepted && order.cumE8 == 0) {
          boolean permanent = random.nextInt(8) == 0;
          end(order, ExecType.REJECTED, permanent ? RejectKind.PERMANENT : RejectKind.TRANSIENT);
        }
      }
      case 3 -> end(order, ExecType.CANCELED, RejectKind.NONE);
      case 4 -> end(order, ExecType.EXPIRED, RejectKind.NONE);
      default -> fill(order);
    }
  }

  private void fill(Order order) {
    long quantityE8 =
        random.nextBoolean()
            ? order.leavesE8
            : Math.max(1, Seeds.magnitude(random, order.leavesE8));
    order.accepted = true;
    order.cumE8 += quantityE8;
    order.leavesE8 -= quantityE8;
    held.merge(order.order.positionId(), order.isEntry ? quantityE8 : -quantityE8, Long::sum);
    long reference = Math.max(2, order.order.triggerPriceE8());
    long priceE8 = reference + reference / 100 - Seeds.magnitude(random, reference / 50 + 1);
    say(order, ExecType.TRADE, quantityE8, priceE8, RejectKind.NONE);
    if (order.leavesE8 == 0) {
      order.end = OrdStatus.FILLED;
      live.remove(order);
    }
  }

  private void end(Order order, ExecType type, RejectKind kind) {
    order.leavesE8 = 0;
    order.end =
        switch (type) {
          case REJECTED -> OrdStatus.REJECTED;
          case CANCELED -> OrdStatus.CANCELED;
          default -> OrdStatus.EXPIRED;
        };
    live.remove(order);
    say(order, type, 0, E8.NULL, kind);
  }

  private void say(Order order, ExecType type, long lastE8, long priceE8, RejectKind kind) {
    undelivered.add(
        new Report(
            order.order, type, ++execId, lastE8, priceE8, order.cumE8, order.leavesE8, kind));
  }

  private void deliver(Report r) {
    engine
        .venue()
        .report(
            engine.nowNs(),
            r.order,
            r.type,
            r.execId,
            r.lastE8,
            r.priceE8,
            r.cumE8,
            r.leavesE8,
            r.kind);
    delivered.add(r);
  }

  private void answer(OrderQuery query) {
    Order order = byId.get(ClOrdId.format(query.clOrdIdHigh(), query.clOrdIdLow()));
    OrdStatus working = order.cumE8 == 0 ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
    OrdStatus status = order.end == null ? working : order.end;
    engine.venue().status(engine.nowNs(), query, status, order.cumE8, order.leavesE8);
  }

  private void answer(PositionsQuery query) {
    switch (random.nextInt(4)) {
      case 0 -> engine.venue().publisher().venuePositionsBegin(engine.nowNs(), query.queryId(), 2);
      case 1 -> queries.remove(query);
      default -> {
        queries.removeIf(other -> other.positionId() == query.positionId());
        long netE8 = heldE8(query.positionId());
        if (netE8 == 0) {
          engine.venue().flat(engine.nowNs(), query.queryId());
        } else {
          engine.venue().holds(engine.nowNs(), query, netE8);
        }
      }
    }
  }
}
