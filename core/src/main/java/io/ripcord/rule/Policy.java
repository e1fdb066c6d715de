package io.ripcord.rule;

import io.ripcord.market.Instrument;
import io.ripcord.position.Position;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.List;

/**
 * The rules that a position exits by, compiled from configuration. Immutable; a position keeps the
 * version that it was registered with.
 */
public final class Policy {
  /** Most rules of a policy. */
  public static final int MAX_RULES = 64;

  private final int id;
  private final int nameId;
  private final int version;
  private final boolean signalExit;
  private final List<RuleSpec> specs;
  private final ExitRule[] rules;

  Policy(int id, int nameId, int version, boolean signalExit, List<RuleSpec> specs) {
    this.id = id;
    this.nameId = nameId;
    this.version = version;
    this.signalExit = signalExit;
    this.specs = List.copyOf(specs);
    rules = specs.stream().map(RuleSpec::rule).toArray(ExitRule[]::new);
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
    out.put(specs.size());
    for (int i = 0; i < specs.size(); i++) {
      specs.get(i).write(out);
    }
  }

  /** The policy that was written. */
  public static Policy read(StateIn in) {
    int id = in.nextInt();
    int nameId = in.nextInt();
    int version = in.nextInt();
    boolean signalExit = in.nextFlag();
    RuleSpec[] specs = new RuleSpec[in.nextCount(MAX_RULES)];
    for (int i = 0; i < specs.length; i++) {
      specs[i] = RuleSpec.read(in);
    }
    return new Policy(id, nameId, version, signalExit, List.of(specs));
  }

  /** Its rules and settings as numbers, in order. */
  public List<RuleSpec> specs() {
    return specs;
  }

  /** Whether it decides by exactly these, under whatever number and name. */
  public boolean hasRules(boolean otherSignalExit, List<RuleSpec> otherSpecs) {
    return signalExit == otherSignalExit && specs.equals(otherSpecs);
  }
}
