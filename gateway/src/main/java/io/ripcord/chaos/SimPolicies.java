package io.ripcord.chaos;

import io.ripcord.engine.EngineView;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.List;

/** The policies of a run, and its instruments: every kind of order and of deadline is in them. */
final class SimPolicies {
  private static final long NONE = E8.NULL;
  private static final long SECOND = World.SECOND;
  private static final long MS = World.MS;

  private static final List<List<RuleSpec>> ALL =
      List.of(
          List.of(stop(1_000_000), spec(RuleKind.TAKE_PROFIT, NONE, 2 * Percent.ONE)),
          List.of(
              stop(2_000_000),
              spec(RuleKind.TRAILING_STOP, Percent.ONE, 500_000, 0, NONE, NONE),
              spec(RuleKind.EVALUATION, NONE, 2 * Percent.ONE)),
          List.of(
              stop(1_500_000),
              spec(RuleKind.TARGET_LADDER, 0, 120 * SECOND, 3 * Percent.ONE, Percent.ONE),
              spec(RuleKind.BREAK_EVEN, 600_000, 200_000)),
          List.of(
              stop(2_000_000),
              spec(RuleKind.PARTIAL, 300_000, 10 * SECOND, 50_000_000, 800_000, 0, 75_000_000)),
          List.of(
              stop(2_000_000),
              spec(RuleKind.SCALE_IN, 200_000, 50_000_000, 2, 10_000, NONE, 2, SECOND)),
          List.of(
              stop(2_500_000),
              spec(RuleKind.PARTIAL, 600_000, 0, 50_000_000),
              spec(RuleKind.SCALE_IN, 200_000, 50_000_000, 2, 10_000, NONE, 1, SECOND)),
          List.of(
              spec(RuleKind.TRAILING_TICKS, 2_000, 0, 0, NONE, NONE),
              spec(RuleKind.HARD_STOP, 3 * Percent.ONE)),
          List.of(
              stop(3_000_000),
              spec(RuleKind.MAX_AGE, 90 * SECOND),
              spec(RuleKind.EVALUATION, SECOND, Percent.ONE)),
          List.of(
              spec(RuleKind.ATR_STOP, 14, 2_000_000, 5 * SECOND, 500_000, Percent.ONE),
              spec(RuleKind.TRIGGER, TriggerSource.DOUBLE_LAST.code()),
              spec(RuleKind.BOOK_THROUGH, 500 * MS)),
          List.of(
              stop(1_000_000),
              spec(RuleKind.TRIGGER, TriggerSource.BID_ASK.code()),
              spec(RuleKind.STALENESS, 20 * SECOND, StaleAction.EXIT.code())));

  private SimPolicies() {}

  private static RuleSpec stop(long percentE6) {
    return spec(RuleKind.STOP_LOSS, NONE, percentE6, NONE);
  }

  private static RuleSpec spec(RuleKind kind, long... parameters) {
    return new RuleSpec(kind, parameters);
  }

  static int count() {
    return ALL.size();
  }

  /** Defines what the engine does not know, as a node does at its start. */
  static void define(World world, SimNode node) {
    EngineView known = node.engine().view();
    DefinitionPublisher definitions = node.inputs().definitions;
    long nowNs = world.nowNs();
    for (int id = known.names().last(); id < SimMarket.INSTRUMENTS; id++) {
      definitions.nameDefined(nowNs, id + 1, "SIM" + id);
    }
    for (int id = known.instruments().count(); id < SimMarket.INSTRUMENTS; id++) {
      definitions.instrumentDefined(
          nowNs, id, id + 1, SimMarket.INCREMENT_E8, SimVenue.LOT_E8, E8.ONE);
    }
    for (int id = 0; id < ALL.size(); id++) {
      if (!known.policies().contains(id)) {
        definitions.policy(nowNs, id, 1, 1, true, ALL.get(id));
      }
    }
  }
}
