package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws positions of all rule kinds, long and short, over the time of a stretch of a tape. */
final class DerivedPositions {

  private static final long SECOND_NS = 1_000_000_000L;

  private final SplitMix64 random;
  private final List<NaiveInstrument> instruments;
  private final Map<String, BigDecimal> mids;
  private final Map<String, Integer> onePercents;

  /** {@code onePercents} are in increments. */
  DerivedPositions(
      SplitMix64 random,
      List<NaiveInstrument> instruments,
      Map<String, BigDecimal> mids,
      Map<String, Integer> onePercents) {
    this.random = random;
    this.instruments = instruments;
    this.mids = mids;
    this.onePercents = onePercents;
  }

  List<NaivePosition> draw(List<Long> times) {
    // Silence and confirmation across a pause are not specified: some tapes do without them.
    boolean isWithPauses = random.chance(40);
    List<NaivePosition> positions = new ArrayList<>();
    int count = random.between(15, 40);
    while (positions.size() < count) {
      NaivePosition position = position(positions.size() + 1, times);
      if (!isWithPauses || !RuleScenarios.isAtOddsWithSessions(position.policy())) {
        positions.add(position);
      }
    }
    return positions;
  }

  private NaivePosition position(long id, List<Long> times) {
    NaiveInstrument instrument = random.pick(instruments);
    String symbol = instrument.symbol();
    NaiveKind focus = random.pick(List.of(NaiveKind.values()));
    RuleSketch sketch = new RuleSketch(NaiveKind.all(), focus, onePercents.get(symbol), random);
    NaivePolicy policy = sketch.draw("p" + id);
    long registeredNs = registrationTime(times);
    Long squareOffNs =
        policy.block(NaiveBlock.SquareOff.class) == null
            ? null
            : Long.valueOf(registeredNs + random.between(1, 60) * SECOND_NS);
    return new NaivePosition(
        id,
        symbol,
        random.chance(50) ? NaivePosition.Side.LONG : NaivePosition.Side.SHORT,
        instrument.lot().multiply(BigDecimal.valueOf(random.between(1, 10))),
        entryPrice(instrument),
        registeredNs,
        policy,
        List.of(),
        squareOffNs);
  }

  private BigDecimal entryPrice(NaiveInstrument instrument) {
    BigDecimal tenthPercents = BigDecimal.valueOf(1_000 + random.between(-30, 30), 3);
    return mids.get(instrument.symbol())
        .multiply(tenthPercents)
        .divide(instrument.priceIncrement(), 0, RoundingMode.HALF_EVEN)
        .max(BigDecimal.ONE)
        .multiply(instrument.priceIncrement());
  }

  private long registrationTime(List<Long> times) {
    int kind = random.below(100);
    if (kind < 40) {
      return times.get(0) - random.between(0, 1) * SECOND_NS;
    }
    long timeNs = times.get(random.below(times.size() * 2 / 3));
    return kind < 60 ? timeNs - SECOND_NS / 4 : timeNs;
  }
}
