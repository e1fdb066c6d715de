package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scenario from a seed and a recorded tape, whose own prices hardly move: a stretch of it, at
 * times thinned, its moves made larger, with what happens on worse days put in: jumps that last and
 * spikes that do not, silences, packets that come twice, venue times that step back, events at one
 * instant, prices of zero, changes of phase, and prices exactly on levels.
 *
 * <p>Everything else, the sequence of trades and quotes, their times and their quantities, is the
 * tape's. Positions of all rule kinds, long and short, are registered on the way.
 */
public final class DerivedTape {

  private static final long SECOND_NS = 1_000_000_000L;
  private static final int SCALE = 8;
  private static final List<String> JUMPS = List.of("0.5", "1", "2", "3", "5", "8", "12");

  private final long seed;
  private final List<NaiveEvent> tape;
  private final SplitMix64 random;
  private final BigDecimal amplification;
  private final Map<String, Path> paths = new TreeMap<>();
  private final List<NaiveEvent> events = new ArrayList<>();
  private long shiftNs;
  private long lastNs = Long.MIN_VALUE;
  private int sameInstant;
  private boolean mayPause;

  /** A scenario of one of the tapes. */
  public DerivedTape(long seed, List<List<NaiveEvent>> tapes) {
    this.seed = seed;
    random = new SplitMix64(seed * 131 + 17);
    tape = tapes.get(random.chance(80) ? 0 : random.between(1, tapes.size() - 1));
    amplification = new BigDecimal(random.pick(List.of("1", "8", "20", "40")));
  }

  /** What is done to the prices of a symbol. */
  private static final class Path {
    private final BigDecimal base;
    private final BigDecimal increment;
    private BigDecimal factor = BigDecimal.ONE;
    private BigDecimal spike = BigDecimal.ONE;
    private int spikeLeft;
    private NaiveEvent.Session phase = NaiveEvent.Session.CONTINUOUS;
    private NaiveEvent.Tick lastTrade;

    Path(BigDecimal base) {
      this.base = base;
      increment = BigDecimal.ONE.movePointLeft(Math.min(SCALE, Math.max(1, base.scale())));
    }

    int onePercent() {
      BigDecimal increments = base.movePointLeft(2).divide(increment, 0, RoundingMode.DOWN);
      return increments.max(BigDecimal.ONE).intValueExact();
    }
  }

  /** The scenario; call once. */
  public Scenario generate() {
    List<NaiveEvent> stretch = stretch();
    stretch.forEach(this::findBase);
    List<Long> times = stretch.stream().map(NaiveEvent::timeNs).toList();
    List<NaiveInstrument> instruments = new ArrayList<>();
    boolean isInverse = random.chance(20);
    paths.forEach((symbol, path) -> instruments.add(instrument(symbol, path, isInverse)));
    List<NaivePosition> positions =
        new DerivedPositions(random, instruments, mids(), onePercents()).draw(times);
    mayPause =
        positions.stream().noneMatch(each -> RuleScenarios.isAtOddsWithSessions(each.policy()));
    events.addAll(watches(positions, times.get(0)));
    stretch.forEach(this::derive);
    paths.forEach(this::end);
    Scenario blunt = new Scenario(seed, instruments, positions, events);
    return random.chance(70) ? new Sharpening(random, false).of(blunt) : blunt;
  }

  private List<NaiveEvent> stretch() {
    int keepOneIn = tape.size() < 5_000 ? 1 : random.pick(List.of(1, 4, 16, 40));
    int count = Math.min(random.between(300, 900), tape.size() / keepOneIn);
    int from = random.below(tape.size() - count * keepOneIn + 1);
    List<NaiveEvent> stretch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stretch.add(tape.get(from + i * keepOneIn));
    }
    return stretch;
  }

  private void findBase(NaiveEvent event) {
    BigDecimal price =
        event instanceof NaiveEvent.Tick tick
            ? firstOf(tick.last(), tick.bid(), tick.ask())
            : ((NaiveEvent.Mark) event).price();
    if (price != null) {
      paths.computeIfAbsent(event.symbol(), symbol -> new Path(price.stripTrailingZeros()));
    }
  }

  private static BigDecimal firstOf(BigDecimal... prices) {
    for (BigDecimal price : prices) {
      if (price != null) {
        return price;
      }
    }
    return null;
  }

  private Map<String, BigDecimal> mids() {
    Map<String, BigDecimal> mids = new TreeMap<>();
    paths.forEach((symbol, path) -> mids.put(symbol, path.base));
    return mids;
  }

  private Map<String, Integer> onePercents() {
    Map<String, Integer> increments = new TreeMap<>();
    paths.forEach((symbol, path) -> increments.put(symbol, path.onePercent()));
    return increments;
  }

  private NaiveInstrument instrument(String symbol, Path path, boolean isInverse) {
    BigDecimal lot = new BigDecimal(random.pick(List.of("0.001", "1")));
    BigDecimal fee = new BigDecimal(random.pick(List.of("0", "0.05")));
    return new NaiveInstrument(symbol, path.increment, BigDecimal.ONE, lot, isInverse, fee);
  }

  private List<NaiveEvent> watches(List<NaivePosition> positions, long startNs) {
    List<NaiveEvent> watches = new ArrayList<>();
    for (NaivePosition each : positions) {
      if (random.chance(40)) {
        long timeNs = startNs - 5 * SECOND_NS;
        watches.add(new NaiveEvent.Watch(timeNs, watches.size(), each.symbol(), each.policy()));
      }
    }
    return watches;
  }

  private void derive(NaiveEvent event) {
    Path path = paths.get(event.symbol());
    if (path == null) {
      return;
    }
    disturb(path);
    long timeNs = timeOf(event);
    if (mayPause && random.below(1_000) < (path.phase == NaiveEvent.Session.CONTINUOUS ? 3 : 60)) {
      path.phase = nextPhase(path.phase);
      add(new NaiveEvent.Phase(timeNs, events.size(), event.symbol(), path.phase));
    }
    if (random.below(1_000) < 2) {
      add(new NaiveEvent.Signal(timeNs, events.size(), event.symbol()));
    }
    if (event instanceof NaiveEvent.Mark mark) {
      add(mark(path, mark.symbol(), timeNs, mark.price()));
      return;
    }
    NaiveEvent.Tick tick = derived(path, (NaiveEvent.Tick) event, timeNs);
    add(tick);
    if (tick.last() != null && random.chance(4)) {
      BigDecimal price = ((NaiveEvent.Tick) event).last();
      add(mark(path, tick.symbol(), timeNs, price));
    }
    if (path.lastTrade != null && random.chance(3)) {
      NaiveEvent.Tick again = path.lastTrade;
      Long venueNs = random.chance(70) ? again.venueTimeNs() : null;
      add(
          new NaiveEvent.Tick(
              timeNs,
              events.size(),
              again.symbol(),
              again.last(),
              again.quantity(),
              again.bid(),
              again.ask(),
              venueNs));
    }
  }

  private void disturb(Path path) {
    int kind = random.below(1_000);
    BigDecimal percent = new BigDecimal(random.pick(JUMPS));
    BigDecimal signed = random.chance(50) ? percent : percent.negate();
    BigDecimal move = BigDecimal.ONE.add(signed.movePointLeft(2));
    if (kind < 8) {
      BigDecimal moved = path.factor.multiply(move);
      boolean isFar = moved.doubleValue() < 0.7 || moved.doubleValue() > 1.4;
      path.factor = isFar ? BigDecimal.ONE : moved.setScale(SCALE, RoundingMode.HALF_EVEN);
    } else if (kind < 16) {
      path.spike = move;
      path.spikeLeft = random.between(1, 3);
    } else if (kind < 24) {
      shiftNs += random.pick(List.of(2, 3, 5, 20, 90)) * SECOND_NS;
    } else if (kind < 34) {
      sameInstant = random.between(2, 6);
    }
  }

  /** Receive times never step back: the node stamps what comes in. */
  private long timeOf(NaiveEvent event) {
    if (sameInstant > 0 && lastNs != Long.MIN_VALUE) {
      sameInstant--;
      return lastNs;
    }
    lastNs = Math.max(lastNs, event.timeNs() + shiftNs);
    return lastNs;
  }

  private NaiveEvent.Tick derived(Path path, NaiveEvent.Tick tick, long timeNs) {
    boolean isSpike = path.spikeLeft > 0;
    path.spikeLeft -= isSpike ? 1 : 0;
    path.spike = isSpike ? path.spike : BigDecimal.ONE;
    boolean isZero = tick.last() != null && random.below(1_000) < 2;
    Long venueNs = tick.venueTimeNs() + shiftNs;
    if (random.chance(2)) {
      venueNs -= random.between(1, 2_000) * 1_000_000L;
    }
    NaiveEvent.Tick derived =
        new NaiveEvent.Tick(
            timeNs,
            events.size(),
            tick.symbol(),
            isZero ? BigDecimal.ZERO : price(path, tick.last()),
            random.chance(5) ? null : tick.quantity(),
            price(path, tick.bid()),
            price(path, tick.ask()),
            venueNs);
    if (derived.last() != null && !isZero) {
      path.lastTrade = derived;
    }
    return derived;
  }

  private NaiveEvent.Mark mark(Path path, String symbol, long timeNs, BigDecimal price) {
    return new NaiveEvent.Mark(timeNs, events.size(), symbol, price(path, price));
  }

  private BigDecimal price(Path path, BigDecimal recorded) {
    if (recorded == null) {
      return null;
    }
    BigDecimal moved = recorded.subtract(path.base).multiply(amplification).add(path.base);
    BigDecimal units =
        moved
            .multiply(path.factor)
            .multiply(path.spike)
            .divide(path.increment, 0, RoundingMode.HALF_EVEN);
    return units.max(BigDecimal.ONE).multiply(path.increment);
  }

  private NaiveEvent.Session nextPhase(NaiveEvent.Session phase) {
    return switch (phase) {
      case CONTINUOUS ->
          random.pick(
              List.of(
                  NaiveEvent.Session.HALT, NaiveEvent.Session.AUCTION, NaiveEvent.Session.CLOSED));
      case CLOSED ->
          random.chance(50) ? NaiveEvent.Session.PRE_OPEN : NaiveEvent.Session.CONTINUOUS;
      default -> NaiveEvent.Session.CONTINUOUS;
    };
  }

  /** The session goes on and there are trades with a book, so that nothing waits at the end. */
  private void end(String symbol, Path path) {
    lastNs += random.between(1, 8) * SECOND_NS;
    while (path.phase != NaiveEvent.Session.CONTINUOUS) {
      path.phase = nextPhase(path.phase);
      add(new NaiveEvent.Phase(lastNs, events.size(), symbol, path.phase));
    }
    path.spike = BigDecimal.ONE;
    add(mark(path, symbol, lastNs, path.base));
    for (int i = 0; i < 2; i++) {
      BigDecimal last = price(path, path.base);
      add(new NaiveEvent.Tick(lastNs, events.size(), symbol, last, null, last, last, null));
    }
  }

  private void add(NaiveEvent event) {
    events.add(event);
  }
}
