package io.ripcord.engine;

import io.ripcord.money.E8;

/**
 * What another policy would put in force for an open position at a moment, at 1e-8; {@link E8#NULL}
 * for what there is not. Immutable.
 *
 * @param version which definition of the policy it is
 * @param stopE8 the stop: the old one where it is tighter
 * @param hardStopE8 the stop of last resort: the old one where it is tighter
 * @param targetE8 the target
 * @param breachedE8 which of the stops the newest price has reached
 * @param ownStopE8 the stop if the old one did not hold
 * @param newestE8 the newest price that counts
 */
public record AdoptedLevels(
    int version,
    long stopE8,
    long hardStopE8,
    long targetE8,
    long breachedE8,
    long ownStopE8,
    long newestE8) {}
