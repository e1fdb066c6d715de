package io.ripcord.replay;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.money.E8;
import io.ripcord.money.WideSum;
import io.ripcord.replay.ExplainedOrder.Purpose;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the orders of one position. One thread. */
final class OrderWatch {
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Set<Long> executions = new HashSet<>();

  private static final class Row {
    private ExplainedOrder said;
    private String status = "REQUESTED";
    private long filledE8;
    private final WideSum cost = new WideSum();

    private ExplainedOrder order() {
      return new ExplainedOrder(
          said.clOrdId(),
          said.purpose(),
          said.causeSequence(),
          said.decidedNs(),
          said.attempt(),
          said.quantityE8(),
          said.reason(),
          said.source(),
          said.levelE8(),
          said.triggerPriceE8(),
          said.triggerTimeNs(),
          status,
          filledE8,
          filledE8 == 0 ? E8.NULL : cost.timesDividedHalfEven(1, filledE8));
    }
  }

  void clear() {
    rows.clear();
  }

  void ordered(
      long high,
      long low,
      long causeSequence,
      long decidedNs,
      long quantityE8,
      int attempt,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      long triggerTimeNs) {
    String id = ClOrdId.format(high, low);
    // Never arrived and said again is the same order.
    Row row = rows.computeIfAbsent(id, unknown -> new Row());
    if (row.said == null) {
      row.said =
          new ExplainedOrder(
              id,
              purpose(low),
              causeSequence,
              decidedNs,
              attempt,
              quantityE8,
              reason,
              source,
              levelE8,
              triggerPriceE8,
              triggerTimeNs,
              row.status,
              0,
              E8.NULL);
    }
  }

  private static Purpose purpose(long low) {
    return switch (ClOrdId.kind(low)) {
      case ClOrdId.KIND_BOOKING -> Purpose.PARTIAL;
      case ClOrdId.KIND_ENTRY -> Purpose.ENTRY;
      default -> Purpose.EXIT;
    };
  }

  void status(long high, long low, String status) {
    Row row = rows.get(ClOrdId.format(high, low));
    if (row != null) {
      row.status = status;
    }
  }

  void report(
      long high,
      long low,
      ExecType execType,
      long execId,
      long lastQuantityE8,
      long lastPriceE8,
      long leavesQuantityE8) {
    Row row = rows.get(ClOrdId.format(high, low));
    if (row == null || !executions.add(execId)) {
      return;
    }
    if (execType != ExecType.TRADE) {
      row.status = execType.name();
      return;
    }
    row.cost.addProduct(lastPriceE8, lastQuantityE8);
    row.filledE8 += lastQuantityE8;
    row.status = leavesQuantityE8 == 0 ? "FILLED" : "PARTIALLY_FILLED";
  }

  /** All of them, in order. */
  List<ExplainedOrder> orders() {
    return rows.values().stream().map(Row::order).toList();
  }
}
