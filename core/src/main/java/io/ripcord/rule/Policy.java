package io.ripcord.rule;

import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.indicator.Indicators;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rules that a position exits by, compiled from configuration. Immutable; a position keeps the
 * version that it was registered with, until it adopts another.
 */
public final class Policy {
  /** Most rules of a policy. */
  public static final int MAX_RULES = 64;

  private final int id;
  private final int nameId;
  private final int version;
  private final boolean signalExit;
  private final List<RuleSpec> specs;
  private final PolicySettings settings;
  private final ExitRule[] rules;
  private final int[] firstWords;
  private final int words;
  private final boolean onBars;
  private final boolean squareOff;

  Policy(int id, int nameId, int version, boolean signalExit, List<RuleSpec> specs) {
    this.id = id;
    this.nameId = nameId;
    this.version = version;
    this.signalExit = signalExit;
    this.specs = List.copyOf(specs);
    settings = PolicySettings.of(specs);
    rules =
        specs.stream()
            .filter(spec -> !spec.kind().isSetting())
            .map(RuleSpec::rule)
            .toArray(ExitRule[]::new);
    firstWords = new int[rules.length];
    int next = 0;
    for (int i = 0; i < rules.length; i++) {
      firstWords[i] = next;
      next += rules[i].words() + rules[i].indicators().size();
    }
    words = next;
    squareOff = specs.stream().anyMatch(spec -> spec.kind() == RuleKind.SQUARE_OFF);
    onBars = Arrays.stream(rules).anyMatch(rule -> !rule.indicators().isEmpty());
  }

  /** How its rules are looked at. */
  public PolicySettings settings() {
    return settings;
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

  private RuleScope at(RuleScope scope, int i) {
    return scope.at(firstWords[i], rules[i].words());
  }

  /** Makes sure that the indicators of its rules are kept for an instrument. */
  public void watch(Indicators indicators, int instrumentId) {
    for (ExitRule rule : rules) {
      for (IndicatorSpec spec : rule.indicators()) {
        indicators.require(instrumentId, spec);
      }
    }
  }

  /** Whether the indicators of its rules are kept for an instrument. */
  public boolean isWatched(Indicators indicators, int instrumentId) {
    return Arrays.stream(rules)
        .flatMap(rule -> rule.indicators().stream())
        .allMatch(spec -> indicators.contains(instrumentId, spec));
  }

  /** Puts the first levels in force. */
  public void arm(RuleScope scope) {
    scope.position().words(words);
    for (int i = 0; i < rules.length; i++) {
      at(scope, i).require(rules[i].indicators());
    }
    for (int i = 0; i < rules.length; i++) {
      rules[i].arm(at(scope, i));
    }
  }

  /** Lets every rule act on a price that fired nothing. */
  public void follow(RuleScope scope) {
    for (int i = 0; i < rules.length; i++) {
      rules[i].follow(at(scope, i));
    }
  }

  /**
   * Lets every rule act on bars that have closed. Volatility goes first, and stops that trail
   * follow it at once.
   */
  public void onBar(RuleScope scope) {
    long divisorE6 = scope.position().divisorE6();
    for (int i = 0; i < rules.length; i++) {
      if (rules[i].kind() == RuleKind.VOLATILITY) {
        rules[i].onBar(at(scope, i));
      }
    }
    boolean changed = scope.position().divisorE6() != divisorE6;
    for (int i = 0; i < rules.length; i++) {
      if (changed) {
        rules[i].onVolatility(at(scope, i));
      }
      if (rules[i].kind() != RuleKind.VOLATILITY) {
        rules[i].onBar(at(scope, i));
      }
    }
  }

  /** Whether any of its rules wants to hear of bars. */
  public boolean isOnBars() {
    return onBars;
  }

  /** Whether it squares positions off. */
  public boolean isSquareOff() {
    return squareOff;
  }

  /** Lets every rule book or add. */
  public void manage(RuleScope scope) {
    for (int i = 0; i < rules.length; i++) {
      rules[i].manage(at(scope, i));
    }
  }

  /** Lets every rule add at the close of a bar. */
  public void manageOnBar(RuleScope scope) {
    for (int i = 0; i < rules.length; i++) {
      rules[i].manageOnBar(at(scope, i));
    }
  }

  /** Lets every rule book at a deadline. */
  public void manageAtDeadline(RuleScope scope) {
    for (int i = 0; i < rules.length; i++) {
      rules[i].manageAtDeadline(at(scope, i));
    }
  }

  /** Earliest deadline of its rules. */
  public long deadlineNs(RuleScope scope) {
    long earliest = ExitRule.NO_DEADLINE;
    for (int i = 0; i < rules.length; i++) {
      earliest = Math.min(earliest, rules[i].deadlineNs(at(scope, i)));
    }
    return earliest;
  }

  /** Lets every rule whose deadline is {@code dueNs} act. */
  public void onDeadline(RuleScope scope, long dueNs) {
    for (int i = 0; i < rules.length; i++) {
      if (rules[i].deadlineNs(at(scope, i)) == dueNs) {
        rules[i].onDeadline(scope);
      }
    }
  }

  /** The nearest wake-up price of its rules, {@link E8#NULL} if none has one. */
  public long wakeE8(RuleScope scope) {
    long nearest = E8.NULL;
    for (int i = 0; i < rules.length; i++) {
      long wakeE8 = rules[i].wakeE8(at(scope, i));
      if (nearest == E8.NULL || (wakeE8 != E8.NULL && scope.position().isBetter(nearest, wakeE8))) {
        nearest = wakeE8;
      }
    }
    return nearest;
  }

  /** How each of its rules stands in a position, in order; for explanations. */
  public List<RuleStatus> statuses(RuleScope scope) {
    List<RuleStatus> statuses = new ArrayList<>();
    for (int i = 0; i < rules.length; i++) {
      statuses.add(rules[i].status(at(scope, i)));
    }
    return statuses;
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
