package io.ripcord.console;

import io.ripcord.event.AlertKind;

/**
 * One alert as a report shows it.
 *
 * @param position the position's number, null value if it concerns none
 * @param symbol empty if it concerns none
 * @param first see the alert's kind in the event schema
 * @param second see the alert's kind in the event schema
 * @param group name of the group, empty if it concerns none
 */
public record AlertRow(
    long timeNs,
    AlertKind kind,
    long position,
    String symbol,
    long first,
    long second,
    String group) {
  /** An alert about no group. */
  public AlertRow(
      long timeNs, AlertKind kind, long position, String symbol, long first, long second) {
    this(timeNs, kind, position, symbol, first, second, "");
  }
}
