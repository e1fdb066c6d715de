package io.ripcord.console;

import io.ripcord.engine.EngineView;
import io.ripcord.event.Side;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.RuleScope;

/**
 * Where a policy puts its first levels; {@link E8#NULL} where it has none.
 *
 * @param stopE8 the stop
 * @param targetE8 the target
 */
public record Levels(long stopE8, long targetE8) {
  /**
   * For a position of the given entry, as if no indicator were warm: asking must not make the
   * engine keep any.
   */
  static Levels of(EngineView view, int policyId, int instrumentId, Side side, long entryPriceE8) {
    Instruments instruments = view.instruments();
    Indicators cold = new Indicators();
    for (int id = 0; id < instruments.count(); id++) {
      cold.addInstrument();
    }
    Position scratch =
        new Positions(1).add(1, instrumentId, side, E8.ONE, entryPriceE8, E8.ONE, policyId, 0);
    view.policies()
        .get(policyId)
        .arm(new RuleScope(instruments, cold, null).of(scratch, E8.NULL, scratch.registeredNs()));
    return new Levels(scratch.stop().levelE8(), scratch.targetE8());
  }
}
