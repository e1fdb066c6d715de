package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.Operator;
import io.ripcord.testing.RecordedDecisions.Decision;
import io.ripcord.testing.RecordedDecisions.EntryOrder;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.OrderQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ten lots at 100 with a stop at 98 and orders in more than one lane; the venue speaks of the n-th
 * order, from 1. Prices are those of a long position, mirrored at 100 for a short one.
 */
final class Lanes {
  private static final long MIRROR_E8 = 200 * E8.ONE;
  private static final int CAPACITY = 4;

  private record Order(long high, long low, long quantityE8) {}

  private final Side side;
  private final EngineHarness engine;
  private final List<Order> orders = new ArrayList<>();
  private final Map<Long, Long> filledE8 = new HashMap<>();
  private int said;
  private long execId = 1_000;

  private Lanes(Side side, RuleKind kind, long... parameters) {
    this.side = side;
    engine =
        new EngineHarness(CAPACITY, false)
            .instrument("X", "0.01", "0.1", "1")
            .policy(p -> p.stopPercent("2").rule(kind, parameters))
            .open(1, side, "10", "100");
  }

  /** Half is being booked, as order 1, since 105. */
  static Lanes booking(Side side) {
    return new Lanes(side, RuleKind.PARTIAL, 5_000_000, 0, 50_000_000).tick("105");
  }

  /** As the other; from 110 on three quarters are to be booked in all. */
  static Lanes bookingTwice(Side side) {
    return new Lanes(side, RuleKind.PARTIAL, 5_000_000, 0, 50_000_000, 10_000_000, 0, 75_000_000)
        .tick("105");
  }

  /** A quarter is being added, as order 1, since 105. */
  static Lanes entering(Side side) {
    return entering(side, 1);
  }

  /** As the other, for so many quarters, one after the other. */
  static Lanes entering(Side side, int times) {
    long second = EngineHarness.SECOND_NS;
    return new Lanes(
            side, RuleKind.SCALE_IN, 5_000_000, 25_000_000, 1, 3_000_000, E8.NULL, times, second)
        .tick("100")
        .later(second)
        .tick("104")
        .later(second)
        .tick("105");
  }

  EngineHarness engine() {
    return engine;
  }

  Lanes later(long durationNs) {
    engine.after(durationNs);
    return this;
  }

  Lanes tick(String price) {
    engine.tick(E8.format(mirrored(price)));
    return this;
  }

  /** A human closes a part. */
  Lanes close(String quantity) {
    new Operator(engine).close(1, quantity);
    return this;
  }

  private long mirrored(String price) {
    long priceE8 = E8.parse(price);
    return side == Side.LONG ? priceE8 : MIRROR_E8 - priceE8;
  }

  Lanes timer() {
    engine.timer();
    return this;
  }

  Lanes ack(int number) {
    return report(number, ExecType.NEW, 0, E8.NULL, RejectKind.NONE);
  }

  Lanes fill(int number, String quantity, String price) {
    return report(number, ExecType.TRADE, E8.parse(quantity), mirrored(price), RejectKind.NONE);
  }

  Lanes reject(int number, RejectKind kind) {
    return report(number, ExecType.REJECTED, 0, E8.NULL, kind);
  }

  Lanes cancel(int number) {
    return report(number, ExecType.CANCELED, 0, E8.NULL, RejectKind.NONE);
  }

  private Lanes report(int number, ExecType type, long lastE8, long priceE8, RejectKind kind) {
    Order order = order(number);
    long cumE8 = filledE8.merge(order.low, lastE8, Long::sum);
    boolean working = type == ExecType.NEW || type == ExecType.TRADE;
    long leavesE8 = working ? Math.max(0, order.quantityE8 - cumE8) : 0;
    engine
        .venue()
        .publisher()
        .executionReport(
            engine.nowNs(),
            order.high,
            order.low,
            type,
            ++execId,
            lastE8,
            priceE8,
            cumE8,
            leavesE8,
            kind);
    return this;
  }

  /** The answer to the last question about an order. */
  Lanes status(int number, OrdStatus status, String filled) {
    Order order = order(number);
    List<OrderQuery> asked =
        engine.decisions().of(OrderQuery.class).stream()
            .filter(query -> query.clOrdIdHigh() == order.high && query.clOrdIdLow() == order.low)
            .toList();
    long cumE8 = E8.parse(filled);
    engine
        .venue()
        .status(
            engine.nowNs(), asked.get(asked.size() - 1), status, cumE8, order.quantityE8 - cumE8);
    return this;
  }

  /** A human wants a part out. */
  Lanes closePart(String quantity) {
    new Operator(engine).close(1, quantity);
    return this;
  }

  Lanes flat() {
    engine.flat();
    return this;
  }

  private Order order(int number) {
    orders.clear();
    for (Decision decision : engine.decisions().all()) {
      if (decision instanceof ExitOrder exit) {
        add(exit.clOrdIdHigh(), exit.clOrdIdLow(), exit.quantityE8());
      } else if (decision instanceof EntryOrder entry) {
        add(entry.clOrdIdHigh(), entry.clOrdIdLow(), entry.quantityE8());
      }
    }
    return orders.get(number - 1);
  }

  private void add(long high, long low, long quantityE8) {
    orders.add(new Order(high, low, quantityE8));
  }

  /** What was said since the last time, without what must be looked at by its numbers. */
  Lanes says(String... lines) {
    List<Decision> all = engine.decisions().all();
    assertThat(all.subList(said, all.size()).stream().map(Lanes::line).collect(Collectors.toList()))
        .containsExactly(lines);
    said = all.size();
    return this;
  }

  private static String line(Decision decision) {
    String text = decision.toString();
    if (decision instanceof ExitOrder order) {
      return "exit " + E8.format(order.quantityE8()) + " " + order.reason();
    }
    if (decision instanceof EntryOrder order) {
      return "entry " + E8.format(order.quantityE8());
    }
    int end = text.indexOf(" exit=");
    return end > 0
        ? text.substring(0, end)
        : text.replaceFirst(" position=.*", "").replaceFirst(" 1$", "");
  }

  /** An engine that takes over before any of the inputs says the same from there on. */
  void goesOnFromAnywhere() {
    List<byte[]> inputs = engine.rig().inputFrames();
    List<String> frames = engine.rig().decisionFrames();
    for (int at = 0; at <= inputs.size(); at++) {
      EngineRig first = new EngineRig(CAPACITY, false).replay(inputs.subList(0, at));
      EngineRig second = new EngineRig(CAPACITY, false).takeOver(first);
      second.replay(inputs.subList(at, inputs.size()));
      int heard = first.decisionFrames().size();
      assertThat(second.decisionFrames()).isEqualTo(frames.subList(heard, frames.size()));
      assertThat(second.engine().stateHash()).isEqualTo(engine.engine().stateHash());
      assertThat(second.engine().nextDeadlineNs()).isEqualTo(engine.engine().nextDeadlineNs());
    }
  }
}
