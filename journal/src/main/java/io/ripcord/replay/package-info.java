/**
 * Runs a journal through the engine again: to prove that every decision comes out byte for byte,
 * and to let others look on.
 *
 * <p>One thread, no ring, no sender. Depends on {@code journal}, {@code engine} and {@code event}.
 * Start reading at {@link io.ripcord.replay.Replay}.
 */
package io.ripcord.replay;
