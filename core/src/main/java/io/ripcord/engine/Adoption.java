package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExitReason;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Mark;
import io.ripcord.position.Position;
import io.ripcord.position.PriceStream;
import io.ripcord.rule.Policy;
import io.ripcord.rule.RuleScope;

/**
 * Gives an open position another policy, or the newest version of its own.
 *
 * <pre>
 *   stays          quantities, entry, what was booked and how often it was added to, registration and so
 *                  its age, watermark, prices seen (of the same stream), orders under way, the stop at the
 *                  venue, a signal that waits, if the new policy takes signals
 *   stop           the tighter of the old one, who moved it included, and the new policy's; hard stop alike
 *   starts again   target, rungs, activation, indicator warmth of first levels, deadlines, what was said
 *   at once        deadlines that are past move levels, stops follow the newest price; a time that is up exits
 *   next price     meets stop and target, books and adds
 * </pre>
 *
 * <p>Refused when the newest price has reached the stop that would hold then. Engine thread only;
 * allocates.
 */
final class Adoption {
  private final Instruments instruments;
  private final Indicators indicators;
  private final TriggerPrices prices;
  private final BoundPolicies bound;
  private final PositionWatch watch;
  private final ExitEvaluator evaluator;
  private final Deadlines deadlines;
  private final DecisionListener decisions;
  private final RuleScope scope;

  Adoption(
      Instruments instruments,
      Indicators indicators,
      MarketState market,
      BoundPolicies bound,
      PositionWatch watch,
      ExitEvaluator evaluator,
      Deadlines deadlines,
      DecisionListener decisions) {
    this.instruments = instruments;
    this.indicators = indicators;
    prices = market.prices;
    this.bound = bound;
    this.watch = watch;
    this.evaluator = evaluator;
    this.deadlines = deadlines;
    this.decisions = decisions;
    // While levels are prepared no rule books or adds.
    scope = new RuleScope(instruments, indicators, null);
  }

  /** Why a position cannot have a policy at all; {@code null} if the newest price decides. */
  Refusal refusal(Position position, int policyId) {
    Refusal refusal = Refusal.ofOpen(position);
    if (refusal != null) {
      return refusal;
    }
    Policy newest = bound.newest(policyId);
    if (newest == null) {
      return Refusal.UNKNOWN_POLICY;
    }
    return bound.of(position) == newest ? Refusal.SAME_POLICY : null;
  }

  /**
   * Gives the newest version of a policy to a position that may have it, unless a stop is reached
   * already. Its indicators are kept from now on either way.
   *
   * @return the level that is reached, {@link E8#NULL} if the policy is in force
   */
  long adopt(Position position, int policyId, long squareOffNs, long nowNs) {
    Policy policy = bound.newest(policyId);
    Position next = prepared(scope, position, policy, squareOffNs, true, nowNs);
    long breachedE8 = breachedE8(next);
    if (breachedE8 != E8.NULL) {
      return breachedE8;
    }
    long formerId = position.policyId();
    watch.remove(position);
    position.become(next);
    bound.bind(position, policy);
    watch.add(position, nowNs);
    deadlines.set(position, policy.deadlineNs(scope.of(position, E8.NULL, nowNs)));
    decisions.onAlert(
        nowNs,
        AlertKind.POLICY_ADOPTED,
        position.id(),
        position.instrumentId(),
        formerId,
        policy.id());
    evaluator.fireWaiting(position, nowNs);
    return E8.NULL;
  }

  /** What {@link #adopt} would put in force now; changes nothing. */
  AdoptedLevels preview(Position position, int policyId, long squareOffNs, long nowNs) {
    Policy policy = bound.newest(policyId);
    boolean kept = policy.isWatched(indicators, position.instrumentId());
    RuleScope asking = new RuleScope(instruments, kept ? indicators : cold(), null);
    Position next = prepared(asking, position, policy, squareOffNs, true, nowNs);
    Position own = prepared(asking, position, policy, squareOffNs, false, nowNs);
    return new AdoptedLevels(
        policy.version(),
        next.stop().levelE8(),
        next.hardStopE8(),
        next.targetE8(),
        breachedE8(next),
        own.stop().levelE8(),
        prices.pendingE8(next));
  }

  /** Where none has a value: asking must not have any kept. */
  private Indicators cold() {
    Indicators none = new Indicators();
    for (int id = 0; id < instruments.count(); id++) {
      none.addInstrument();
    }
    return none;
  }

  private Position prepared(
      RuleScope asked,
      Position position,
      Policy policy,
      long squareOffNs,
      boolean keepsStops,
      long nowNs) {
    PriceStream stream = PriceStream.of(policy.settings().trigger(), position.side());
    Position next = position.under(policy.id(), squareOffNs, stream);
    if (policy.isSignalExit() && position.isPending(ExitReason.SIGNAL)) {
      next.pend(ExitReason.SIGNAL);
    }
    policy.arm(asked.of(next, E8.NULL, nowNs));
    if (keepsStops) {
      next.stop().keep(position.stop());
      keepHardStop(next, position.hardStopE8());
    }
    catchUp(asked.of(next, E8.NULL, nowNs), policy);
    long lastE8 = prices.forTargetE8(next);
    if (lastE8 != E8.NULL) {
      policy.follow(asked.of(next, lastE8, nowNs));
    }
    if (lastE8 == E8.NULL || !next.is(Mark.EVALUATED)) {
      next.mark(Mark.CHANGED, true);
    }
    return next;
  }

  private static void keepHardStop(Position next, long earlierE8) {
    boolean looser = next.hardStopE8() == E8.NULL || next.isBetter(earlierE8, next.hardStopE8());
    if (earlierE8 != E8.NULL && looser) {
      next.hardStop(earlierE8);
    }
  }

  /** Levels whose time has come are in force; a square-off that is past is for its own deadline. */
  private static void catchUp(RuleScope asked, Policy policy) {
    long squareOffNs = policy.isSquareOff() ? asked.position().squareOffNs() : E8.NULL;
    long dueNs = policy.deadlineNs(asked);
    while (dueNs < asked.nowNs() && dueNs != squareOffNs) {
      policy.onDeadline(asked, dueNs);
      dueNs = policy.deadlineNs(asked);
    }
    // Without a price nothing is booked; the ages that have come wait for the next one.
    policy.manageAtDeadline(asked);
  }

  private long breachedE8(Position next) {
    long priceE8 = prices.pendingE8(next);
    if (priceE8 == E8.NULL) {
      return E8.NULL;
    }
    if (next.isHardStopTouchedBy(priceE8)) {
      return next.hardStopE8();
    }
    return next.stop().isTouchedBy(priceE8) ? next.stop().levelE8() : E8.NULL;
  }
}
