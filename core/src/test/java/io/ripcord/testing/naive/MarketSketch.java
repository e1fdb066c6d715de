package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The price path of one instrument in a generated scenario. Prices are whole numbers of price
 * increments ("units") and mostly multiples of a coarse grid of about half a percent, so that ties
 * and exact touches are common.
 */
final class MarketSketch {

  private static final List<Profile> PROFILES =
      List.of(
          new Profile("0.05", 2_000, 10),
          new Profile("0.01", 100_000, 500),
          new Profile("1", 200, 1),
          new Profile("0.1", 600_000, 3_000),
          new Profile("0.0005", 20_000, 100),
          new Profile("0.00000001", 200, 1),
          new Profile("0.00000001", 400, 1),
          new Profile("0.00000001", 12_345, 60),
          new Profile("0.00000001", 10_000_000_000L, 50_000_000L));
  private static final List<String> MULTIPLIERS = List.of("1", "1", "1", "75", "0.1", "0.001");

  private final NaiveInstrument instrument;
  private final Profile profile;
  private final boolean hasBook;
  private final int firstPriceAt;
  private final int amplitude;
  private final int jumpPercent;
  private final int drift;
  private final List<Long> magnets = new ArrayList<>();
  private final List<BigDecimal> distances = new ArrayList<>();
  private long level;
  private long lastUnits;
  private long highUnits;
  private long lowUnits;

  /** The path starts to trade at the event of this number; before it there are quotes only. */
  MarketSketch(String symbol, int firstPriceAt, SplitMix64 random) {
    this.profile = random.pick(PROFILES);
    this.instrument =
        new NaiveInstrument(
            symbol, new BigDecimal(profile.increment), new BigDecimal(random.pick(MULTIPLIERS)));
    this.hasBook = random.chance(70);
    this.firstPriceAt = firstPriceAt;
    this.amplitude = random.pick(List.of(1, 1, 2, 3));
    this.jumpPercent = random.pick(List.of(0, 3, 8));
    this.drift = random.pick(List.of(-2, -1, 0, 0, 1, 2));
    this.level = profile.base / profile.grid;
    this.lastUnits = profile.base;
    this.highUnits = profile.base;
    this.lowUnits = profile.base;
  }

  /** Increment as text, a typical price and the path's grid, both in increments. */
  private record Profile(String increment, long base, long grid) {}

  NaiveInstrument instrument() {
    return instrument;
  }

  String symbol() {
    return instrument.symbol();
  }

  long gridUnits() {
    return profile.grid;
  }

  BigDecimal price(long units) {
    return instrument.priceIncrement().multiply(BigDecimal.valueOf(units));
  }

  /** Mostly near the market and on the grid, sometimes off the grid, sometimes far away. */
  long entryUnits(SplitMix64 random) {
    long units = profile.base + random.between(-3, 3) * profile.grid;
    if (random.chance(15)) {
      return units + random.between(-9, 9);
    }
    return random.chance(15) ? units + random.between(-60, 60) * profile.grid : units;
  }

  /** Later ticks like to be at the levels and thresholds of this position. */
  void attractTo(NaivePosition position) {
    NaivePolicy policy = position.policy();
    if (policy.stopLoss() != null) {
      addMagnet(NaiveLevels.fixedStop(position, instrument));
    }
    if (policy.takeProfit() instanceof NaivePolicy.TakeProfit.Ladder ladder) {
      ladder.rungs().stream()
          .filter(rung -> !rung.isAny())
          .forEach(rung -> addMagnet(NaiveLevels.percentTarget(position, rung.percent())));
    } else if (policy.takeProfit() != null) {
      addMagnet(NaiveLevels.fixedTarget(position));
    }
    NaivePolicy.Trailing trailing = policy.trailing();
    if (trailing != null) {
      distances.add(position.isLong() ? trailing.percent() : trailing.percent().negate());
      if (trailing.activateAt() != null) {
        addMagnet(NaiveLevels.percentTarget(position, trailing.activateAt()));
      }
      if (trailing.tighten() != null) {
        addMagnet(NaiveLevels.percentTarget(position, trailing.tighten().at()));
        BigDecimal tight = trailing.tighten().percent();
        distances.add(position.isLong() ? tight : tight.negate());
      }
    }
  }

  private void addMagnet(BigDecimal price) {
    magnets.add(unitsBelow(price));
  }

  private long unitsBelow(BigDecimal price) {
    return price.divide(instrument.priceIncrement(), 0, RoundingMode.FLOOR).longValueExact();
  }

  /** The market data event of this number: a price, a quote, or garbage that must be dropped. */
  NaiveEvent.Tick tick(long timeNs, int number, SplitMix64 random) {
    if (random.chance(5)) {
      BigDecimal garbage =
          random.chance(50) ? BigDecimal.ZERO : price(random.between(1, 200)).negate();
      return quoted(timeNs, number, garbage, random);
    }
    if (number < firstPriceAt || (hasBook && random.chance(12))) {
      return quoted(timeNs, number, null, random);
    }
    return priced(timeNs, number, random);
  }

  /** A tick that certainly carries a price. */
  NaiveEvent.Tick priced(long timeNs, int number, SplitMix64 random) {
    lastUnits = nextUnits(random);
    highUnits = Math.max(highUnits, lastUnits);
    lowUnits = Math.min(lowUnits, lastUnits);
    return quoted(timeNs, number, price(lastUnits), random);
  }

  private NaiveEvent.Tick quoted(long timeNs, int number, BigDecimal last, SplitMix64 random) {
    long spread = Math.max(1, profile.grid / 2);
    boolean isQuote = last == null;
    boolean hasBid = hasBook && (isQuote || random.chance(50));
    boolean hasAsk = hasBook && (isQuote ? random.chance(80) : hasBid && random.chance(85));
    long bid = Math.max(1, lastUnits - spread * random.between(0, 3));
    long ask = lastUnits + spread * random.between(0, 3);
    return new NaiveEvent.Tick(
        timeNs,
        number,
        symbol(),
        last,
        hasBid || (isQuote && !hasAsk) ? price(bid) : null,
        hasAsk ? price(ask) : null);
  }

  private long nextUnits(SplitMix64 random) {
    int kind = random.below(100);
    if (kind < 12) {
      return lastUnits;
    }
    if (kind < 20 && !magnets.isEmpty()) {
      return Math.max(1, random.pick(magnets) + nearMiss(random));
    }
    if (kind < 26 && !distances.isEmpty()) {
      return Math.max(1, trailingTouch(random.pick(distances)) + nearMiss(random));
    }
    long middle = profile.base / profile.grid;
    int back = Long.compare(middle, level) * (Math.abs(middle - level) > 30 ? 2 : 0);
    level += random.between(-amplitude, amplitude) + back + (random.chance(30) ? drift : 0);
    if (random.chance(jumpPercent)) {
      level += random.between(-25, 25);
    }
    level = Math.max(middle / 3, Math.min(level, middle * 2));
    return level * profile.grid;
  }

  /** Where a stop trailing at this distance would be, negative distances for shorts. */
  private long trailingTouch(BigDecimal distance) {
    long best = distance.signum() > 0 ? highUnits : lowUnits;
    BigDecimal factor = BigDecimal.ONE.subtract(distance.movePointLeft(2));
    return BigDecimal.valueOf(best)
        .multiply(factor)
        .setScale(0, distance.signum() > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING)
        .longValueExact();
  }

  private static int nearMiss(SplitMix64 random) {
    return random.pick(List.of(-1, 0, 0, 0, 1, 1));
  }
}
