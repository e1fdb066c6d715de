package io.ripcord.replay;

/**
 * What trigger prices a position has seen while it was open; {@code null} where there was none.
 *
 * @param count how many inputs carried one
 * @param last the latest
 * @param lowest the lowest, the first of equal ones
 * @param highest the highest, the first of equal ones
 * @param nearestStop the one that came nearest to the stop in force before it
 * @param nearestTarget the one that came nearest to the target in force before it
 */
public record PricePath(
    long count,
    SeenPrice last,
    SeenPrice lowest,
    SeenPrice highest,
    SeenPrice nearestStop,
    SeenPrice nearestTarget) {
  static final PricePath NONE = new PricePath(0, null, null, null, null, null);
}
