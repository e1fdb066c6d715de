/**
 * The deterministic simulator: one process, one thread, one seed, one run. The production engine,
 * its journal frames and its replay, unchanged, among doubles of everything that they meet: a
 * market, a venue whose ledger is the truth, a trader, a disk that loses its end. Time is virtual.
 *
 * <p>A run goes through chaos, in which faults strike, then heals, must converge, and is replayed.
 * {@link io.ripcord.chaos.Invariant}s hold after every event. Start reading at {@link
 * io.ripcord.chaos.ChaosRun}; what the faults are is in docs/chaos.md.
 */
package io.ripcord.chaos;
