/**
 * What is known of the market: the instruments, their names, their last prices, their trades in
 * pairs and their bars.
 *
 * <p>Engine thread only; arrays indexed by instrument id, grown at definition and never on a tick.
 * Depends on {@code event}, {@code money} and {@code state}. Start reading at {@link
 * io.ripcord.market.LastPrices}.
 */
package io.ripcord.market;
