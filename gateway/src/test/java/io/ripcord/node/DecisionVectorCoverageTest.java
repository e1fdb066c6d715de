package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.PolicyConfig;
import io.ripcord.config.PositionConfig;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The decision vectors leave out no rule, no parameter of one and no setting, long or short. */
class DecisionVectorCoverageTest {
  /** More parameters than any kind has before its repeated ones. */
  private static final int MANY_PARAMETERS = 16;

  /**
   * Parameters whose values are words: each word is a variant of its own. The default trigger is no
   * setting at all.
   */
  private static final Map<String, List<Integer>> WORDS =
      Map.of(
          "strategy", List.of(0, 1, 2),
          "type", List.of(0, 1),
          "triggerSource", List.of(2, 3, 4),
          "action", List.of(1, 2, 3));

  /** No vector world has a calendar of sessions. */
  private static final Set<String> WITHOUT_CASE = Set.of("SQUARE_OFF beforeCloseNs");

  /** Orders of others than the monitor, which are not in the world of a vector. */
  private static final Set<ExitSource> OTHER_SOURCES =
      Set.of(
          ExitSource.UNKNOWN,
          ExitSource.EXCHANGE_BRACKET_STOP,
          ExitSource.EXCHANGE_BRACKET_TP,
          ExitSource.GUARD);

  private static final Set<String> SEEN = new TreeSet<>();

  @BeforeAll
  static void readAll(@TempDir Path directory) throws IOException {
    for (String name : DecisionVectors.names()) {
      JsonNode vector = DecisionVectors.read(name);
      RipcordConfig config = DecisionVectors.load(vector, directory);
      PositionsConfig positions = DecisionVectors.loadPositions(vector, config);
      for (PositionConfig position : positions.positions()) {
        seePolicy(positions.policies().get(position.policy()), position.side());
        seeInstrument(config.instrument(position.symbol()), position.side());
        if (!positions.signals().isEmpty()) {
          see("signal", position.side());
        }
        vector
            .path("events")
            .forEach(event -> event.fieldNames().forEachRemaining(k -> see(k, position.side())));
        for (JsonNode exit : vector.get("expect").get("exits")) {
          if (exit.get("position").asLong() == position.id()) {
            see(exit.get("reason").asText(), position.side());
            see("source " + exit.get("source").asText(), position.side());
          }
        }
      }
    }
  }

  private static void seePolicy(PolicyConfig policy, Side side) {
    for (RuleSpec rule : policy.rules(name -> 1)) {
      see(rule.kind().name(), side);
      for (int i = 0; i < rule.count(); i++) {
        String parameter = parameter(rule.kind(), i, rule.count());
        long value = rule.parameter(i);
        if (isWord(parameter)) {
          see(rule.kind() + " " + parameter + " " + value, side);
        } else if (value != E8.NULL && value != 0) {
          see(rule.kind() + " " + parameter, side);
        } else if (value == E8.NULL) {
          see(rule.kind() + " " + parameter + " none", side);
        }
      }
    }
  }

  private static void seeInstrument(InstrumentConfig instrument, Side side) {
    if (instrument.inverse()) {
      see("inverse", side);
    }
    if (instrument.feePercentE6() != 0) {
      see("fee", side);
    }
    if (instrument.badTickPercentE6() != E8.NULL) {
      see("bad-tick", side);
    }
  }

  private static void see(String what, Side side) {
    SEEN.add(what + " of a " + side);
  }

  /** Its name, with repeated ones as one. */
  private static String parameter(RuleKind kind, int index, int count) {
    return kind.parameterName(index, count).replaceAll("[0-9]+(E[68]|Ns|Id)$", "$1");
  }

  private static boolean isWord(String parameter) {
    return WORDS.containsKey(parameter);
  }

  private static void expect(Set<String> expected, String what) {
    for (Side side : Side.values()) {
      expected.add(what + " of a " + side);
    }
  }

  @Test
  void shouldHaveACaseForEveryRuleAndParameterOnBothSides() {
    Set<String> expected = new TreeSet<>();
    for (RuleKind kind : RuleKind.values()) {
      expect(expected, kind.name());
      IntStream.range(0, MANY_PARAMETERS)
          .mapToObj(i -> parameter(kind, i, MANY_PARAMETERS))
          // Beyond the last one a kind has none.
          .filter(name -> !name.matches("p[0-9]+"))
          .filter(name -> !WITHOUT_CASE.contains(kind + " " + name))
          .forEach(
              name -> {
                List<Integer> values = WORDS.get(name);
                if (values == null) {
                  expect(expected, kind + " " + name);
                } else {
                  values.forEach(value -> expect(expected, kind + " " + name + " " + value));
                }
              });
    }
    // A rung without a percentage takes any price, a break-even without one covers the fees.
    expect(expected, "TARGET_LADDER percentE6 none");
    expect(expected, "BREAK_EVEN lockE6 none");
    expect(expected, "SCALE_IN volumeRatioE6 none");

    expected.removeAll(SEEN);
    assertThat(expected).as("without a case").isEmpty();
  }

  @Test
  void shouldHaveACaseForEveryInstrumentSettingAndEventOnBothSides() {
    Set<String> expected = new TreeSet<>();
    List.of("inverse", "fee", "bad-tick", "signal", "mark", "phase", "bracket", "trading", "close")
        .forEach(what -> expect(expected, what));

    expected.removeAll(SEEN);
    assertThat(expected).as("without a case").isEmpty();
  }

  @Test
  void shouldHaveACaseForEveryReasonAndSourceOnBothSides() {
    Set<String> expected = new TreeSet<>();
    for (ExitReason reason : ExitReason.values()) {
      expect(expected, reason.name());
    }
    Set<ExitSource> sources = new HashSet<>(List.of(ExitSource.values()));
    sources.removeAll(OTHER_SOURCES);
    sources.forEach(source -> expect(expected, "source " + source.name()));

    expected.removeAll(SEEN);
    assertThat(expected).as("without a case").isEmpty();
  }
}
