package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Partial bookings and scale-ins: what happens to a position that does not exit. */
final class NaiveManagement {

  private NaiveManagement() {}

  /** Books what is due at this price, as one order: an age counts from after its own instant on. */
  static void book(NaiveHolding holding, NaiveHolding.Seen seen, long nowNs, NaiveVenue venue) {
    book(holding, seen, nowNs, holding.ageNs(nowNs) - 1, venue);
  }

  /** Books what is due now that the position has this age. */
  static void bookAtAge(
      NaiveHolding holding, NaiveHolding.Seen seen, long nowNs, NaiveVenue venue) {
    book(holding, seen, nowNs, holding.ageNs(nowNs), venue);
  }

  private static void book(
      NaiveHolding holding, NaiveHolding.Seen seen, long nowNs, long ageNs, NaiveVenue venue) {
    NaiveBlock.Partial rule = holding.block(NaiveBlock.Partial.class);
    if (rule == null
        || seen.forTarget() == null
        || holding.addWorking != null
        || holding.isBookingWorking) {
      return;
    }
    List<NaiveBlock.Booking> rungs = rule.rungs();
    NaiveBlock.Booking highest = null;
    for (int i = 0; i < rungs.size(); i++) {
      NaiveBlock.Booking rung = rungs.get(i);
      if (!holding.bookingsFired.contains(i)
          && holding.profitReaches(seen.forTarget(), rung.at())
          && (rung.minAge().isZero() || ageNs >= rung.minAge().toNanos())) {
        // Whoever has booked the higher rung has booked the lower ones with it.
        for (int lower = 0; lower <= i; lower++) {
          holding.bookingsFired.add(lower);
        }
        highest = rung;
      }
    }
    if (highest == null) {
      return;
    }
    BigDecimal lot = holding.instrument.lot();
    BigDecimal wanted =
        lots(holding, holding.largest, highest.close())
            .subtract(holding.booked)
            .min(holding.quantity.subtract(lot));
    if (wanted.signum() <= 0) {
      venue.alert("RUNG_SKIPPED", holding, nowNs);
      return;
    }
    BigDecimal level = NaiveLevels.gainedPercent(holding.isLong, holding.entry, highest.at());
    venue.book(holding, wanted, nowNs, seen.price(), level);
  }

  /** Orders more of a position that runs; it fills after the event. */
  static void scaleIn(NaiveHolding holding, NaiveHolding.Seen seen) {
    NaiveBlock.ScaleIn rule = holding.block(NaiveBlock.ScaleIn.class);
    if (rule == null
        || seen.forTarget() == null
        || holding.addWorking != null
        || holding.adds >= rule.maxAdds()
        || holding.booked.signum() > 0
        || !holding.profitReaches(seen.forTarget(), rule.at())) {
      return;
    }
    BigDecimal change = holding.market.rateOfChange(rule.bar(), rule.momentumBars());
    if (change == null) {
      return;
    }
    BigDecimal inFavour = holding.isLong ? change : change.negate();
    if (inFavour.compareTo(rule.momentum()) < 0) {
      return;
    }
    if (rule.volumeRatio() != null) {
      BigDecimal volume = holding.market.volumeRatio(rule.bar());
      if (volume == null || volume.compareTo(rule.volumeRatio()) < 0) {
        return;
      }
    }
    BigDecimal quantity = lots(holding, holding.position.quantity(), rule.add());
    if (quantity.signum() > 0) {
      holding.addWorking = quantity;
      holding.addTrigger = seen.price();
      holding.adds++;
    }
  }

  /** A percent of a quantity in whole lots, rounded down. */
  private static BigDecimal lots(NaiveHolding holding, BigDecimal quantity, BigDecimal percent) {
    BigDecimal lot = holding.instrument.lot();
    return quantity
        .multiply(percent)
        .movePointLeft(2)
        .divide(lot, 0, RoundingMode.FLOOR)
        .multiply(lot);
  }
}
