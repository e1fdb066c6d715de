package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.LogLevel;
import io.ripcord.config.Overrides;
import io.ripcord.config.RipcordConfig;
import io.ripcord.log.NodeLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpTest {
  @TempDir Path directory;
  private NodeLog log;

  @BeforeEach
  void open() throws IOException {
    log = NodeLog.open(directory.resolve("log"), LogLevel.INFO);
  }

  @AfterEach
  void close() {
    log.close();
  }

  private RipcordConfig config(String yaml) throws IOException {
    Path file = directory.resolve("c.yaml");
    Files.writeString(file, yaml);
    return ConfigLoader.load(file, Overrides.none()).config();
  }

  private static RipcordConfig profile(String name) {
    Path profiles = Path.of(System.getProperty("ripcord.root"), "config", "profiles");
    return ConfigLoader.load(profiles.resolve(name + ".yaml"), Overrides.none()).config();
  }

  private static int runToTheEnd(WarmUp warmUp) {
    int steps = 0;
    while (warmUp.doWork(0) > 0) {
      steps++;
    }
    return steps;
  }

  @ParameterizedTest
  @ValueSource(strings = {"scalp-options", "layered-spot", "futures"})
  void shouldExitOftenEnoughToBeCompiled(String profile) {
    WarmUp warmUp = new WarmUp(profile(profile), log);

    assertThat(runToTheEnd(warmUp)).isPositive();

    assertThat(warmUp.exits()).isGreaterThanOrEqualTo(WarmUp.EXITS);
    assertThat(warmUp.doWork(0)).isZero();
  }

  @Test
  void shouldWorkWithoutAnyPolicyOrInstrument() throws IOException {
    WarmUp warmUp = new WarmUp(config("{}"), log);

    runToTheEnd(warmUp);

    assertThat(warmUp.exits()).isGreaterThanOrEqualTo(WarmUp.EXITS);
  }

  @Test
  void shouldEndWithPoliciesThatNeverExit() throws IOException {
    String never = "policies: {a: {stop-loss: {percent: 90}}, b: {hard-stop: {percent: 95}}}";
    WarmUp warmUp = new WarmUp(config(never), log);

    assertThat(runToTheEnd(warmUp)).isPositive();
  }

  @Test
  void shouldDoNothingWhereItIsSwitchedOff() throws IOException {
    WarmUp warmUp = new WarmUp(config("pipeline: {warm-up: false}"), log);

    assertThat(runToTheEnd(warmUp)).isZero();
  }

  @Test
  void shouldTakeCoarseSteps() throws IOException {
    String coarse =
        "instruments: {BIG: {price-increment: 5000, lot: 100000, inverse: true, fee-percent: 0.05}}";
    WarmUp warmUp = new WarmUp(config(coarse), log);

    runToTheEnd(warmUp);

    assertThat(warmUp.exits()).isGreaterThanOrEqualTo(WarmUp.EXITS);
  }
}
