package io.ripcord.console;

import io.ripcord.event.PositionStatus;
import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rows of what was sold and bought for positions: one per exit intent, one per entry order. A fill
 * belongs to the row of its order; the profit that it brings is what the position's realised profit
 * changes by, so that the rows of a position sum to it to the last digit, inverse or not. A part
 * and the full exit may be under way at once. One thread.
 */
final class PositionRows {
  private static final class Holding {
    private long entryPriceE8;
    private long realizedPnlE8;
    private ExitRow part;
    private ExitRow full;
  }

  private final Consumer<ExitRow> onProven;
  private final Map<Long, Holding> holdings = new HashMap<>();
  private final Map<String, ExitRow> exitsByOrder = new HashMap<>();
  private final Map<String, EntryRow> entriesByOrder = new HashMap<>();
  private final List<ExitRow> exits = new ArrayList<>();
  private final List<EntryRow> entries = new ArrayList<>();
  private ExitRow justFilled;

  /** Tells {@code onProven} of each part that is filled and each exit that is proved flat. */
  PositionRows(Consumer<ExitRow> onProven) {
    this.onProven = onProven;
  }

  /** Exits in the order in which they were decided. */
  List<ExitRow> exits() {
    return exits;
  }

  /** Entries in the order of their first fills. */
  List<EntryRow> entries() {
    return entries;
  }

  /** A position, new or from before the first frame. */
  void hold(long id, long entryPriceE8, long realizedPnlE8) {
    Holding holding = holdings.computeIfAbsent(id, fresh -> new Holding());
    holding.entryPriceE8 = entryPriceE8;
    holding.realizedPnlE8 = realizedPnlE8;
  }

  /** Average entry price of a position, null if it is not known. */
  long entryPriceE8(long id) {
    Holding holding = holdings.get(id);
    return holding == null ? E8.NULL : holding.entryPriceE8;
  }

  /** Whether an order is new: one that never arrived is said again under its id. */
  boolean isNew(String clOrdId) {
    return !exitsByOrder.containsKey(clOrdId) && !entriesByOrder.containsKey(clOrdId);
  }

  /** An order that reduces; {@code fresh} becomes its row unless it goes on with an older one. */
  void exitOrder(String clOrdId, ExitRow fresh) {
    Holding holding = holdings.computeIfAbsent(fresh.position, id -> new Holding());
    ExitRow row = fresh.isPart() ? holding.part : holding.full;
    if (row == null || (row.isPart() && !row.goesOnWith(fresh))) {
      row = fresh;
      exits.add(row);
      if (row.isPart()) {
        holding.part = row;
      } else {
        holding.full = row;
      }
    }
    row.clOrdIds.add(clOrdId);
    exitsByOrder.put(clOrdId, row);
  }

  /** An order that adds. */
  void entryOrder(EntryRow row) {
    entriesByOrder.put(row.clOrdId, row);
  }

  /**
   * A fill that has not been told before.
   *
   * @return whether it is the first of an order that adds
   */
  boolean fill(String clOrdId, long quantityE8, long priceE8, long timeNs) {
    ExitRow exit = exitsByOrder.get(clOrdId);
    EntryRow entry = entriesByOrder.get(clOrdId);
    if (exit != null) {
      exit.fill(quantityE8, priceE8, timeNs, entryPriceE8(exit.position));
      justFilled = exit;
    } else if (entry != null) {
      boolean isFirst = entry.quantityE8() == 0;
      entry.fills.add(quantityE8, priceE8, timeNs);
      if (isFirst) {
        entries.add(entry);
      }
      return isFirst;
    }
    return false;
  }

  /** A further input: what changes from now on is not due to an earlier fill. */
  void nextInput() {
    justFilled = null;
  }

  /**
   * A position has changed.
   *
   * @param exitPriceE8 average price of all its fills, null before the first
   */
  void changed(
      long id,
      PositionStatus status,
      long exitPriceE8,
      long realizedPnlE8,
      long entryPriceE8,
      long timeNs) {
    Holding holding = holdings.computeIfAbsent(id, fresh -> new Holding());
    long broughtE8 = saturated(realizedPnlE8, holding.realizedPnlE8);
    hold(id, entryPriceE8, realizedPnlE8);
    if (justFilled != null && justFilled.position == id) {
      justFilled.pnlE8 += broughtE8;
      if (justFilled.isPart() && justFilled.isFilled() && !justFilled.isProven()) {
        prove(justFilled, timeNs);
      }
    }
    if (status == PositionStatus.CLOSED && exitPriceE8 != E8.NULL) {
      closed(holding, timeNs);
    }
  }

  /** The venue holds nothing any more: what was left of a part is settled with the rest. */
  private void closed(Holding holding, long timeNs) {
    if (holding.part != null && !holding.part.isProven()) {
      holding.part.provenTimeNs = timeNs;
    }
    if (holding.full != null && !holding.full.isProven()) {
      prove(holding.full, timeNs);
    }
  }

  private void prove(ExitRow row, long timeNs) {
    row.provenTimeNs = timeNs;
    onProven.accept(row);
  }

  /** A profit that does not fit was capped, and its difference may not fit either. */
  private static long saturated(long newE8, long oldE8) {
    long difference = newE8 - oldE8;
    boolean fits = ((newE8 ^ oldE8) & (newE8 ^ difference)) >= 0;
    return fits ? difference : newE8 < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
  }
}
