/**
 * The engine: a pure function of its input events.
 *
 * <p>No clock, random, thread, file, log, locale, time zone or hash order: time comes with events,
 * and everything that ties is decided by position id. One thread calls it. Start reading at {@link
 * io.ripcord.engine.Engine}, then {@link io.ripcord.engine.ExitEvaluator}.
 */
package io.ripcord.engine;
