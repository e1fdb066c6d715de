package io.ripcord.rule;

import io.ripcord.market.Instrument;
import io.ripcord.position.Position;

/**
 * The rules that a position exits by, compiled from configuration. Immutable; a position keeps the
 * version that it was registered with.
 */
public final class Policy {
  private final int id;
  private final int nameId;
  private final int version;
  private final boolean signalExit;
  private final ExitRule[] rules;

  Policy(int id, int nameId, int version, boolean signalExit, ExitRule[] rules) {
    this.id = id;
    this.nameId = nameId;
    this.version = version;
    this.signalExit = signalExit;
    this.rules = rules;
  }

  /** Dense number. */
  public int id() {
    return id;
  }

  /** Number of its name. */
  public int nameId() {
    return nameId;
  }

  /** Counts the definitions under this id. */
  public int version() {
    return version;
  }

  /** Whether a signal may exit. */
  public boolean isSignalExit() {
    return signalExit;
  }

  /** Puts the first levels in force. */
  public void arm(Position position, Instrument instrument) {
    for (ExitRule rule : rules) {
      rule.arm(position, instrument);
    }
  }

  /** Lets every rule move its levels after a price that fired nothing. */
  public void follow(Position position) {
    for (ExitRule rule : rules) {
      rule.follow(position);
    }
  }

  /** Earliest deadline of its rules. */
  public long deadlineNs(Position position) {
    long earliest = ExitRule.NO_DEADLINE;
    for (ExitRule rule : rules) {
      earliest = Math.min(earliest, rule.deadlineNs(position));
    }
    return earliest;
  }

  /** Lets every rule whose deadline is {@code dueNs} move its levels. */
  public void onDeadline(Position position, long dueNs) {
    for (ExitRule rule : rules) {
      if (rule.deadlineNs(position) == dueNs) {
        rule.onDeadline(position);
      }
    }
  }
}
