package io.ripcord.config;

/**
 * What a venue and its feed have to offer to rules, as far as it is known. Immutable.
 *
 * @param name what problems call it, such as {@code the tape}
 * @param hasMark whether it sends mark prices
 * @param hasBook whether it sends bids and asks
 * @param hasVolume whether its trades have quantities
 * @param hasCalendar whether the close of its sessions is known
 */
public record FeedFacts(
    String name, boolean hasMark, boolean hasBook, boolean hasVolume, boolean hasCalendar) {
  /** A paper venue before its market data is known: no mark prices. */
  static FeedFacts paper(String name, boolean hasCalendar) {
    return new FeedFacts(name, false, true, true, hasCalendar);
  }
}
