package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.pipeline.Topology;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OverridesTest {
  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "RIPCORD__PIPELINE__RING_SIZ=1024",
            "environment RIPCORD__PIPELINE__RING_SIZ: found no setting of this name,"
                + " did you mean 'RIPCORD__PIPELINE__RING_SIZE'?"),
        Arguments.of(
            "RIPCORD__PIPELINE__RING-SIZE=1024",
            "environment RIPCORD__PIPELINE__RING-SIZE: found no setting of this name,"
                + " did you mean 'RIPCORD__PIPELINE__RING_SIZE'?"),
        Arguments.of(
            "RIPCORD__VENUES__KITE__API_KEY=very-secret",
            "environment RIPCORD__VENUES__KITE__API_KEY: found no setting of this name,"
                + " expected one of the settings that 'config show' lists"),
        Arguments.of(
            "RIPCORD__POLICIES__SCALP__STOP_LOSS__PERCENT=2",
            "environment RIPCORD__POLICIES__SCALP__STOP_LOSS__PERCENT: found no setting of this"
                + " name, expected one of the settings that 'config show' lists"),
        Arguments.of(
            "RIPCORD__=x",
            "environment RIPCORD__: found no setting of this name,"
                + " expected one of the settings that 'config show' lists"),
        Arguments.of(
            "RIPCORD__PIPELINE__RING_SIZE=1000",
            "environment RIPCORD__PIPELINE__RING_SIZE: found '1000',"
                + " expected a power of two from 64 to 16777216"),
        Arguments.of(
            "RIPCORD__PIPELINE__TOPOLOGY=",
            "environment RIPCORD__PIPELINE__TOPOLOGY: found '', expected one of: fused, split"),
        Arguments.of(
            "RIPCORD__PIPELINE__PROFILE=colo",
            "environment RIPCORD__PIPELINE__PROFILE: pipeline.profile: found 'colo' without"
                + " pipeline.cores.engine, pipeline.cores.sender, expected a core per thread"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String assignment, String message) {
    assertThat(Reading.config("{}", assignment)).containsExactly(message);
  }

  @Test
  void shouldWinOverTheFile() {
    LoadedConfig loaded =
        Reading.load(
            "pipeline: {topology: fused, ring-size: 1024}\n",
            "RIPCORD__PIPELINE__TOPOLOGY=split",
            "RIPCORD__PAPER__PARTIAL_FILLS__PROBABILITY=50",
            "RIPCORD__MAX_POSITIONS=7",
            "RIPCORD_JAVA_OPTS=-Xmx1g",
            "PATH=/bin");

    assertThat(loaded.config().pipeline().topology()).isEqualTo(Topology.SPLIT);
    assertThat(loaded.config().pipeline().ringSize()).isEqualTo(1_024);
    assertThat(loaded.config().paper().partialFills().probabilityE6()).isEqualTo(50_000_000);
    assertThat(loaded.config().maxPositions()).isEqualTo(7);
  }

  @Test
  void shouldKnowWhereEveryValueComesFrom() {
    LoadedConfig loaded =
        Reading.load(
            """
            pipeline:
              topology: fused
              ring-size: 1024
            policies:
              scalp:
                stop-loss: {percent: 2}
            """,
            "RIPCORD__PIPELINE__TOPOLOGY=split");

    assertThat(loaded.origin("pipeline.topology"))
        .hasToString("environment RIPCORD__PIPELINE__TOPOLOGY");
    assertThat(loaded.origin("pipeline.ring-size")).hasToString("c.yaml:3");
    assertThat(loaded.origin("pipeline.profile")).hasToString("default");
    assertThat(loaded.origin("policies.scalp.stop-loss.percent")).hasToString("c.yaml:6");
    assertThat(loaded.origin("policies.scalp.unprotected")).hasToString("default");
  }

  @Test
  void shouldRefuseABadFileValueEvenWhenOverridden() {
    assertThat(Reading.config("max-positions: x\n", "RIPCORD__MAX_POSITIONS=7"))
        .containsExactly(
            "c.yaml:1:16: max-positions: found 'x', expected a whole number from 1 to 1048576");
  }

  @Test
  void shouldHaveAVariableForEverySetting() {
    for (Setting<?> setting : Setting.ALL) {
      String text = defaultText(setting);
      if (text.equals("none")) {
        text = "5";
      }
      if (setting == Setting.VENUE_ADDRESS) {
        // It needs a second one beside it; ConfigNodeTest has both.
        continue;
      }

      assertThat(Reading.config("{}", setting.variable() + "=" + text))
          .as(setting.path())
          .isEmpty();
    }
  }

  private static String defaultText(Setting<?> setting) {
    return setting.type().format(setting.fallback());
  }

  @Test
  void shouldApplyWithoutAFile() {
    assertThat(ConfigLoader.defaults(Reading.overrides("RIPCORD__MAX_POSITIONS=7")).config())
        .extracting(RipcordConfig::maxPositions)
        .isEqualTo(7);
    assertThatThrownBy(() -> ConfigLoader.defaults(Reading.overrides("RIPCORD__MAX=7")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("environment RIPCORD__MAX: found no setting of this name");
  }
}
