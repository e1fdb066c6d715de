package io.ripcord.console;

import io.ripcord.config.SquareOff;
import io.ripcord.engine.EngineView;
import io.ripcord.event.Side;
import io.ripcord.indicator.Indicators;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleScope;
import io.ripcord.rule.RuleSpec;
import java.util.Optional;

/**
 * What a policy sets for a position when it is registered. Immutable.
 *
 * @param stopE8 first stop, {@link E8#NULL} if there is none
 * @param targetE8 first target, {@link E8#NULL} if there is none
 * @param squareOff when it is squared off
 */
public record Levels(long stopE8, long targetE8, Optional<SquareOff> squareOff) {
  /** Of nothing. */
  static final Levels NONE = new Levels(E8.NULL, E8.NULL, Optional.empty());

  /**
   * As the policy in force in an engine sets them, as if no indicator were warm: asking must not
   * make the engine keep any.
   */
  static Levels of(EngineView view, int policyId, int instrumentId, Side side, long entryPriceE8) {
    Position scratch =
        new Positions(1).add(1, instrumentId, side, E8.ONE, entryPriceE8, E8.ONE, policyId, 0);
    view.policies().get(policyId).arm(cold(view).of(scratch, E8.NULL, scratch.registeredNs()));
    Optional<SquareOff> squareOff =
        view.policies().get(policyId).specs().stream()
            .filter(rule -> rule.kind() == RuleKind.SQUARE_OFF)
            .map(rule -> squareOff(view, rule))
            .findFirst();
    return new Levels(scratch.stop().levelE8(), scratch.targetE8(), squareOff);
  }

  private static RuleScope cold(EngineView view) {
    Indicators indicators = new Indicators();
    for (int id = 0; id < view.instruments().count(); id++) {
      indicators.addInstrument();
    }
    return new RuleScope(view.instruments(), indicators, null);
  }

  private static SquareOff squareOff(EngineView view, RuleSpec rule) {
    boolean isTimeOfDay = rule.parameter(0) != E8.NULL;
    String zone = isTimeOfDay ? view.names().name((int) rule.parameter(2)) : "";
    return new SquareOff(rule.parameter(0), rule.parameter(1), zone);
  }
}
