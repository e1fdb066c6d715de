package io.ripcord.node;

import io.ripcord.console.ReportFold;
import io.ripcord.engine.Engine;
import io.ripcord.pipeline.StageLatency;
import io.ripcord.replay.ReplayResult;
import io.ripcord.venue.tape.TapeSummary;
import java.util.List;

/**
 * What a simulation left behind.
 *
 * @param fold exits, alerts and counters, from the journal
 * @param engine state at the end, from the journal
 * @param replay what the journal holds and whether it was decided alike again
 * @param latencies of the stages
 * @param tapes what the scans found
 * @param notRegistered positions whose time or first price never came
 * @param notes what recovery has to say, one line each
 * @param paced whether events came at tape times rather than as fast as they could
 */
public record SimulationResult(
    ReportFold fold,
    Engine engine,
    ReplayResult replay,
    List<StageLatency> latencies,
    List<TapeSummary> tapes,
    List<Long> notRegistered,
    boolean paced,
    List<String> notes) {}
