package io.ripcord.engine;

/** Where a group stands. */
public enum GroupState {
  /** It has no open position. */
  EMPTY,
  /** A position has no value, or no market data came for too long: nothing fires. */
  UNKNOWN,
  /** It has a value and no condition holds. */
  WATCHING,
  /** A condition holds and is not confirmed yet. */
  CONFIRMING,
  /** It fired; long options wait for the proof that the others are closed. */
  EXITING,
  /** It fired and does not fire again before the next session. */
  LATCHED
}
