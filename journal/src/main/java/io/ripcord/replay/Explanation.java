package io.ripcord.replay;

import io.ripcord.rule.PolicySettings;
import io.ripcord.rule.RuleStatus;
import java.util.List;
import java.util.Map;

/**
 * Why a position left, or did not: everything that a journal says about it. Immutable.
 *
 * @param position the position
 * @param moment the moment that all of this is for
 * @param settings how its policy looks at prices
 * @param signalExit whether a signal may exit it
 * @param rules how each rule stands; as it stood at the exit if the position has left
 * @param prices the trigger prices that it saw while open
 * @param firing the input at which it left, {@code null} while it is open
 * @param order the order that was asked about, {@code null} if none was
 * @param touches prices at or past a level that fired nothing
 * @param policies that it got while open, in order; empty if it kept its first
 * @param changes of its levels, in order
 * @param orders its orders, in order
 * @param commands inputs that concern it besides market data: commands, signals, phases, states
 * @param alerts about it
 * @param names interned names by number, for what rules refer to
 */
public record Explanation(
    Holding position,
    Moment moment,
    PolicySettings settings,
    boolean signalExit,
    List<RuleStatus> rules,
    PricePath prices,
    Firing firing,
    ExplainedOrder order,
    List<Touch> touches,
    List<PolicyChange> policies,
    List<LevelChange> changes,
    List<ExplainedOrder> orders,
    List<InputFact> commands,
    List<AlertFact> alerts,
    Map<Long, String> names) {}
