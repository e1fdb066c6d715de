/**
 * From "exit decided" to "proved flat": one live exit intent per position, its attempts, its fills
 * and the proof; where nobody knows what became of an order, the questions that find out.
 *
 * <p>Engine thread only. Depends on {@code position}, {@code market}, {@code money}, {@code state}
 * and {@code event}'s vocabulary. Start reading at {@link io.ripcord.execution.Exits}.
 */
package io.ripcord.execution;
