package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is asked of every block of a policy. A test of some has three tables of {@link
 * PolicyTable#row rows}, static methods with the names of these tests: what gives rules, what is
 * refused, and what is taken with a warning.
 */
abstract class PolicyBlocks {
  @ParameterizedTest
  @MethodSource
  void accepted(String policy, List<String> rules) {
    assertThat(PolicyTable.rules(policy)).isEqualTo(rules);
  }

  @ParameterizedTest
  @MethodSource
  void refused(String marked, List<String> message) {
    PolicyTable.assertRefused(marked, message.get(0));
  }

  @ParameterizedTest
  @MethodSource
  void suspicious(String marked, List<String> message) {
    PolicyTable.assertWarned(marked, message.get(0));
  }
}
