package io.ripcord.venue.paper;

import io.ripcord.event.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a ledger says, by client. One thread. */
public final class LedgerBook {
  private final TreeMap<String, Account> accounts = new TreeMap<>();

  /** All that a ledger says of one client. */
  static final class Account {
    final TreeMap<Long, Holding> holdings = new TreeMap<>();
    final Map<PaperOrder.Id, Order> orders = new LinkedHashMap<>();
    long lastExecId;
  }

  /**
   * A booked holding.
   *
   * @param line where the ledger says so
   */
  record Holding(long positionId, String symbol, Side side, long quantityE8, int line) {}

  /** An order and its executions. */
  static final class Order {
    final PaperOrder.Id id;
    final long positionId;
    final String symbol;
    final Side side;
    final boolean isEntry;
    final long quantityE8;
    final boolean refused;

    /** Where the ledger says so. */
    final int line;

    final List<PaperOrder.Execution> executions = new ArrayList<>();
    long cumE8;

    Order(
        PaperOrder.Id id,
        long positionId,
        String symbol,
        Side side,
        boolean isEntry,
        long quantityE8,
        boolean refused,
        int line) {
      this.id = id;
      this.positionId = positionId;
      this.symbol = symbol;
      this.side = side;
      this.isEntry = isEntry;
      this.quantityE8 = quantityE8;
      this.refused = refused;
      this.line = line;
    }
  }

  Account account(String client) {
    return accounts.computeIfAbsent(client, name -> new Account());
  }

  Map<String, Account> accounts() {
    return accounts;
  }

  /**
   * What became of one position.
   *
   * @param client whose it is
   * @param symbol instrument
   * @param side direction
   * @param heldE8 quantity booked, 0 if the venue was never told of it
   * @param exits exits accepted
   * @param entries entries accepted
   * @param refused orders refused
   * @param executions fills
   * @param addedE8 quantity of all fills of entries
   * @param exitedE8 quantity of all fills of exits
   * @param working orders that are not filled to the end
   */
  public record Row(
      String client,
      long positionId,
      String symbol,
      Side side,
      long heldE8,
      int exits,
      int entries,
      int refused,
      int executions,
      long addedE8,
      long exitedE8,
      int working) {
    /** Signed quantity that is left. */
    public long netE8() {
      return side.sign() * (heldE8 + addedE8 - exitedE8);
    }

    /** Whether more was exited than was held: the net went through zero. */
    public boolean isDoubled() {
      return exitedE8 > heldE8 + addedE8;
    }
  }

  /** One row a position, in order of client and id. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    accounts.forEach(
        (client, account) -> {
          TreeMap<Long, List<Order>> orders = new TreeMap<>();
          account.holdings.keySet().forEach(id -> orders.put(id, new ArrayList<>()));
          for (Order order : account.orders.values()) {
            orders.computeIfAbsent(order.positionId, id -> new ArrayList<>()).add(order);
          }
          orders.forEach((id, some) -> rows.add(row(client, id, account.holdings.get(id), some)));
        });
    return rows;
  }

  private static Row row(String client, long positionId, Holding holding, List<Order> orders) {
    int exits = 0;
    int entries = 0;
    int refused = 0;
    int executions = 0;
    int working = 0;
    long addedE8 = 0;
    long exitedE8 = 0;
    for (Order order : orders) {
      refused += order.refused ? 1 : 0;
      exits += order.refused || order.isEntry ? 0 : 1;
      entries += order.refused || !order.isEntry ? 0 : 1;
      executions += order.executions.size();
      working += !order.refused && order.cumE8 < order.quantityE8 ? 1 : 0;
      addedE8 += order.isEntry ? order.cumE8 : 0;
      exitedE8 += order.isEntry ? 0 : order.cumE8;
    }
    return new Row(
        client,
        positionId,
        holding == null ? orders.get(0).symbol : holding.symbol(),
        holding == null ? orders.get(0).side : holding.side(),
        holding == null ? 0 : holding.quantityE8(),
        exits,
        entries,
        refused,
        executions,
        addedE8,
        exitedE8,
        working);
  }
}
