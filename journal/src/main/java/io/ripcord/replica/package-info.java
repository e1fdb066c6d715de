/**
 * Engines that follow the journal of another: what observes or saves does so here, and cannot slow
 * down or harm the one that decides.
 *
 * <p>One thread each, by {@code doWork}. Depends on {@code journal} and {@code replay}. Start
 * reading at {@link io.ripcord.replica.Snapshotter}.
 */
package io.ripcord.replica;
