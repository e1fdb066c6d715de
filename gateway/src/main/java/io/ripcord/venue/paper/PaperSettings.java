package io.ripcord.venue.paper;

import io.ripcord.config.PaperConfig;

/**
 * How the paper venue behaves. Probabilities are percent at 1e-6.
 *
 * @param latencyNs from sending an order to its arrival at the venue
 * @param slippageIncrements how many price increments worse than the book every fill is
 * @param partialE6 probability that an order is filled in parts
 * @param partialParts most parts of such an order, 2 or more
 * @param rejectE6 probability that an attempt is refused
 * @param rejectsInRow most refusals of one exit in a row
 * @param duplicateE6 probability that a fill is reported twice
 * @param reportDelayNs from the venue's doing to its report's arrival
 * @param seed of all draws
 */
public record PaperSettings(
    long latencyNs,
    long slippageIncrements,
    long partialE6,
    int partialParts,
    long rejectE6,
    int rejectsInRow,
    long duplicateE6,
    long reportDelayNs,
    long seed) {

  /** As configured. */
  public static PaperSettings of(PaperConfig paper, long seed) {
    return new PaperSettings(
        paper.latencyNs(),
        paper.slippageIncrements(),
        paper.partialFills().probabilityE6(),
        paper.partialFills().maxParts(),
        paper.reject().probabilityE6(),
        paper.reject().maxInARow(),
        paper.duplicateReportsE6(),
        paper.reportDelayNs(),
        seed);
  }

  /** Fills at once, in full, at the book. */
  public static PaperSettings immediate() {
    return new PaperSettings(0, 0, 0, 2, 0, 0, 0, 0, 0);
  }
}
