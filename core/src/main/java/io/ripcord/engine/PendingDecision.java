package io.ripcord.engine;

import org.agrona.DirectBuffer;

/**
 * A decision that the engine made again after a crash and that never reached the journal: it was
 * never sent. The pipeline appends it, then sends it, under the same order id.
 *
 * @param causeSequence the input that caused it
 * @param index among the decisions of that input
 * @param bytes the whole decision
 */
public record PendingDecision(long causeSequence, int index, DirectBuffer bytes) {}
