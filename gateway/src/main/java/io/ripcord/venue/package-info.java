/**
 * The venue port, the same for every venue: orders and queries out here, events in through the
 * publishers of {@code io.ripcord.event}. Implementations lie in packages below. Start reading at
 * {@link io.ripcord.venue.VenueGateway}.
 */
package io.ripcord.venue;
