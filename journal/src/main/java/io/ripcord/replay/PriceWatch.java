package io.ripcord.replay;

import io.ripcord.event.SessionPhase;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
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

  /** What the market and the engine were like while the prices came. */
  record Surroundings(
      PolicySettings settings, TradingState tradingState, SessionPhase phase, Instrument of) {}

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
    TriggerSource wanted = around.settings().trigger();
    TriggerSource compared = wanted == TriggerSource.DOUBLE_LAST ? TriggerSource.LAST : wanted;
    for (Range range : ranges) {
      if (range.isEmpty()) {
        continue;
      }
      boolean triggers = range.source() == compared;
      if (triggers && around.phase() == SessionPhase.CONTINUOUS) {
        see(range, position.side().sign(), before, input);
      }
      if (stayed && listed) {
        touch(range, triggers, position, before, around, fact);
      }
    }
  }

  private void see(Range range, int sign, LevelSet before, InputTrace input) {
    SeenPrice low = seen(range.lowE8(), E8.NULL, input);
    SeenPrice high = seen(range.highE8(), E8.NULL, input);
    path =
        new PricePath(
            path.count() + 1,
            seen(range.lastE8(), E8.NULL, input),
            path.lowest() == null || low.priceE8() < path.lowest().priceE8() ? low : path.lowest(),
            path.highest() == null || high.priceE8() > path.highest().priceE8()
                ? high
                : path.highest(),
            nearer(path.nearestStop(), seen(range.adverseE8(sign), before.stopE8(), input), sign),
            nearer(
                path.nearestTarget(),
                seen(range.favourableE8(sign), before.targetE8(), input),
                -sign));
  }

  private static SeenPrice seen(long priceE8, long levelE8, InputTrace input) {
    return new SeenPrice(priceE8, levelE8, input.sequence, input.timeNs);
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
    touch(LevelKind.HARD_STOP, range.adverseE8(sign), sign, triggers, before, around, fact);
    touch(LevelKind.STOP, range.adverseE8(sign), sign, triggers, before, around, fact);
    touch(LevelKind.TARGET, range.favourableE8(sign), -sign, triggers, before, around, fact);
  }

  private void touch(
      LevelKind kind,
      long priceE8,
      int sign,
      boolean triggers,
      LevelSet before,
      Surroundings around,
      Supplier<InputFact> fact) {
    long levelE8 = before.of(kind);
    if (levelE8 == E8.NULL || sign * (priceE8 - levelE8) > 0) {
      return;
    }
    Suppression reason = triggers ? reason(around) : Suppression.TRIGGER_SOURCE;
    String key = kind + " " + reason;
    Touch known = touches.get(key);
    InputFact input = fact.get();
    touches.put(
        key,
        known == null
            ? new Touch(kind, reason, 1, input, input, priceE8, levelE8)
            : known.and(input, priceE8, levelE8, sign * (priceE8 - known.worstE8()) < 0));
  }

  private static Suppression reason(Surroundings around) {
    PolicySettings settings = around.settings();
    if (around.tradingState() == TradingState.HALTED) {
      return Suppression.HALTED;
    }
    if (around.phase() != SessionPhase.CONTINUOUS) {
      return Suppression.SESSION_PHASE;
    }
    if (settings.trigger() == TriggerSource.DOUBLE_LAST) {
      return Suppression.DOUBLE_LAST;
    }
    if (settings.everyNs() != E8.NULL) {
      return Suppression.INTERVAL;
    }
    if (settings.deferNs() != E8.NULL) {
      return Suppression.DEFERRED;
    }
    return around.of().badTickPercentE6() == E8.NULL ? Suppression.OTHER : Suppression.BAD_TICK;
  }
}
