package io.ripcord.venue.tape;

import io.ripcord.money.E8;
import java.util.Arrays;

/**
 * The generated market of one symbol. Events come in bursts, most of them short, a few of them
 * storms; how often they come changes about once a second, so busy and quiet spells alternate, and
 * volatility with them. Before an event the price may move, mostly the way the burst goes; the
 * event itself is a quote, or a trade at the bid or the ask. Gap events move the price by much
 * more.
 *
 * <p>The constants are calibrated against the recorded BTCUSDT perpetual of 2024-08-08; {@code
 * GeneratedTapeCalibrationTest} compares. Integers only.
 */
final class SymbolWalk {
  /** Rates of spells, per mille of the mean: the mean of the list is 1000. */
  private static final int[] SPELLS = {100, 300, 500, 700, 900, 1000, 1500, 3000};

  private static final long MIN_SPELL_NS = 500_000_000L;
  private static final int SPELL_RANGE_NS = 1_000_000_000;

  /** A burst has 1 + (0, 1, 2, ... with halving odds) events, or is a storm. */
  private static final int STORM_ODDS = 64;

  private static final int MIN_STORM = 20;
  private static final int STORM_RANGE = 120;

  /** Mean burst in thousandths of an event: 2 * 63/64 + 79.5 / 64. */
  private static final long MEAN_BURST_MILLI = 3_211;

  private static final int TRADES_PER_MILLE_IN_BURST = 114;
  private static final int TRADES_PER_MILLE_IN_STORM = 450;
  private static final int WITH_THE_BURST_PER_MILLE = 875;

  private static final int MOVES_PER_MILLE = 11;
  private static final int MOVE_WITH_THE_BURST_PER_MILLE = 600;

  /** Largest single move, parts per million of the price; the mean square is a 27th of it. */
  private static final long MAX_MOVE_PPM = 420;

  private static final int SPREAD_CHANGES_PER_MILLE = 250;
  private static final int WIDE_SPREADS_PER_MILLE = 60;
  private static final int WIDE_SPREAD_RANGE = 20;

  private static final int MIN_STEP_NS = 500;
  private static final int STEP_RANGE_NS = 3_500;
  private static final long LOT_E8 = 100_000;

  private final SplitMix64 random;
  private final long incrementE8;
  private final long maxBid;
  private final long maxMovePpm;
  private final long meanGapNs;
  private final long[] gapTimesNs;
  private final int gapPpm;

  private long nextTimeNs;
  private long bid;
  private long spread = 1;
  private int stepsLeft;
  private boolean isBuying;
  private boolean isStorm;
  private long spellEndNs;
  private int spellPerMille;
  private int gapsDone;
  private boolean isOpening = true;

  /**
   * Starts before the opening quote.
   *
   * @param gapTimesNs when it jumps, in order; it jumps at its first event then or later
   */
  SymbolWalk(
      GeneratorParameters.Symbol symbol,
      SplitMix64 random,
      long startTimeNs,
      long[] gapTimesNs,
      int gapPpm) {
    this.random = random;
    this.incrementE8 = symbol.incrementE8();
    this.maxBid =
        Math.min(
            2 * GeneratorParameters.Symbol.MAX_INCREMENTS,
            E8.MAX_VALUE / incrementE8 - WIDE_SPREAD_RANGE - 2);
    this.maxMovePpm = MAX_MOVE_PPM * symbol.volatilityPerMille() / 1000;
    this.meanGapNs =
        1_000_000_000L
            * MEAN_BURST_MILLI
            / (GeneratedTape.EVENTS_PER_SECOND * (long) symbol.ratePerMille());
    this.gapTimesNs = Arrays.copyOf(gapTimesNs, gapTimesNs.length);
    this.gapPpm = gapPpm;
    this.bid = symbol.startPriceE8() / incrementE8;
    this.nextTimeNs = startTimeNs;
    this.spellEndNs = startTimeNs;
  }

  /** When the next event is. */
  long nextTimeNs() {
    return nextTimeNs;
  }

  /** Jumps made so far. */
  int gapsDone() {
    return gapsDone;
  }

  /** Fills prices and time of the next event and moves on. */
  void emit(TapeRecord record) {
    record.ingressTimeNs = nextTimeNs;
    if (isOpening) {
      isOpening = false;
      quote(record);
    } else {
      movePrice();
      int tradesPerMille = isStorm ? TRADES_PER_MILLE_IN_STORM : TRADES_PER_MILLE_IN_BURST;
      if (random.isHit(tradesPerMille)) {
        trade(record);
      } else {
        changeSpread();
        quote(record);
      }
    }
    schedule();
  }

  private void movePrice() {
    if (gapsDone < gapTimesNs.length && nextTimeNs >= gapTimesNs[gapsDone]) {
      gapsDone++;
      int ppm = gapPpm / 2 + random.below(gapPpm / 2 + 1);
      shift(bid * ppm / 1_000_000, random.isHit(500));
    } else if (random.isHit(MOVES_PER_MILLE)) {
      shift(moveIncrements(), random.isHit(MOVE_WITH_THE_BURST_PER_MILLE) == isBuying);
    }
  }

  /**
   * The largest move times three uniform draws: many small moves and a heavy tail. Computed with 12
   * fraction bits and rounded at random, so that a coarse increment keeps the volatility.
   */
  private long moveIncrements() {
    long largest = bid * maxMovePpm / 1_000 * 4_096 / 1_000;
    long draw = (random.next16() * (long) random.next16()) >>> 16;
    draw = (draw * random.next16()) >>> 16;
    long move = (largest * draw) >>> 16;
    return (move + random.below(4_096)) >> 12;
  }

  private void shift(long increments, boolean isUp) {
    long moved = isUp ? bid + increments : bid - increments;
    boolean isInside = moved >= 1 && moved <= maxBid;
    bid = isInside ? moved : Math.max(1, Math.min(maxBid, 2 * bid - moved));
  }

  private void changeSpread() {
    if (random.isHit(SPREAD_CHANGES_PER_MILLE)) {
      spread = random.isHit(WIDE_SPREADS_PER_MILLE) ? 2 + random.below(WIDE_SPREAD_RANGE) : 1;
    }
  }

  private void quote(TapeRecord record) {
    record.eventType = TapeRecord.QUOTE;
    record.quote(bid * incrementE8, (bid + spread) * incrementE8);
  }

  private void trade(TapeRecord record) {
    boolean isBuy = random.isHit(WITH_THE_BURST_PER_MILLE) == isBuying;
    long priceE8 = (isBuy ? bid + spread : bid) * incrementE8;
    // Thousandths of the currency: the cube of a uniform draw gives many small and few large ones.
    long draw = (random.next16() * (long) random.next16()) >>> 16;
    long notionalMilli = 100_000 + ((draw * random.next16()) >>> 8);
    long lots = notionalMilli * 100_000_000L / priceE8;
    record.eventType = TapeRecord.TRADE;
    record.trade(priceE8, Math.min(1_000_000_000L, Math.max(1, lots)) * LOT_E8);
  }

  private void schedule() {
    if (stepsLeft > 0) {
      stepsLeft--;
      nextTimeNs += MIN_STEP_NS + random.below(STEP_RANGE_NS);
      return;
    }
    if (nextTimeNs >= spellEndNs) {
      spellPerMille = SPELLS[random.below(SPELLS.length)];
      spellEndNs = nextTimeNs + MIN_SPELL_NS + random.below(SPELL_RANGE_NS);
    }
    isBuying = random.isHit(500);
    isStorm = random.below(STORM_ODDS) == 0;
    stepsLeft =
        isStorm
            ? MIN_STORM + random.below(STORM_RANGE) - 1
            : Math.min(Long.numberOfTrailingZeros(random.next()), 16);
    // Three times the square of a uniform draw: the mean is 1, short gaps prevail.
    long draw = random.next16();
    long gap = (((meanGapNs * 3 * draw) >>> 16) * draw) >>> 16;
    nextTimeNs += 1 + gap * 1000 / spellPerMille;
  }
}
