package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes exact touches of levels that move: where a price has gone through a level, it is often put
 * on the level or right beside it, which changes nothing before it.
 */
final class Sharpening {

  private static final BigDecimal SMALLEST = new BigDecimal("0.00000001");

  private final SplitMix64 random;
  private final boolean isOnGrid;

  /** Prices stay on the grid of the instrument, or go wherever the level is. */
  Sharpening(SplitMix64 random, boolean isOnGrid) {
    this.random = random;
    this.isOnGrid = isOnGrid;
  }

  Scenario of(Scenario blunt) {
    Map<Long, NaivePosition> positions = new HashMap<>();
    blunt.positions().forEach(each -> positions.put(each.id(), each));
    Map<String, NaiveInstrument> instruments = new HashMap<>();
    blunt.instruments().forEach(each -> instruments.put(each.symbol(), each));
    List<NaiveEvent> events = new ArrayList<>(blunt.events());
    Set<Long> moved = new HashSet<>();
    for (NaiveExit exit : blunt.evaluate().exits()) {
      if (exit.level() == null || random.chance(40)) {
        continue;
      }
      String symbol = positions.get(exit.positionId()).symbol();
      BigDecimal step = isOnGrid ? instruments.get(symbol).priceIncrement() : SMALLEST;
      for (int i = 0; i < events.size(); i++) {
        if (events.get(i) instanceof NaiveEvent.Tick tick
            && tick.timeNs() == exit.triggerTimeNs()
            && tick.symbol().equals(symbol)
            && tick.last() != null
            && tick.last().compareTo(exit.triggerPrice()) == 0
            && moved.add(tick.order())) {
          events.set(i, touching(tick, exit.level(), step));
        }
      }
    }
    return new Scenario(blunt.seed(), blunt.instruments(), blunt.positions(), events);
  }

  private NaiveEvent.Tick touching(NaiveEvent.Tick tick, BigDecimal level, BigDecimal step) {
    BigDecimal beside = BigDecimal.valueOf(random.pick(List.of(0, 0, 0, 1, -1)));
    BigDecimal units = level.divide(step, 0, RoundingMode.HALF_EVEN).add(beside);
    return new NaiveEvent.Tick(
        tick.timeNs(),
        tick.order(),
        tick.symbol(),
        step.multiply(units.max(BigDecimal.ONE)),
        tick.quantity(),
        tick.bid(),
        tick.ask(),
        tick.venueTimeNs());
  }
}
