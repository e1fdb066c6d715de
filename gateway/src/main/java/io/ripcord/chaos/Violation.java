package io.ripcord.chaos;

/** A run in which an invariant did not hold. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Invariant invariant;
  private final long positionId;

  /**
   * A violation.
   *
   * @param positionId of which position, 0 if of none
   */
  Violation(Invariant invariant, long positionId, String what) {
    super(what);
    this.invariant = invariant;
    this.positionId = positionId;
  }

  Invariant invariant() {
    return invariant;
  }

  long positionId() {
    return positionId;
  }
}
