package io.ripcord.replay;

import io.ripcord.rule.RuleSpec;

/**
 * A level of a position before and after one input.
 *
 * @param input what came: kind, number and time
 * @param level which one
 * @param fromE8 before, {@link io.ripcord.money.E8#NULL} if there was none
 * @param toE8 after, {@link io.ripcord.money.E8#NULL} if there is none any more
 * @param watermarkE8 the watermark after it
 * @param rule that moved it; {@code null} where the input itself did: a command, or a price that
 *     moved the watermark
 */
public record LevelChange(
    InputFact input, LevelKind level, long fromE8, long toE8, long watermarkE8, RuleSpec rule) {}
