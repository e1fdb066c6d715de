/**
 * From "order decided" to "proved flat": three lanes of orders per position (full exit, partial
 * exit, entry), their attempts, fills and the proof; where nobody knows what became of an order,
 * the questions that find out.
 *
 * <p>Engine thread only. Depends on {@code position}, {@code market}, {@code money}, {@code state}
 * and {@code event}'s vocabulary. Start reading at {@link io.ripcord.execution.Orders}.
 */
package io.ripcord.execution;
