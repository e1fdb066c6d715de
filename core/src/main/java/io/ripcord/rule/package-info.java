/**
 * The exit rules, one file each, the policy that holds them and the corridor that lets a quiet tick
 * pass without running any.
 *
 * <p>A rule sets and moves levels of a position (its stop, its target) and names the time at which
 * it wants to be woken; whether a level is touched is decided in one place, {@code
 * io.ripcord.engine.ExitEvaluator}, in the documented precedence. Rules are immutable and keep no
 * state: what changes lies in the position. Engine thread only. Depends on {@code position}, {@code
 * market}, {@code money}. Start reading at {@link io.ripcord.rule.TrailingStopRule}.
 */
package io.ripcord.rule;
