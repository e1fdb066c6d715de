/**
 * What is held: positions, the stop that only tightens, the store that finds them, which are open
 * on an instrument, and the times at which they want to be woken.
 *
 * <p>Engine thread only. Depends on {@code event}'s vocabulary, {@code money} and Agrona's maps,
 * which are never iterated. Start reading at {@link io.ripcord.position.Position}.
 */
package io.ripcord.position;
