package io.ripcord.replay;

import io.ripcord.money.E8;

/**
 * A trigger price that a position has seen.
 *
 * @param priceE8 the price
 * @param levelE8 the level that it is compared with, {@link E8#NULL} if with none
 * @param sequence number of the input
 * @param timeNs its time, nanoseconds since the epoch
 */
public record SeenPrice(long priceE8, long levelE8, long sequence, long timeNs) {
  /** How far the price was from the level, negative where it was past it. */
  public long distanceE8() {
    return E8.distance(priceE8, levelE8);
  }
}
