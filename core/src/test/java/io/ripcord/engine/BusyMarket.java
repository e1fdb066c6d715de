package io.ripcord.engine;

import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.NaiveInstrument;
import io.ripcord.testing.naive.NaivePolicy;
import io.ripcord.testing.naive.NaivePosition;
import io.ripcord.testing.naive.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A large scenario from a seed: 200 positions over four instruments and 5,000 ticks whose prices
 * walk in small steps, so that most ticks concern nobody. Ticks share instants, deadlines fall on
 * ticks, and prices go from the smallest that can be told apart to near the largest that may enter.
 * {@link Random} is specified to the bit: the same seed is the same scenario everywhere.
 */
final class BusyMarket {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long START_NS = 1_704_067_200L * SECOND_NS;
  private static final int TICKS = 5_000;
  private static final int POSITIONS = 200;
  private static final List<NaiveInstrument> INSTRUMENTS =
      List.of(
          instrument("AAA", "0.01", "1"),
          instrument("BBB", "0.00000001", "1000"),
          instrument("CCC", "0.1", "75"),
          instrument("DDD", "0.00000001", "0.5"));

  private final long seed;
  private final Random random;

  /** The last prices, in increments: 100, 0.000033, 61,800 and 900 million. */
  private final long[] units = {10_000, 3_300, 618_000, 90_000_000_000_000_000L};

  BusyMarket(long seed) {
    this.seed = seed;
    random = new Random(seed);
  }

  /** The scenario; call once. */
  Scenario generate() {
    List<NaivePosition> positions = new ArrayList<>();
    List<NaiveEvent> events = new ArrayList<>();
    long timeNs = START_NS;
    for (int number = 0; number < TICKS; number++) {
      timeNs += random.nextInt(4) == 0 ? 0 : (1 + random.nextInt(3)) * SECOND_NS / 2;
      int which = random.nextInt(INSTRUMENTS.size());
      if (positions.size() < POSITIONS && random.nextInt(TICKS / POSITIONS / 3) == 0) {
        positions.add(position(positions.size() + 1, timeNs));
      }
      events.add(tick(timeNs, number, which));
      if (random.nextInt(400) == 0) {
        events.add(new NaiveEvent.Signal(timeNs, number, symbol(which)));
      }
    }
    for (int which = 0; which < INSTRUMENTS.size(); which++) {
      events.add(trade(timeNs + SECOND_NS, TICKS + which, which, null, null));
    }
    return new Scenario(seed, INSTRUMENTS, positions, events);
  }

  private NaiveEvent.Tick tick(long timeNs, int number, int which) {
    int kind = random.nextInt(100);
    long step = units[which] / 2_500;
    BigDecimal bid = price(which, units[which] - step * random.nextInt(3));
    BigDecimal ask = price(which, units[which] + step * random.nextInt(3));
    if (kind < 10) {
      return new NaiveEvent.Tick(timeNs, number, symbol(which), null, bid, ask);
    }
    if (kind == 10) {
      return new NaiveEvent.Tick(timeNs, number, symbol(which), BigDecimal.ZERO, bid, ask);
    }
    units[which] += Math.round(random.nextGaussian() * step);
    if (random.nextInt(500) == 0) {
      units[which] += (random.nextBoolean() ? 20 : -20) * step;
    }
    return trade(timeNs, number, which, kind < 50 ? bid : null, kind < 30 ? ask : null);
  }

  private NaiveEvent.Tick trade(
      long timeNs, int number, int which, BigDecimal bid, BigDecimal ask) {
    BigDecimal last = price(which, units[which]);
    return new NaiveEvent.Tick(timeNs, number, symbol(which), last, bid, ask);
  }

  private NaivePosition position(long number, long timeNs) {
    int which = random.nextInt(INSTRUMENTS.size());
    boolean isLong = random.nextBoolean();
    long entryUnits = units[which] + random.nextInt(21) - 10;
    int lots = 1 + random.nextInt(9);
    boolean inParts = lots > 1 && random.nextInt(4) == 0;
    // Ids run against the order of registration, so that the two cannot be taken for each other.
    return new NaivePosition(
        POSITIONS + 1 - number,
        symbol(which),
        isLong ? NaivePosition.Side.LONG : NaivePosition.Side.SHORT,
        new BigDecimal(lots),
        price(which, entryUnits),
        timeNs,
        policy(number),
        inParts ? List.of(BigDecimal.ONE, new BigDecimal(lots - 1)) : List.of());
  }

  private NaivePolicy policy(long number) {
    NaivePolicy policy =
        NaivePolicy.named("p" + number)
            .withStopLoss(new NaivePolicy.StopLoss.AtPercent(percent(100, 900)));
    int kind = random.nextInt(4);
    if (kind == 0) {
      policy = policy.withTakeProfit(new NaivePolicy.TakeProfit.AtPercent(percent(100, 900)));
    } else if (kind == 1) {
      policy = policy.withTakeProfit(ladder());
    }
    if (random.nextBoolean()) {
      policy = policy.withTrailing(trailing());
    }
    return random.nextInt(5) == 0 ? policy.withSignalExit() : policy;
  }

  private NaivePolicy.TakeProfit ladder() {
    List<NaivePolicy.Rung> rungs = new ArrayList<>();
    int seconds = random.nextInt(60);
    for (int percent = 8; percent > 0; percent /= 2) {
      rungs.add(new NaivePolicy.Rung(Duration.ofSeconds(seconds), BigDecimal.valueOf(percent)));
      seconds += 60 + random.nextInt(600);
    }
    if (random.nextBoolean()) {
      rungs.add(NaivePolicy.Rung.any(Duration.ofSeconds(seconds)));
    }
    return new NaivePolicy.TakeProfit.Ladder(rungs);
  }

  private NaivePolicy.Trailing trailing() {
    BigDecimal activateAt = random.nextBoolean() ? percent(20, 300) : null;
    BigDecimal step = random.nextBoolean() ? percent(5, 50) : null;
    NaivePolicy.Tighten tighten =
        random.nextBoolean() ? new NaivePolicy.Tighten(percent(200, 500), percent(20, 90)) : null;
    return new NaivePolicy.Trailing(percent(100, 600), activateAt, step, tighten);
  }

  /** Between two bounds, in hundredths of a percent. */
  private BigDecimal percent(int low, int high) {
    return BigDecimal.valueOf(low + random.nextInt(high - low + 1), 2);
  }

  private static BigDecimal price(int which, long units) {
    return INSTRUMENTS.get(which).priceIncrement().multiply(BigDecimal.valueOf(units));
  }

  private static String symbol(int which) {
    return INSTRUMENTS.get(which).symbol();
  }

  private static NaiveInstrument instrument(String symbol, String increment, String multiplier) {
    return new NaiveInstrument(symbol, new BigDecimal(increment), new BigDecimal(multiplier));
  }
}
