package io.ripcord.benchmark.rig;

/**
 * Whether a pipeline sent exactly the orders that the naive scan finds.
 *
 * @param variant name of the pipeline
 * @param rate ticks a second
 * @param orders how many came
 * @param expectedOrders how many should have
 * @param checksum of those that came
 * @param expectedChecksum of those that should have
 */
public record OracleCheck(
    String variant,
    int rate,
    long orders,
    long expectedOrders,
    long checksum,
    long expectedChecksum) {
  /** Whether they are the same. */
  public boolean holds() {
    return orders == expectedOrders && checksum == expectedChecksum;
  }
}
