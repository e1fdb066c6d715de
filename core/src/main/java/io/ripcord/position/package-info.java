/**
 * What is held: positions, the stop that only tightens, and the store that finds them.
 *
 * <p>Engine thread only. Depends on {@code event}'s vocabulary, {@code money} and Agrona's maps,
 * which are never iterated. Start reading at {@link io.ripcord.position.Position}.
 */
package io.ripcord.position;
