package io.ripcord.rule;

import io.ripcord.market.Instrument;
import io.ripcord.position.Position;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * The rules that a position exits by, compiled from configuration. Immutable; a position keeps the
 * version that it was registered with.
 */
public final class Policy {
  static final int MAX_RULES = 1 << 10;
  static final int MAX_PARAMETERS = 1 << 16;

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

  /** Writes all that it decides by. */
  public void write(StateOut out) {
    out.put(id);
    out.put(nameId);
    out.put(version);
    out.put(signalExit);
    out.put(rules.length);
    for (ExitRule rule : rules) {
      writeRule(rule, out);
    }
  }

  static void writeRule(ExitRule rule, StateOut out) {
    long[] parameters = rule.parameters();
    out.put(rule.kind().code());
    out.put(parameters.length);
    out.putAll(parameters);
  }

  /** The policy that was written. */
  public static Policy read(StateIn in) {
    int id = in.nextInt();
    int nameId = in.nextInt();
    int version = in.nextInt();
    boolean signalExit = in.nextFlag();
    ExitRule[] rules = new ExitRule[in.nextCount(MAX_RULES)];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = readRule(in);
    }
    return new Policy(id, nameId, version, signalExit, rules);
  }

  static ExitRule readRule(StateIn in) {
    RuleKind kind = RuleKind.of(in.nextInt());
    return kind.rule(in.nextAll(in.nextCount(MAX_PARAMETERS)));
  }

  /** Whether it decides as the other does, under whatever number and name. */
  public boolean hasRulesOf(Policy other) {
    boolean alike = signalExit == other.signalExit && rules.length == other.rules.length;
    for (int i = 0; alike && i < rules.length; i++) {
      alike =
          rules[i].kind() == other.rules[i].kind()
              && Arrays.equals(rules[i].parameters(), other.rules[i].parameters());
    }
    return alike;
  }
}
