package io.ripcord.config;

/**
 * How the paper venue treats orders. All draws are seeded. Immutable.
 *
 * @param latencyNs from sending an order to the venue's seeing it
 * @param slippageIncrements price increments that a fill is worse than the price taken
 * @param partialFills orders filled in parts
 * @param reject orders refused
 * @param duplicateReportsE6 percent of reports that come twice
 * @param reportDelayNs from an event at the venue to its report
 */
public record PaperConfig(
    long latencyNs,
    int slippageIncrements,
    PartialFills partialFills,
    Reject reject,
    long duplicateReportsE6,
    long reportDelayNs) {
  /**
   * Orders filled in parts.
   *
   * @param probabilityE6 percent of orders
   * @param maxParts most parts of one order
   */
  public record PartialFills(long probabilityE6, int maxParts) {}

  /**
   * Orders refused.
   *
   * @param probabilityE6 percent of orders
   * @param maxInARow most refusals in a row of one position's orders
   */
  public record Reject(long probabilityE6, int maxInARow) {}
}
