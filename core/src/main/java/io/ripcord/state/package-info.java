/**
 * What the engine's state looks like from outside: one walk of numbers, in one order, from which
 * snapshots are written, read back and hashed.
 *
 * <p>Depends on nothing. Start reading at {@link io.ripcord.state.StateOut}.
 */
package io.ripcord.state;
