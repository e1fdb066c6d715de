/**
 * The wiring: the ring, the threads, what happens when one fails, and the way out to the venue.
 *
 * <p>{@link io.ripcord.pipeline.Pipeline} is the only class of the product that starts threads for
 * the decision path and the only one that knows the topology. Everything outside the engine is a
 * duty with {@code doWork}, so that a simulator can step it. Depends on {@code engine}, {@code
 * event}, the Disruptor, Agrona and Affinity. Start reading at {@link
 * io.ripcord.pipeline.Pipeline}.
 */
package io.ripcord.pipeline;
