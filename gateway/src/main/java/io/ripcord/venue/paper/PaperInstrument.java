package io.ripcord.venue.paper;

/**
 * What the paper venue lists.
 *
 * @param symbol what tapes and holdings call it
 * @param priceIncrementE8 smallest price step, above 0
 * @param lotE8 smallest quantity step, above 0
 */
public record PaperInstrument(String symbol, long priceIncrementE8, long lotE8) {
  /** Refuses steps that are not above 0. */
  public PaperInstrument {
    if (priceIncrementE8 <= 0 || lotE8 <= 0) {
      throw new IllegalArgumentException(
          symbol
              + ": priceIncrementE8="
              + priceIncrementE8
              + " lotE8="
              + lotE8
              + ", expected both above 0");
    }
  }
}
