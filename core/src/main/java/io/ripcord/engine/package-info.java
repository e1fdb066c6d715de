/**
 * The engine: a pure function of its input events.
 *
 * <p>No clock, random, thread, file, log, locale, time zone or hash order: time comes with events,
 * and everything that ties is decided by position id. One thread calls it.
 *
 * <pre>
 *   Engine --> MarketFlow --> corridor --> ExitEvaluator --> Firing --> io.ripcord.execution
 *   an input   what counts    who cares    levels move       what exits
 * </pre>
 *
 * <p>Start reading at {@link io.ripcord.engine.Engine} and follow a tick to the right.
 */
package io.ripcord.engine;
