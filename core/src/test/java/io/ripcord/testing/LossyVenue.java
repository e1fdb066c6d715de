package io.ripcord.testing;

import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.money.E8;
import io.ripcord.testing.RecordedDecisions.Decision;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.OrderQuery;
import io.ripcord.testing.RecordedDecisions.PositionsQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A venue behind a bad line. Orders, questions, reports and answers are late, come in any order,
 * come twice or never; the connection breaks. The venue itself keeps an honest ledger, knows every
 * order id that has reached it and takes none twice. Its ledger is the judge: an order that could
 * work beside an earlier one, or for more than is held, is an {@link AssertionError}.
 *
 * <p>What it reports of an order that the engine knows to work is lost only with the connection or
 * with the engine itself: nothing but a new start or session makes an engine ask about such an
 * order.
 */
public final class LossyVenue {
  private final EngineHarness engine;
  private final Random random;
  private final Map<String, Order> ledger = new LinkedHashMap<>();
  private final Map<Long, Long> held = new HashMap<>();
  private final List<Message> toVenue = new ArrayList<>();
  private final List<Message> toEngine = new ArrayList<>();
  private final List<Message> delivered = new ArrayList<>();
  private boolean connected = true;
  private boolean honest;
  private int read;
  private long execId;
  private int repeatedOrders;
  private int lostFills;

  /** Something on its way; what may be lost at any time is not {@code dear}. */
  private record Message(boolean dear, boolean fill, Runnable arrival) {}

  private static final class Order {
    private final ExitOrder order;
    private boolean arrived;
    private OrdStatus end;
    private long cumE8;

    Order(ExitOrder order) {
      this.order = order;
    }

    long leavesE8() {
      return end == null ? order.quantityE8() - cumE8 : 0;
    }

    OrdStatus status() {
      if (!arrived) {
        return OrdStatus.UNKNOWN_ORDER;
      }
      if (end != null) {
        return end;
      }
      return cumE8 == 0 ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
    }
  }

  /** The venue of an engine. */
  public LossyVenue(EngineHarness engine, Random random) {
    this.engine = engine;
    this.random = random;
  }

  /** What the venue holds of a position. */
  public long heldE8(long positionId) {
    return held.computeIfAbsent(positionId, id -> engine.position(id).quantityE8());
  }

  /** Orders that were said again under their own id. */
  public int repeatedOrders() {
    return repeatedOrders;
  }

  /** Fills of which no report has reached the engine or ever will. */
  public int lostFills() {
    return lostFills;
  }

  /** Whether nothing is on its way and no order works. */
  public boolean isIdle() {
    takeDecisions();
    return toVenue.isEmpty() && toEngine.isEmpty() && working() == null;
  }

  private Order working() {
    List<Order> all = ledger.values().stream().filter(o -> o.arrived && o.end == null).toList();
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }

  /** From now on it loses nothing and fills what it gets. */
  public void becomeHonest() {
    honest = true;
    if (!connected) {
      connect();
    }
  }

  /** Nothing gets through until {@link #connect}, and some of what was on its way is lost. */
  public void disconnect() {
    connected = false;
    new Operator(engine).disconnected();
    loseSome();
  }

  /** Whether messages get through. */
  public boolean isConnected() {
    return connected;
  }

  /** Messages get through again. */
  public void connect() {
    connected = true;
    new Operator(engine).connected();
  }

  /** The engine was killed and starts again; what was on its way to it may be lost. */
  public void restart(int epoch) {
    loseSome();
    engine.restart(epoch);
  }

  private void loseSome() {
    takeDecisions();
    toVenue.removeIf(message -> random.nextBoolean());
    toEngine.removeIf(this::isLost);
  }

  private boolean isLost(Message message) {
    boolean lost = random.nextBoolean();
    lostFills += lost && message.fill ? 1 : 0;
    return lost;
  }

  /** Does, says, hears or loses one thing. */
  public void step() {
    takeDecisions();
    int choice = random.nextInt(10);
    if (choice < 3) {
      work(working());
    } else if (!connected) {
      // Whatever would arrive does not.
      return;
    } else if (choice < 5 && !toVenue.isEmpty()) {
      Message message = toVenue.remove(random.nextInt(toVenue.size()));
      if (honest || random.nextInt(4) > 0) {
        message.arrival.run();
      }
    } else if (choice < 8 && !toEngine.isEmpty()) {
      Message message = toEngine.remove(random.nextInt(toEngine.size()));
      if (honest || message.dear || random.nextInt(4) > 0) {
        message.arrival.run();
        delivered.add(message);
      }
    } else if (!honest && !delivered.isEmpty() && random.nextInt(4) == 0) {
      delivered.get(random.nextInt(delivered.size())).arrival.run();
    }
  }

  private void takeDecisions() {
    List<Decision> said = engine.decisions().all();
    for (; read < said.size(); read++) {
      Decision decision = said.get(read);
      if (decision instanceof ExitOrder order) {
        take(order);
      } else if (decision instanceof OrderQuery query) {
        send(() -> answer(query));
      } else if (decision instanceof PositionsQuery query) {
        send(() -> answer(query));
      }
    }
  }

  private void send(Runnable arrival) {
    if (connected) {
      toVenue.add(new Message(false, false, arrival));
    }
  }

  private void take(ExitOrder said) {
    Order known = ledger.get(said.clOrdId());
    if (known != null) {
      repeatedOrders++;
      require(said.quantityE8() == known.order.quantityE8(), said, "repeats another quantity");
      require(said.positionId() == known.order.positionId(), said, "repeats another position");
      require(said.attempt() == known.order.attempt(), said, "repeats another attempt");
    } else {
      for (Order earlier : ledger.values()) {
        boolean same = earlier.order.positionId() == said.positionId();
        require(!same || earlier.end != null, said, "may work beside " + earlier.order.clOrdId());
      }
      require(said.quantityE8() > 0, said, "is for nothing");
      require(said.quantityE8() <= heldE8(said.positionId()), said, "is for more than is held");
      ledger.put(said.clOrdId(), new Order(said));
    }
    send(() -> arrive(ledger.get(said.clOrdId())));
    if (connected && random.nextInt(3) > 0) {
      engine.venue().sent(engine.nowNs(), said);
    }
  }

  private void require(boolean holds, ExitOrder said, String what) {
    if (!holds) {
      throw new AssertionError(said.clOrdId() + " " + said + " " + what);
    }
  }

  private void arrive(Order order) {
    if (order.arrived) {
      return;
    }
    order.arrived = true;
    if (!honest && random.nextInt(6) == 0) {
      end(order, OrdStatus.REJECTED, ExecType.REJECTED, RejectKind.TRANSIENT);
    } else {
      say(order, ExecType.NEW, 0, E8.NULL, RejectKind.NONE);
    }
  }

  private void work(Order order) {
    if (order == null) {
      return;
    }
    int choice = honest ? 9 : random.nextInt(10);
    if (choice == 0) {
      end(order, OrdStatus.CANCELED, ExecType.CANCELED, RejectKind.NONE);
    } else if (choice == 1) {
      end(order, OrdStatus.EXPIRED, ExecType.EXPIRED, RejectKind.NONE);
    } else {
      fill(order);
    }
  }

  private void fill(Order order) {
    long leavesE8 = order.leavesE8();
    boolean all = honest || random.nextInt(3) == 0;
    long lastE8 = all ? leavesE8 : Math.max(1, Seeds.magnitude(random, leavesE8));
    order.cumE8 += lastE8;
    order.end = order.cumE8 == order.order.quantityE8() ? OrdStatus.FILLED : null;
    held.put(order.order.positionId(), heldE8(order.order.positionId()) - lastE8);
    say(order, ExecType.TRADE, lastE8, order.order.triggerPriceE8(), RejectKind.NONE);
  }

  private void end(Order order, OrdStatus status, ExecType type, RejectKind kind) {
    order.end = status;
    say(order, type, 0, E8.NULL, kind);
  }

  private void say(Order order, ExecType type, long lastE8, long priceE8, RejectKind kind) {
    long id = ++execId;
    long cumE8 = order.cumE8;
    long leavesE8 = order.leavesE8();
    ExitOrder about = order.order;
    Runnable arrival =
        () ->
            engine
                .venue()
                .report(engine.nowNs(), about, type, id, lastE8, priceE8, cumE8, leavesE8, kind);
    Message message = new Message(type != ExecType.NEW, type == ExecType.TRADE, arrival);
    if (connected || !isLost(message)) {
      toEngine.add(message);
    }
  }

  private void answer(OrderQuery query) {
    Order order =
        ledger.values().stream()
            .filter(o -> o.order.clOrdIdHigh() == query.clOrdIdHigh())
            .filter(o -> o.order.clOrdIdLow() == query.clOrdIdLow())
            .findFirst()
            .orElseThrow(() -> new AssertionError(query + " is about no order"));
    OrdStatus status = order.status();
    long cumE8 = order.cumE8;
    long leavesE8 = order.leavesE8();
    Runnable arrival = () -> engine.venue().status(engine.nowNs(), query, status, cumE8, leavesE8);
    toEngine.add(new Message(false, false, arrival));
  }

  private void answer(PositionsQuery query) {
    long netE8 = heldE8(query.positionId());
    Runnable arrival =
        netE8 == 0
            ? () -> engine.venue().flat(engine.nowNs(), query.queryId())
            : () -> engine.venue().holds(engine.nowNs(), query, netE8);
    toEngine.add(new Message(false, false, arrival));
  }
}
