package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.config.ConfigCheck.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
  private static final String POSITIONS =
      "positions:\n  - {symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}\n";
  private static final String SCALP = "policies:\n  scalp: {stop-loss: {percent: 2}}\n";

  @TempDir private Path dir;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  @Test
  void shouldFindPoliciesInAnyOfTheThreeFiles() throws IOException {
    Path positions = file("p.yaml", POSITIONS);
    Path policies = file("q.yaml", SCALP);
    Path config = file("c.yaml", SCALP);
    Path together = file("t.yaml", POSITIONS + SCALP);
    RipcordConfig none = RipcordConfig.defaults();
    RipcordConfig some = ConfigLoader.load(config, Overrides.none()).config();

    assertThat(ConfigLoader.loadPositions(none, positions, policies).policies())
        .containsOnlyKeys("scalp");
    assertThat(ConfigLoader.loadPositions(some, positions).policies()).containsOnlyKeys("scalp");
    assertThat(ConfigLoader.loadPositions(none, together).policies()).containsOnlyKeys("scalp");
    assertThatThrownBy(() -> ConfigLoader.loadPositions(none, positions))
        .hasMessage(
            positions + ":2:56: position 1: policy: unknown policy 'scalp', expected one of: none");
  }

  @Test
  void shouldNameBothFilesThatDefineAPolicy() throws IOException {
    Path positions = file("p.yaml", POSITIONS + SCALP);
    Path policies = file("q.yaml", SCALP);
    Path config = file("c.yaml", "max-positions: 5\n" + SCALP);
    RipcordConfig some = ConfigLoader.load(config, Overrides.none()).config();

    assertThatThrownBy(
            () -> ConfigLoader.loadPositions(RipcordConfig.defaults(), positions, policies))
        .hasMessage(
            positions
                + ":4:3: policies.scalp: found policy 'scalp' again, expected it once;"
                + " first at "
                + policies
                + ":2");
    assertThatThrownBy(() -> ConfigLoader.loadPositions(some, positions))
        .hasMessage(
            positions
                + ":4:3: policies.scalp: found policy 'scalp' again, expected it once;"
                + " first at "
                + config
                + ":3");
  }

  @Test
  void shouldSayWhyAFileCannotBeRead() throws IOException {
    Path missing = dir.resolve("missing.yaml");
    Path latin = dir.resolve("latin.yaml");
    Files.write(latin, new byte[] {'a', ':', '\n', 'b', ':', ' ', (byte) 0xE4, '\n'});
    Path large = file("large.yaml", "# " + "x".repeat(ConfigTree.MAX_FILE_BYTES) + "\n");

    assertThatThrownBy(() -> ConfigTree.read(missing)).hasMessage(missing + ": no such file");
    assertThatThrownBy(() -> ConfigTree.read(dir))
        .hasMessage(dir + ": found a directory, expected a file");
    assertThatThrownBy(() -> ConfigTree.read(latin))
        .hasMessage(latin + ":2: found bytes that are not UTF-8, expected UTF-8 text");
    assertThatThrownBy(() -> ConfigTree.read(large))
        .hasMessage(large + ": found more than 1048576 bytes, expected at most 1MiB");
  }

  @Test
  void shouldReadFilesWithAByteOrderMark() throws IOException {
    Path marked = file("marked.yaml", "\uFEFFmax-positions: 5\r\n");

    assertThat(ConfigLoader.load(marked, Overrides.none()).config().maxPositions()).isEqualTo(5);
  }

  @Test
  void shouldReadAsManyPositionsAsThereMayBe() throws IOException {
    String position =
        "  - {symbol: BTCUSDT, side: LONG, quantity: 0.125, entry-price: 55000.5,"
            + " at: 2024-08-08T23:54:20.123456789Z, policy: scalp, leverage: 2}\n";
    Path positions = file("p.yaml", SCALP + "positions:\n" + position.repeat(65_536));

    assertThat(ConfigLoader.loadPositions(RipcordConfig.defaults(), positions).positions())
        .hasSize(65_536);
  }

  @Test
  void shouldCheckAllInputsTogether() throws IOException {
    Path config =
        file("c.yaml", "max-positions: 0\npolicies: {old: {stop-loss: {percent: 0.1}}}\n");
    Path policies = file("q.yaml", "policies:\n  scalp: {stop-loss: {percent: 200}}\n");
    Path positions = file("p.yaml", POSITIONS.replace("quantity: 1", "quantity: 0"));

    ConfigCheck.Result result =
        ConfigCheck.run(
            new Inputs(Optional.of(config), Optional.of(policies), Optional.of(positions)),
            Reading.overrides("RIPCORD__X=1"));

    assertThat(result.isValid()).isFalse();
    assertThat(result.errors())
        .extracting(Problem::toString)
        .containsExactly(
            config + ":1:16: max-positions: found '0', expected a whole number from 1 to 1048576",
            "environment RIPCORD__X: found no setting of this name,"
                + " expected one of the settings that 'config show' lists",
            policies
                + ":2:32: policies.scalp.stop-loss.percent: found '200', expected a percentage"
                + " above 0 and below 100, with at most 6 decimals",
            positions
                + ":2:45: position 1: quantity: found '0', expected a number above 0 and"
                + " at most 1000000000, with at most 8 decimals");
    assertThat(result.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            config
                + ":2:39: warning: policies.old.stop-loss.percent: found 0.1 percent,"
                + " did you mean 10?");
  }

  @Test
  void shouldNotComplainOfWhatFollowsFromAnUnreadableFile() throws IOException {
    Path config = file("c.yaml", "policies: {scalp: {stop-loss\n");
    Path positions = file("p.yaml", POSITIONS);

    ConfigCheck.Result result =
        ConfigCheck.run(
            new Inputs(Optional.of(config), Optional.empty(), Optional.of(positions)),
            Overrides.none());

    assertThat(result.errors())
        .extracting(Problem::toString)
        .containsExactly(
            config + ":2:1: not valid YAML: expected ',' or '}', but got <stream end>");
  }

  @Test
  void shouldPassGoodInputs() throws IOException {
    Path positions = file("p.yaml", POSITIONS + SCALP);
    List<Inputs> inputs =
        List.of(
            new Inputs(Optional.empty(), Optional.empty(), Optional.of(positions)),
            new Inputs(Optional.empty(), Optional.of(file("q.yaml", SCALP)), Optional.empty()),
            new Inputs(Optional.of(file("c.yaml", "{}")), Optional.empty(), Optional.empty()),
            new Inputs(Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(inputs)
        .extracting(input -> ConfigCheck.run(input, Overrides.none()))
        .containsOnly(new ConfigCheck.Result(List.of(), List.of()));
  }
}
