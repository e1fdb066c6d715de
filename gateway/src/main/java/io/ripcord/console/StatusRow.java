package io.ripcord.console;

import io.ripcord.event.TradingState;

/**
 * How a running node is.
 *
 * @param session CONNECTED or DISCONNECTED as the venue's session said last, else UNKNOWN
 * @param sequence of the last input
 * @param timeNs of the last input, {@link io.ripcord.money.E8#NULL} before the first
 * @param lastInputAgeMs how long ago the last input was seen, -1 before the first
 * @param journal directory of the journal
 * @param problem why this view stands still, null if it does not
 */
public record StatusRow(
    TradingState tradingState,
    String session,
    long openPositions,
    int exitsInFlight,
    int alerts,
    int epoch,
    long sequence,
    long timeNs,
    long lastInputAgeMs,
    String journal,
    String problem) {}
