package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a seed into a scenario full of awkward situations: ties, exact touches and near misses,
 * gaps, equal times, deadlines on tick times, signals before the first price, garbage prices.
 *
 * <p>The scenario stays inside what the specification decides: every instrument trades at the end
 * and the last event is a price later than all others, so no exit waits and no deadline depends on
 * how long time runs on.
 */
public final class ScenarioGenerator {

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long START_NS = 1_704_067_200L * SECOND_NS;
  private static final List<String> SYMBOLS = List.of("AAA", "BBB", "CCC");
  private static final List<String> QUANTITY_UNITS = List.of("1", "1", "0.5", "0.001", "0.333333");

  /** Events by time, commands last, then as given. */
  static final Comparator<NaiveEvent> ORDER =
      Comparator.comparingLong(NaiveEvent::timeNs)
          .thenComparing(NaiveEvent::isCommand)
          .thenComparingLong(NaiveEvent::order);

  private final long seed;
  private final Set<NaiveKind> kinds;

  /** The same seed gives the same scenario of basic rules, on every machine. */
  public ScenarioGenerator(long seed) {
    this(seed, NaiveKind.basic());
  }

  private ScenarioGenerator(long seed, Set<NaiveKind> kinds) {
    this.seed = seed;
    this.kinds = kinds;
  }

  /** The same seed with the same kinds gives the same scenario, on every machine. */
  public ScenarioGenerator with(Set<NaiveKind> newKinds) {
    Set<NaiveKind> copy = EnumSet.noneOf(NaiveKind.class);
    copy.addAll(newKinds);
    return new ScenarioGenerator(seed, copy);
  }

  /** The scenario of this seed; every call gives an equal one. */
  public Scenario generate() {
    boolean isBasic = NaiveKind.basic().containsAll(kinds);
    return isBasic || seed % 4 == 0 ? basic() : new RuleScenarios(seed, kinds).generate();
  }

  private Scenario basic() {
    SplitMix64 random = new SplitMix64(seed);
    List<Long> times = times(random.between(15, 90), random);
    List<MarketSketch> markets = markets(times.size(), random);
    List<NaivePosition> positions = positions(times, markets, random);
    List<NaiveEvent> events = events(times, markets, random);
    events.addAll(signalsOnDeadlines(positions, times, random));
    events.sort(ORDER);
    return new Scenario(
        seed, markets.stream().map(MarketSketch::instrument).toList(), positions, events);
  }

  private static List<Long> times(int count, SplitMix64 random) {
    List<Long> times = new ArrayList<>();
    long timeNs = START_NS + random.between(0, 3) * SECOND_NS;
    for (int i = 0; i < count; i++) {
      int kind = random.below(100);
      if (kind >= 30) {
        int seconds = kind < 75 ? 1 : kind < 95 ? random.between(2, 5) : random.between(10, 40);
        timeNs += seconds * SECOND_NS;
      }
      times.add(timeNs);
    }
    return times;
  }

  private static List<MarketSketch> markets(int eventCount, SplitMix64 random) {
    List<MarketSketch> markets = new ArrayList<>();
    int count = random.between(1, SYMBOLS.size());
    for (int i = 0; i < count; i++) {
      int firstPriceAt = random.chance(50) ? 0 : random.below(eventCount * 2 / 3);
      markets.add(new MarketSketch(SYMBOLS.get(i), firstPriceAt, random));
    }
    return markets;
  }

  private static List<NaivePosition> positions(
      List<Long> times, List<MarketSketch> markets, SplitMix64 random) {
    PolicySketch policies = new PolicySketch(random);
    List<NaivePosition> positions = new ArrayList<>();
    int count = random.between(1, 8);
    for (int id = 1; id <= count; id++) {
      MarketSketch market = random.pick(markets);
      NaivePosition.Side side =
          random.chance(50) ? NaivePosition.Side.LONG : NaivePosition.Side.SHORT;
      long entryUnits = market.entryUnits(random);
      NaivePolicy policy =
          random.chance(12)
              ? policies.drawLongTrailing("p" + id)
              : policies.draw("p" + id, side, entryUnits, market);
      NaivePosition earlier = positions.isEmpty() ? null : random.pick(positions);
      if (earlier != null && random.chance(25) && !namesAPrice(earlier.policy())) {
        policy = earlier.policy();
      }
      BigDecimal unit = new BigDecimal(random.pick(QUANTITY_UNITS));
      int units = random.between(1, 9);
      NaivePosition position =
          new NaivePosition(
              id,
              market.symbol(),
              side,
              unit.multiply(BigDecimal.valueOf(units)),
              market.price(entryUnits),
              registrationTime(times, random),
              policy,
              random.chance(30) ? split(units, unit, random) : List.of());
      positions.add(position);
      market.attractTo(position);
    }
    return positions;
  }

  /** Price levels belong to one entry, so such a policy is not shared. */
  private static boolean namesAPrice(NaivePolicy policy) {
    return policy.stopLoss() instanceof NaivePolicy.StopLoss.AtPrice
        || policy.stopLoss() instanceof NaivePolicy.StopLoss.AtTicks
        || policy.takeProfit() instanceof NaivePolicy.TakeProfit.AtPrice;
  }

  private static long registrationTime(List<Long> times, SplitMix64 random) {
    int kind = random.below(100);
    if (kind < 45) {
      return START_NS - random.between(0, 2) * SECOND_NS;
    }
    long timeNs = times.get(random.below(kind < 90 ? Math.max(1, times.size() / 2) : times.size()));
    return kind < 60 ? timeNs - SECOND_NS / 2 : timeNs;
  }

  private static List<BigDecimal> split(int units, BigDecimal unit, SplitMix64 random) {
    List<BigDecimal> parts = new ArrayList<>();
    int left = units;
    while (left > 0) {
      int part = random.between(1, left);
      parts.add(unit.multiply(BigDecimal.valueOf(part)));
      left -= part;
    }
    return parts;
  }

  private static List<NaiveEvent> events(
      List<Long> times, List<MarketSketch> markets, SplitMix64 random) {
    List<NaiveEvent> events = new ArrayList<>();
    if (random.chance(15)) {
      long timeNs = START_NS - random.between(0, 1) * SECOND_NS;
      events.add(new NaiveEvent.Signal(timeNs, 0, random.pick(markets).symbol()));
    }
    int number = 0;
    for (long timeNs : times) {
      number++;
      MarketSketch market = random.pick(markets);
      events.add(
          random.chance(3)
              ? new NaiveEvent.Signal(timeNs, number, market.symbol())
              : market.tick(timeNs, number, random));
    }
    long timeNs = times.get(times.size() - 1);
    for (MarketSketch market : markets) {
      number++;
      timeNs += random.between(1, 3) * SECOND_NS;
      events.add(market.priced(timeNs, number, random));
    }
    return events;
  }

  private static List<NaiveEvent> signalsOnDeadlines(
      List<NaivePosition> positions, List<Long> times, SplitMix64 random) {
    List<NaiveEvent> signals = new ArrayList<>();
    for (NaivePosition position : positions) {
      if (position.policy().takeProfit() instanceof NaivePolicy.TakeProfit.Ladder ladder
          && position.policy().signalExit()
          && random.chance(30)) {
        Duration after = random.pick(ladder.rungs()).after();
        long timeNs = position.registeredAtNs() + after.toNanos();
        if (timeNs <= times.get(times.size() - 1)) {
          signals.add(
              new NaiveEvent.Signal(timeNs, times.size() + position.id(), position.symbol()));
        }
      }
    }
    return signals;
  }
}
