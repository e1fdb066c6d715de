/**
 * Runs a journal through the engine again: to prove that every decision comes out byte for byte, to
 * let others look on, and to go on where a journal ends.
 *
 * <p>One thread, no ring, no sender. Depends on {@code journal}, {@code engine} and {@code event}.
 * Start reading at {@link io.ripcord.replay.Replay}, for what a start does at {@link
 * io.ripcord.replay.Recovery}.
 */
package io.ripcord.replay;
