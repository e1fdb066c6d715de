package io.ripcord.replay;

import io.ripcord.engine.EngineView;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import io.ripcord.rule.RuleStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Follows the levels of one position and finds out who moved them. One thread. */
final class LevelWatch {
  private final List<LevelChange> listed = new ArrayList<>();
  private final Map<LevelKind, LevelChange> last = new EnumMap<>(LevelKind.class);

  void clear() {
    listed.clear();
    last.clear();
  }

  List<LevelChange> changes() {
    return List.copyOf(listed);
  }

  /** The last change of a level, {@code null} if the journal has none. */
  LevelChange last(LevelKind kind) {
    return last.get(kind);
  }

  /**
   * An input changed levels.
   *
   * @param byCommand whether the input itself says the levels
   * @param list whether changes of this time are asked for
   */
  void onChange(
      InputFact input,
      LevelSet before,
      Position position,
      EngineView view,
      boolean byCommand,
      boolean list) {
    LevelSet after = LevelSet.of(position);
    for (LevelKind kind : LevelKind.values()) {
      long fromE8 = before.of(kind);
      long toE8 = after.of(kind);
      // The watermark starts at the entry price: that is no change.
      if (fromE8 == toE8 || (kind == LevelKind.WATERMARK && fromE8 == E8.NULL)) {
        continue;
      }
      RuleSpec rule = byCommand ? null : rule(kind, before, after, position, view, input.timeNs());
      LevelChange change = new LevelChange(input, kind, fromE8, toE8, after.watermarkE8(), rule);
      last.put(kind, change);
      if (list) {
        listed.add(change);
      }
    }
  }

  private static RuleSpec rule(
      LevelKind kind,
      LevelSet before,
      LevelSet after,
      Position position,
      EngineView view,
      long timeNs) {
    if (kind == LevelKind.WATERMARK) {
      return null;
    }
    RuleSpec sameKind = null;
    for (RuleStatus status : view.rules(position, timeNs)) {
      if (!isMover(status.kind(), kind, before, after, position)) {
        continue;
      }
      // Two of a kind, a list of trailing stops: the one that wants the level where it is now.
      if (status.levelE8() == after.of(kind)) {
        return status.spec();
      }
      sameKind = sameKind == null ? status.spec() : sameKind;
    }
    return sameKind;
  }

  private static boolean isMover(
      RuleKind rule, LevelKind level, LevelSet before, LevelSet after, Position position) {
    return switch (level) {
      case HARD_STOP -> rule == RuleKind.HARD_STOP;
      case TARGET ->
          rule == RuleKind.TAKE_PROFIT
              || rule == RuleKind.TARGET_LADDER
              || rule == RuleKind.RISK_REWARD;
      case STOP -> {
        boolean first =
            before.firstStopE8() != after.firstStopE8() && after.stopE8() == after.firstStopE8();
        yield first
            ? rule == RuleKind.STOP_LOSS || rule == RuleKind.ATR_STOP
            : rule.code() == position.stop().movedBy();
      }
      case WATERMARK -> false;
    };
  }
}
