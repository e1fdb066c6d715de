/**
 * The exit rules, one file each, the policy that holds them and the corridor that lets a quiet tick
 * pass without running any.
 *
 * <p>A rule sets and moves levels of a position (its stop, its target) and names the time at which
 * it wants to be woken; whether a level is touched is decided in one place, {@code
 * io.ripcord.engine.Firing}, in the documented precedence. Rules are immutable: what one must
 * remember of a position lies in words of that position, which its {@link
 * io.ripcord.rule.RuleScope} gives it. Engine thread only. Depends on {@code position}, {@code
 * indicator}, {@code market}, {@code money}, {@code state} and {@code event}'s vocabulary. Start
 * reading at {@link io.ripcord.rule.ExitRule}, then at {@link io.ripcord.rule.TrailingStopRule}.
 */
package io.ripcord.rule;
