/**
 * The paper venue: fills orders from market data, so that everything but the broker is real.
 *
 * <p>A pure function of market data, released orders and a seed: its draws are hashes of seed,
 * order id and kind. One thread steps it; nothing here knows the engine or the ring. Start reading
 * at {@link io.ripcord.venue.paper.PaperVenue}.
 */
package io.ripcord.venue.paper;
