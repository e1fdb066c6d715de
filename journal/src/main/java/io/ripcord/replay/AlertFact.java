package io.ripcord.replay;

import io.ripcord.event.AlertKind;

/**
 * An alert about the position, or about its instrument while it was open.
 *
 * @param causeSequence the input that caused it
 * @param timeNs when, nanoseconds since the epoch
 * @param kind what it says
 * @param first its first value, as the event schema describes
 * @param second its second value
 */
public record AlertFact(long causeSequence, long timeNs, AlertKind kind, long first, long second) {}
