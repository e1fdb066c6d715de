package io.ripcord.replay;

import io.ripcord.engine.EngineView;
import io.ripcord.engine.PriceGates;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.PriceStream;
import io.ripcord.rule.PolicySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Follows the prices of one open position: how near they came to its levels, and which touched one
 * without anything happening. One thread.
 */
final class PriceWatch {
  private final Map<String, Touch> touches = new LinkedHashMap<>();
  private PricePath path = PricePath.NONE;

  /**
   * What the engine was like after the prices.
   *
   * @param acceptedE8 the last trade that counted before them
   */
  record Surroundings(EngineView view, TradingState tradingState, long acceptedE8) {
    PolicySettings settings(Position position) {
      return view.policy(position).settings();
    }

    boolean isContinuous(Position position) {
      return view.gates().phase(position.instrumentId()) == SessionPhase.CONTINUOUS;
    }

    /** Whether a trade was too far off to count at once. */
    boolean isHeld(Position position, long tradeE8) {
      int id = position.instrumentId();
      return view.lastPrices().lastE8(id) != tradeE8
          && view.gates().isSuspect(id, acceptedE8, tradeE8);
    }
  }

  /** The range of one kind of price in one input; both null where it had none. */
  private record Range(TriggerSource source, long lastE8, long lowE8, long highE8) {
    boolean isEmpty() {
      return lowE8 == E8.NULL || lowE8 <= 0;
    }

    long adverseE8(int sign) {
      return sign > 0 ? lowE8 : highE8;
    }

    long favourableE8(int sign) {
      return sign > 0 ? highE8 : lowE8;
    }
  }

  void clear() {
    touches.clear();
    path = PricePath.NONE;
  }

  PricePath path() {
    return path;
  }

  List<Touch> touches() {
    return new ArrayList<>(touches.values());
  }

  /**
   * Prices came.
   *
   * @param before levels in force before them
   * @param stayed whether the position is still open
   * @param listed whether touches of this time are asked for
   */
  void onPrices(
      InputTrace input,
      Position position,
      LevelSet before,
      Surroundings around,
      boolean stayed,
      boolean listed,
      Supplier<InputFact> fact) {
    long ownSideE8 = position.side().sign() > 0 ? input.bidE8 : input.askE8;
    List<Range> ranges =
        List.of(
            new Range(TriggerSource.LAST, input.lastE8, input.lowE8, input.highE8),
            new Range(TriggerSource.BID_ASK, ownSideE8, ownSideE8, ownSideE8),
            new Range(TriggerSource.MARK, input.markE8, input.markE8, input.markE8));
    TriggerSource wanted = around.settings(position).trigger();
    TriggerSource compared = wanted == TriggerSource.DOUBLE_LAST ? TriggerSource.LAST : wanted;
    for (Range range : ranges) {
      if (range.isEmpty()) {
        continue;
      }
      boolean triggers = range.source() == compared;
      boolean held =
          range.source() == TriggerSource.LAST && around.isHeld(position, range.lastE8());
      if (triggers && !held && around.isContinuous(position)) {
        see(range, position.side().sign(), before, input.sequence, input.timeNs);
      }
      if (stayed && listed) {
        touch(range, triggers, position, before, around, fact);
      }
    }
  }

  /** A trade that had been held counts after all. */
  void onConfirmed(long tradeE8, Position position, LevelSet before, long sequence, long timeNs) {
    if (position.stream() == PriceStream.LAST || isPair(position)) {
      see(
          new Range(TriggerSource.LAST, tradeE8, tradeE8, tradeE8),
          position.side().sign(),
          before,
          sequence,
          timeNs);
    }
  }

  private void see(Range range, int sign, LevelSet before, long sequence, long timeNs) {
    SeenPrice low = seen(range.lowE8(), E8.NULL, sequence, timeNs);
    SeenPrice high = seen(range.highE8(), E8.NULL, sequence, timeNs);
    path =
        new PricePath(
            path.count() + 1,
            seen(range.lastE8(), E8.NULL, sequence, timeNs),
            path.lowest() == null || low.priceE8() < path.lowest().priceE8() ? low : path.lowest(),
            path.highest() == null || high.priceE8() > path.highest().priceE8()
                ? high
                : path.highest(),
            nearer(
                path.nearestStop(),
                seen(range.adverseE8(sign), before.stopE8(), sequence, timeNs),
                sign),
            nearer(
                path.nearestTarget(),
                seen(range.favourableE8(sign), before.targetE8(), sequence, timeNs),
                -sign));
  }

  private static SeenPrice seen(long priceE8, long levelE8, long sequence, long timeNs) {
    return new SeenPrice(priceE8, levelE8, sequence, timeNs);
  }

  /** The one that is less far from its level, or further past it; the earlier of equal ones. */
  private static SeenPrice nearer(SeenPrice known, SeenPrice next, int sign) {
    if (next.levelE8() == E8.NULL) {
      return known;
    }
    return known == null
            || sign * (next.priceE8() - next.levelE8()) < sign * (known.priceE8() - known.levelE8())
        ? next
        : known;
  }

  private void touch(
      Range range,
      boolean triggers,
      Position position,
      LevelSet before,
      Surroundings around,
      Supplier<InputFact> fact) {
    int sign = position.side().sign();
    touch(
        LevelKind.HARD_STOP, range.adverseE8(sign), sign, triggers, position, before, around, fact);
    touch(LevelKind.STOP, range.adverseE8(sign), sign, triggers, position, before, around, fact);
    touch(
        LevelKind.TARGET,
        range.favourableE8(sign),
        -sign,
        triggers,
        position,
        before,
        around,
        fact);
  }

  private void touch(
      LevelKind kind,
      long priceE8,
      int sign,
      boolean triggers,
      Position position,
      LevelSet before,
      Surroundings around,
      Supplier<InputFact> fact) {
    long levelE8 = before.of(kind);
    if (levelE8 == E8.NULL || sign * (priceE8 - levelE8) > 0) {
      return;
    }
    Suppression reason =
        triggers
            ? reason(kind, priceE8, levelE8, sign, position, around)
            : Suppression.TRIGGER_SOURCE;
    String key = kind + " " + reason;
    Touch known = touches.get(key);
    InputFact input = fact.get();
    touches.put(
        key,
        known == null
            ? new Touch(kind, reason, 1, input, input, priceE8, levelE8)
            : known.and(input, priceE8, levelE8, sign * (priceE8 - known.worstE8()) < 0));
  }

  /** The first of the gates between a price and a level that was closed to it. */
  private static Suppression reason(
      LevelKind kind,
      long priceE8,
      long levelE8,
      int sign,
      Position position,
      Surroundings around) {
    PriceGates gates = around.view().gates();
    if (!around.isContinuous(position)) {
      return Suppression.SESSION_PHASE;
    }
    boolean isTrade = position.stream() == PriceStream.LAST || isPair(position);
    if (isTrade && around.isHeld(position, priceE8)) {
      return Suppression.BAD_TICK;
    }
    if (isPair(position)) {
      long bothE8 =
          kind == LevelKind.TARGET ? gates.forTargetE8(position) : gates.forStopE8(position);
      if (bothE8 == E8.NULL || sign * (bothE8 - levelE8) > 0) {
        return Suppression.DOUBLE_LAST;
      }
    }
    if (around.tradingState() == TradingState.HALTED) {
      return Suppression.HALTED;
    }
    if (kind == LevelKind.STOP && gates.leftToVenueUntilNs(position) != Deadlines.NONE) {
      return Suppression.DEFERRED;
    }
    return around.settings(position).everyNs() == E8.NULL
        ? Suppression.OTHER
        : Suppression.INTERVAL;
  }

  private static boolean isPair(Position position) {
    return position.stream() == PriceStream.DOUBLE_LAST;
  }
}
