package io.ripcord.rule;

import io.ripcord.event.RuleParameters;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * A rule, or a setting, of a policy as numbers: what configuration compiles to, events carry and
 * the state keeps. Immutable.
 *
 * @param kind which rule it is
 * @param parameters in the order of its kind, {@link io.ripcord.money.E8#NULL} where one is absent
 */
// Copies and compares the array itself, so that it cannot change and two alike are equal.
@SuppressWarnings("ArrayRecordComponent")
public record RuleSpec(RuleKind kind, long... parameters) implements RuleParameters {
  /** Most parameters of a rule. */
  public static final int MAX_PARAMETERS = 512;

  /** Keeps a copy of its parameters; refuses more than any rule may have, and none. */
  public RuleSpec {
    if (parameters.length == 0 || parameters.length > MAX_PARAMETERS) {
      throw new IllegalArgumentException(
          kind + " with parameters=" + parameters.length + ", expected 1 to " + MAX_PARAMETERS);
    }
    parameters = parameters.clone();
  }

  @Override
  public long[] parameters() {
    return parameters.clone();
  }

  @Override
  public int kindCode() {
    return kind.code();
  }

  @Override
  public int count() {
    return parameters.length;
  }

  @Override
  public long parameter(int index) {
    return parameters[index];
  }

  /** Whether it looks at bars or indicators. */
  public boolean isOnBars() {
    return !kind.isSetting() && !rule().indicators().isEmpty();
  }

  /** What a parameter is called, with its unit. */
  public String parameterName(int index) {
    return kind.parameterName(index, parameters.length);
  }

  ExitRule rule() {
    return kind.rule(parameters());
  }

  void write(StateOut out) {
    out.put(kind.code());
    out.put(parameters.length);
    out.putAll(parameters);
  }

  static RuleSpec read(StateIn in) {
    RuleKind kind = RuleKind.of(in.nextInt());
    return new RuleSpec(kind, in.nextAll(in.nextCount(MAX_PARAMETERS)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleSpec spec
        && kind == spec.kind
        && Arrays.equals(parameters, spec.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * kind.code() + Arrays.hashCode(parameters);
  }

  @Override
  public String toString() {
    return kind + Arrays.toString(parameters);
  }
}
