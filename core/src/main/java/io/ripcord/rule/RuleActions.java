package io.ripcord.rule;

import io.ripcord.event.AlertKind;
import io.ripcord.position.Position;

/** What a rule may ask for besides moving levels: orders that do not close the position. */
public interface RuleActions {
  /**
   * Whether a position may be managed: trading is not halted, and no partial exit and no entry of
   * it is under way.
   */
  boolean isFree(Position position);

  /** Whether new risk may be taken at all. */
  boolean isEntryAllowed();

  /**
   * Exits a part, booking profit, at the last price of the position's stream; the position must be
   * {@link #isFree free}.
   */
  void book(Position position, long quantityE8, long levelE8, long nowNs);

  /** Adds to a position, which must be {@link #isFree free}, at the last price of its stream. */
  void add(Position position, long quantityE8, long levelE8, long nowNs);

  /** Somebody should know. */
  void alert(AlertKind kind, Position position, long first, long second, long nowNs);
}
