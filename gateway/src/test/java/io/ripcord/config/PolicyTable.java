package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.money.E8;
import io.ripcord.rule.RuleSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of the tables of policies: what a mapping gives, or what is said of it and where. */
final class PolicyTable {
  private static final String BEFORE = "policies: {scalp: ";

  private PolicyTable() {}

  /** A mapping, and rules or the end of a message. */
  static Arguments row(String policy, String... expected) {
    return Arguments.of(policy, List.of(expected));
  }

  /**
   * The rules of a policy without errors and warnings, one per line as kind and parameters; a dash
   * is NULL, names count from 901 in the order in which they are met. Left out are the stop-loss of
   * 2 % that most rows have, and the watch for gaps of 2 % that all have.
   */
  static List<String> rules(String policy) {
    String yaml = BEFORE + policy + "}";
    assertThat(Reading.policies(yaml)).isEmpty();
    return rules(Reading.policy(yaml)).stream()
        .filter(line -> !line.equals("STOP_LOSS - 2000000 -"))
        .filter(line -> !line.equals("EVALUATION - 2000000"))
        .toList();
  }

  /** All rules of a policy. */
  static List<String> rules(PolicyConfig policy) {
    List<String> names = new ArrayList<>();
    return policy
        .rules(
            name -> {
              if (!names.contains(name)) {
                names.add(name);
              }
              return 901L + names.indexOf(name);
            })
        .stream()
        .map(PolicyTable::text)
        .toList();
  }

  private static String text(RuleSpec rule) {
    return rule.kind()
        + " "
        + Arrays.stream(rule.parameters())
            .mapToObj(value -> value == E8.NULL ? "-" : Long.toString(value))
            .collect(Collectors.joining(" "));
  }

  /** Asserts that a policy gives one error, where {@code ^} marks the place. */
  static void assertRefused(String marked, String message) {
    assertOneProblem(marked, "policies.scalp" + message);
  }

  /** As {@link #assertRefused}, of a policy that is accepted. */
  static void assertWarned(String marked, String message) {
    assertOneProblem(marked, "warning: policies.scalp" + message);
  }

  private static void assertOneProblem(String marked, String message) {
    assertThat(marked).as("has a mark").contains("^");
    int column = BEFORE.length() + marked.indexOf('^') + 1;
    assertThat(Reading.policies(BEFORE + marked.replace("^", "") + "}"))
        .containsExactly("q.yaml:1:" + column + ": " + message);
  }
}
