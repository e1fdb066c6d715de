package io.ripcord.calendar;

import io.ripcord.event.SessionPhase;

/**
 * A phase and the moment at which it begins. Immutable.
 *
 * @param phase what begins
 * @param atNs nanoseconds since the epoch
 */
public record PhaseChange(SessionPhase phase, long atNs) {}
