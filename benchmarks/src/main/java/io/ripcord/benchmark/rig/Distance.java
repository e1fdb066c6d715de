package io.ripcord.benchmark.rig;

/** How far apart two cores were in a window, by the time of a cache line from one to the other. */
public enum Distance {
  /** One core complex. */
  NEAR,
  /** Neither. */
  BETWEEN,
  /** Two core complexes. */
  FAR,
  /** Not measured. */
  UNKNOWN;

  private static final long NEAR_BELOW_NS = 120;
  private static final long FAR_ABOVE_NS = 200;

  static Distance of(long oneWayNs) {
    if (oneWayNs <= 0) {
      return UNKNOWN;
    }
    if (oneWayNs < NEAR_BELOW_NS) {
      return NEAR;
    }
    return oneWayNs > FAR_ABOVE_NS ? FAR : BETWEEN;
  }
}
