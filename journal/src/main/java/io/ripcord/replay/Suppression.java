package io.ripcord.replay;

/** Why a price at or past a level fired nothing. */
public enum Suppression {
  /** Trading was halted. */
  HALTED,
  /** The market was not in continuous trading. */
  SESSION_PHASE,
  /** Another price than this one triggers: a quote where trades do, for instance. */
  TRIGGER_SOURCE,
  /** Two trades in a row must be there, and this was one. */
  DOUBLE_LAST,
  /** Prices are evaluated at intervals. */
  INTERVAL,
  /** The venue's own order may act first. */
  DEFERRED,
  /** The price was so far off that it had to be confirmed. */
  BAD_TICK,
  /** None of the others. */
  OTHER
}
