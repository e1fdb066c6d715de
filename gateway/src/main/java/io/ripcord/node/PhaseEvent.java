package io.ripcord.node;

import io.ripcord.event.SessionPhase;

/**
 * That a market enters a phase, for the engine. Immutable.
 *
 * @param instrumentId the market
 * @param phase what it enters
 * @param timeNs when the phase began, nanoseconds since the epoch; it may have passed
 */
record PhaseEvent(int instrumentId, SessionPhase phase, long timeNs) {}
