package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills orders at once, on the opposite side of the book, else at the trigger price, and keeps the
 * books: what exited, what was added, what was alerted, what is open.
 */
final class NaiveVenue {

  private static final int MANY_DIGITS = 60;

  private final Map<Long, NaiveHolding> open;
  final List<NaiveExit> exits = new ArrayList<>();
  final List<String> sources = new ArrayList<>();
  final List<NaiveEntry> entries = new ArrayList<>();
  final List<NaiveAlert> alerts = new ArrayList<>();

  /** Takes what exits out of this map. */
  NaiveVenue(Map<Long, NaiveHolding> open) {
    this.open = open;
  }

  /** All that is left of a position, and what a scale-in of the same event still brings. */
  void exit(
      NaiveHolding holding,
      String reason,
      String source,
      long timeNs,
      BigDecimal triggerPrice,
      BigDecimal level) {
    List<BigDecimal> script = holding.position.exitFills();
    List<BigDecimal> parts = new ArrayList<>(script.isEmpty() ? List.of(holding.quantity) : script);
    if (holding.addWorking != null) {
      // Bought all the same: it was ordered before. Whoever exits sells it with a second order.
      parts.add(holding.addWorking);
      endWork(holding, timeNs);
    }
    fill(holding, reason, source, timeNs, triggerPrice, level, parts);
    open.remove(holding.position.id());
  }

  /** Part of a position; at least one lot stays open. */
  void book(
      NaiveHolding holding,
      BigDecimal quantity,
      long timeNs,
      BigDecimal triggerPrice,
      BigDecimal level) {
    fill(holding, "PARTIAL", "PARTIAL", timeNs, triggerPrice, level, List.of(quantity));
    holding.quantity = holding.quantity.subtract(quantity);
    holding.booked = holding.booked.add(quantity);
    holding.isBookingWorking = true;
  }

  private void fill(
      NaiveHolding holding,
      String reason,
      String source,
      long timeNs,
      BigDecimal triggerPrice,
      BigDecimal level,
      List<BigDecimal> quantities) {
    BigDecimal opposite = holding.market.opposite(holding.isLong);
    BigDecimal known = triggerPrice != null ? triggerPrice : holding.entry;
    BigDecimal price = opposite != null ? opposite : known;
    List<NaiveExit.Fill> fills =
        quantities.stream().map(quantity -> new NaiveExit.Fill(quantity, price)).toList();
    exits.add(
        new NaiveExit(
            holding.position.id(),
            reason,
            timeNs,
            triggerPrice,
            level,
            averagePrice(fills),
            addedProfit(holding, fills),
            fills));
    sources.add(source);
  }

  private static BigDecimal averagePrice(List<NaiveExit.Fill> fills) {
    BigDecimal notional = BigDecimal.ZERO;
    BigDecimal quantity = BigDecimal.ZERO;
    for (NaiveExit.Fill fill : fills) {
      notional = notional.add(fill.price().multiply(fill.quantity()));
      quantity = quantity.add(fill.quantity());
    }
    return notional.divide(quantity, 8, RoundingMode.HALF_EVEN);
  }

  /** What the fills add to the profit of the position, which is rounded after every exit. */
  private static BigDecimal addedProfit(NaiveHolding holding, List<NaiveExit.Fill> fills) {
    BigDecimal before = holding.realized.setScale(8, RoundingMode.HALF_EVEN);
    for (NaiveExit.Fill fill : fills) {
      BigDecimal gain =
          holding.isLong
              ? fill.price().subtract(holding.entry)
              : holding.entry.subtract(fill.price());
      BigDecimal profit = gain.multiply(fill.quantity()).multiply(holding.instrument.multiplier());
      if (holding.instrument.isInverse()) {
        // 1/entry - 1/exit = (exit - entry) / (entry x exit), in the coin it settles in.
        BigDecimal divisor = holding.entry.multiply(fill.price());
        profit = profit.divide(divisor, MANY_DIGITS, RoundingMode.HALF_EVEN);
      }
      holding.realized = holding.realized.add(profit);
    }
    return holding.realized.setScale(8, RoundingMode.HALF_EVEN).subtract(before);
  }

  /**
   * The event is over: no booking works any more, and the scale-in that it ordered, if any, fills.
   */
  void endWork(NaiveHolding holding, long timeNs) {
    holding.isBookingWorking = false;
    if (holding.addWorking == null) {
      return;
    }
    BigDecimal book = holding.market.opposite(!holding.isLong);
    BigDecimal price = book == null ? holding.addTrigger : book;
    BigDecimal quantity = holding.addWorking;
    entries.add(new NaiveEntry(holding.position.id(), timeNs, holding.addTrigger, quantity, price));
    BigDecimal notional = holding.entry.multiply(holding.quantity).add(price.multiply(quantity));
    holding.quantity = holding.quantity.add(quantity);
    holding.entry = notional.divide(holding.quantity, 8, RoundingMode.HALF_EVEN);
    holding.largest = holding.largest.max(holding.quantity);
    holding.addWorking = null;
  }

  void alert(String kind, NaiveHolding holding, long timeNs) {
    alerts.add(
        new NaiveAlert(kind, timeNs, holding.position.symbol(), holding.position.id(), null, null));
  }
}
