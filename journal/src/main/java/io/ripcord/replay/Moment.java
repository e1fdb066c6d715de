package io.ripcord.replay;

import io.ripcord.event.SessionPhase;
import io.ripcord.event.TradingState;
import io.ripcord.execution.IntentState;

/**
 * The moment that an explanation is for, and what held then.
 *
 * @param sequence number of the last input that counts
 * @param timeNs its time, nanoseconds since the epoch
 * @param tradingState what may leave the engine
 * @param phase of the market, the last one that was said
 * @param exit how far the full exit is
 * @param attempts how many orders it has taken
 */
public record Moment(
    long sequence,
    long timeNs,
    TradingState tradingState,
    SessionPhase phase,
    IntentState exit,
    int attempts) {}
