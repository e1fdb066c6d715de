package io.ripcord.engine;

import io.ripcord.indicator.Indicators;
import io.ripcord.market.LastPrices;
import io.ripcord.money.E8;
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.position.PriceStream;
import io.ripcord.rule.Corridor;

/**
 * The way from an event of market data to the rules.
 *
 * <pre>
 *   tick --> suspect? --> last prices --> book through? gap? --> positions by id --> bars
 *                |             |
 *                held          outside continuous trading: breaches are said, nothing else
 * </pre>
 *
 * <p>A trade in an instrument of which nobody wants more than trades takes the short way. Engine
 * thread only; allocates nothing. MISSION B.
 */
final class MarketFlow {
  private final LastPrices lastPrices;
  private final MarketState market;
  private final Positions positions;
  private final OpenPositions openPositions;
  private final Corridor corridor;
  private final PositionWatch watch;
  private final PositionTimes times;
  private final ExitEvaluator evaluator;
  private final Indicators indicators;
  private final MarketTick tick = new MarketTick();
  private final int[] walk;

  /** Whether the trade under suspicion counts towards pairs; it does between events. */
  private boolean heldPairs = true;

  MarketFlow(
      LastPrices lastPrices,
      MarketState market,
      Positions positions,
      OpenPositions openPositions,
      Corridor corridor,
      PositionWatch watch,
      PositionTimes times,
      ExitEvaluator evaluator,
      Indicators indicators) {
    this.lastPrices = lastPrices;
    this.market = market;
    this.positions = positions;
    this.openPositions = openPositions;
    this.corridor = corridor;
    this.watch = watch;
    this.times = times;
    this.evaluator = evaluator;
    this.indicators = indicators;
    walk = new int[positions.capacity()];
  }

  /** A trade, a quote, or both. */
  void onTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long quantityE8,
      long bidE8,
      long askE8,
      long nowNs) {
    market.staleness.note(instrumentId, nowNs);
    if (Watches.isPlain(market.watches.of(instrumentId))) {
      lastPrices.update(instrumentId, lastE8, bidE8, askE8);
      if (lastE8 != E8.NULL) {
        market.pairs.onTrade(instrumentId, venueTimeNs, lastE8, quantityE8);
        evaluator.onTrade(instrumentId, lastE8, nowNs);
        if (indicators.onTrade(instrumentId, nowNs, lastE8, quantityE8)) {
          evaluator.onBars(instrumentId, nowNs);
        }
      }
      return;
    }
    tick.set(instrumentId, venueTimeNs, lastE8, quantityE8, bidE8, askE8);
    if (isInside(nowNs)) {
      judge(nowNs);
    }
  }

  /** Several trades as one. */
  void onConflatedTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long highE8,
      long lowE8,
      boolean highFirst,
      long bidE8,
      long askE8,
      long nowNs) {
    market.staleness.note(instrumentId, nowNs);
    tick.set(instrumentId, venueTimeNs, lastE8, E8.NULL, bidE8, askE8);
    if (lastE8 == E8.NULL) {
      if (isInside(nowNs)) {
        judge(nowNs);
      }
      return;
    }
    tick.extremes(highE8, lowE8, highFirst);
    if (!isInside(nowNs)) {
      return;
    }
    if (isBeyondDoubt()) {
      flow(nowNs);
      return;
    }
    // One by one: each of them may be the suspect or the witness.
    long firstE8 = highFirst ? highE8 : lowE8;
    long secondE8 = highFirst ? lowE8 : highE8;
    if (firstE8 != secondE8) {
      judgeExtreme(instrumentId, venueTimeNs, firstE8, nowNs);
    }
    if (secondE8 != lastE8) {
      judgeExtreme(instrumentId, venueTimeNs, secondE8, nowNs);
    }
    tick.set(instrumentId, venueTimeNs, lastE8, E8.NULL, bidE8, askE8);
    judge(nowNs);
  }

  private void judgeExtreme(int instrumentId, long venueTimeNs, long priceE8, long nowNs) {
    tick.set(instrumentId, venueTimeNs, priceE8, E8.NULL, E8.NULL, E8.NULL);
    tick.pairs = false;
    judge(nowNs);
  }

  /** A price at which the venue values positions. */
  void onMark(int instrumentId, long markE8, long nowNs) {
    market.staleness.note(instrumentId, nowNs);
    tick.set(instrumentId, E8.NULL, E8.NULL, E8.NULL, E8.NULL, E8.NULL);
    lastPrices.mark(instrumentId, markE8);
    int bits = market.watches.of(instrumentId);
    endSilence(bits);
    corridor.begin();
    corridor.find(instrumentId, PriceStream.MARK, markE8, markE8);
    if ((bits & Watches.OUTSIDE) != 0) {
      sayBreaches(nowNs);
    } else {
      refresh(bits, PriceStream.MARK.bit());
      evaluate(false, nowNs);
      tellGroups(bits, PriceStream.MARK.bit(), nowNs);
    }
  }

  private void endSilence(int bits) {
    if ((bits & Watches.SILENT) != 0) {
      market.staleness.endSilence(tick.instrumentId);
    }
  }

  private void refresh(int bits, int streamBits) {
    if ((bits & Watches.LEFTOVERS) != 0) {
      boolean left = market.prices.refresh(tick.instrumentId, streamBits);
      market.watches.set(tick.instrumentId, Watches.LEFTOVERS, left);
    }
  }

  /** Whether trading is continuous; otherwise the tick has had its effect. */
  private boolean isInside(long nowNs) {
    int bits = market.watches.of(tick.instrumentId);
    endSilence(bits);
    if ((bits & Watches.OUTSIDE) == 0) {
      return true;
    }
    lastPrices.update(tick.instrumentId, tick.lastE8, tick.bidE8, tick.askE8);
    corridor.begin();
    if (tick.isTrade()) {
      corridor.find(tick.instrumentId, PriceStream.LAST, tick.lowE8, tick.highE8);
      corridor.find(tick.instrumentId, PriceStream.DOUBLE_LAST, tick.lowE8, tick.highE8);
    }
    findOnQuote();
    sayBreaches(nowNs);
    return false;
  }

  private void sayBreaches(long nowNs) {
    int woken = corridor.inOrder();
    for (int i = 0; i < woken; i++) {
      Position position = corridor.woken(i);
      long newestE8 = market.prices.newestE8(position);
      boolean isLong = position.side().sign() > 0;
      boolean onTrades = (position.stream().bit() & tick.streamBits() & Watches.TRADES) != 0;
      times.onBreach(
          position,
          !onTrades ? newestE8 : isLong ? tick.lowE8 : tick.highE8,
          !onTrades ? newestE8 : isLong ? tick.highE8 : tick.lowE8,
          nowNs);
    }
  }

  private boolean isBeyondDoubt() {
    int id = tick.instrumentId;
    long acceptedE8 = lastPrices.lastE8(id);
    return (market.watches.of(id) & Watches.SUSPECT) == 0
        || (!market.gate.isHolding(id)
            && (!tick.isTrade()
                || (!market.gate.isFar(id, acceptedE8, tick.highE8)
                    && !market.gate.isFar(id, acceptedE8, tick.lowE8))));
  }

  /** Lets the tick pass, but for a trade that must wait; and what waited, if the tick shows it. */
  private void judge(long nowNs) {
    if (isBeyondDoubt()) {
      flow(nowNs);
      return;
    }
    int id = tick.instrumentId;
    long venueTimeNs = tick.venueTimeNs;
    long lastE8 = tick.lastE8;
    long quantityE8 = tick.quantityE8;
    long bidE8 = tick.bidE8;
    long askE8 = tick.askE8;
    boolean pairing = tick.pairs;
    boolean passes = tick.isTrade();
    if (passes && market.gate.isHolding(id)) {
      if (market.gate.isHeldOne(id, venueTimeNs, lastE8, quantityE8)) {
        passes = false;
      } else if (market.gate.isConfirmedBy(id, lastPrices.lastE8(id), lastE8)) {
        confirm(id, lastE8, nowNs);
      } else {
        market.gate.reject(id, lastE8, nowNs);
      }
    }
    if (passes && market.gate.isFar(id, lastPrices.lastE8(id), lastE8)) {
      market.gate.hold(id, venueTimeNs, lastE8, quantityE8, lastPrices.lastE8(id), nowNs);
      heldPairs = pairing;
      passes = false;
    }
    tick.set(id, venueTimeNs, passes ? lastE8 : E8.NULL, quantityE8, bidE8, askE8);
    tick.pairs = pairing;
    flow(nowNs);
    if (market.gate.isHolding(id) && bidE8 > 0 && askE8 > 0) {
      judgeByBook(id, bidE8, askE8, nowNs);
    }
  }

  private void judgeByBook(int id, long bidE8, long askE8, long nowNs) {
    long favour = market.gate.bookFavour(id, lastPrices.lastE8(id), bidE8, askE8);
    long middleE8 = (bidE8 + askE8) / 2;
    if (favour > 0) {
      confirm(id, middleE8, nowNs);
    } else if (favour < 0) {
      market.gate.reject(id, middleE8, nowNs);
    }
  }

  /** The trade under suspicion counts, now. */
  private void confirm(int id, long witnessE8, long nowNs) {
    long heldE8 = market.gate.heldE8(id);
    long venueTimeNs = market.gate.heldVenueTimeNs(id);
    tick.set(id, venueTimeNs, heldE8, market.gate.heldQuantityE8(id), E8.NULL, E8.NULL);
    tick.pairs = heldPairs;
    heldPairs = true;
    market.gate.confirm(id, witnessE8, nowNs);
    flow(nowNs);
  }

  /** The earliest deadline of a trade under suspicion has come without a contradiction. */
  void onTickDeadline(long nowNs) {
    confirm(market.gate.earliest(), E8.NULL, nowNs);
  }

  /** A tick that counts, in continuous trading. */
  private void flow(long nowNs) {
    int id = tick.instrumentId;
    int bits = market.watches.of(id);
    long previousE8 = lastPrices.lastE8(id);
    lastPrices.update(id, tick.lastE8, tick.bidE8, tick.askE8);
    refresh(bits, tick.streamBits());
    if ((bits & Watches.BOOK) != 0) {
      // Before the positions: a quote meets the stop that was in force before its event.
      market.book.onQuote(id, tick.bidE8, tick.askE8, nowNs);
    }
    corridor.begin();
    boolean gap = false;
    if (tick.isTrade()) {
      gap =
          (bits & Watches.GAP) != 0
              && market.gaps.onTrade(id, previousE8, tick.farthestFrom(previousE8), nowNs);
      findOnTrade(bits, gap);
    }
    findOnQuote();
    evaluate(gap, nowNs);
    if (tick.isTrade() && closesBars(nowNs)) {
      evaluator.onBars(id, nowNs);
    }
    tellGroups(bits, tick.streamBits(), nowNs);
  }

  /** Groups come last: what a member's own rules do goes before. */
  private void tellGroups(int bits, int streamBits, long nowNs) {
    if ((bits & Watches.GROUP) != 0) {
      market.groups.onPrices(tick.instrumentId, streamBits, nowNs);
    }
  }

  private void findOnTrade(int bits, boolean gap) {
    int id = tick.instrumentId;
    corridor.find(id, PriceStream.LAST, tick.lowE8, tick.highE8);
    // Always kept: a packet that repeats a trade from before a registration is no trade after it.
    boolean another =
        tick.pairs && market.pairs.onTrade(id, tick.venueTimeNs, tick.lastE8, tick.quantityE8);
    if (another && (bits & PriceStream.DOUBLE_LAST.bit()) != 0) {
      // Both must be at or past a level: downwards the higher one counts, upwards the lower one.
      corridor.find(id, PriceStream.DOUBLE_LAST, market.pairs.highE8(id), market.pairs.lowE8(id));
    }
    if (gap) {
      int open = openPositions.copy(id, walk);
      for (int i = 0; i < open; i++) {
        Position position = positions.bySlot(walk[i]);
        if (watch.isWokenByGap(position)) {
          corridor.find(position);
        }
      }
    }
  }

  private void findOnQuote() {
    if (tick.bidE8 > 0) {
      corridor.find(tick.instrumentId, PriceStream.BID, tick.bidE8, tick.bidE8);
    }
    if (tick.askE8 > 0) {
      corridor.find(tick.instrumentId, PriceStream.ASK, tick.askE8, tick.askE8);
    }
  }

  private void evaluate(boolean gap, long nowNs) {
    int woken = corridor.inOrder();
    for (int i = 0; i < woken; i++) {
      Position position = corridor.woken(i);
      boolean conflated = tick.hasRange() && position.stream() == PriceStream.LAST;
      evaluator.onTrigger(position, conflated ? tick : null, gap, nowNs);
    }
  }

  private boolean closesBars(long nowNs) {
    return tick.conflated
        ? indicators.onConflatedTrade(
            tick.instrumentId, nowNs, tick.highE8, tick.lowE8, tick.lastE8, tick.highFirst)
        : indicators.onTrade(tick.instrumentId, nowNs, tick.lastE8, tick.quantityE8);
  }
}
