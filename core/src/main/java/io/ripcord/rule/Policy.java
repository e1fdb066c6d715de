package io.ripcord.rule;

import io.ripcord.market.Instrument;
import io.ripcord.position.Position;
import java.util.Arrays;
import java.util.stream.Stream;

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

  /** All that it decides by, in order, for the hash of the state. */
  public long[] parameters() {
    long[] own = {id, nameId, version, signalExit ? 1 : 0, rules.length};
    return Stream.concat(
            Stream.of(own),
            Stream.of(rules).flatMap(rule -> Stream.of(new long[] {kind(rule)}, rule.parameters())))
        .flatMapToLong(Arrays::stream)
        .toArray();
  }

  /** Tells rules with like parameters apart; the name's hash is specified by the language. */
  private static long kind(ExitRule rule) {
    return rule.getClass().getSimpleName().hashCode();
  }
}
