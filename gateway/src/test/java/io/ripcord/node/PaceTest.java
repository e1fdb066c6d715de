package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "0",
        "0.0001",
        "1000.001",
        "1001",
        "fast",
        "MAX",
        "",
        " 1",
        "1x",
        "NaN",
        "1/2",
        "0x10",
        "1e9999999999",
        "1e-9999999999",
        "1e999999999"
      })
  void shouldRefuseWhatIsNoSpeed(String text) {
    assertThatThrownBy(() -> Pace.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--speed: found '" + text + "', expected max or a factor from 0.001 to 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.001", "0.5", "1", "1.0", "10", "999.999", "1000", "1e2"})
  void shouldTakeFactors(String text) {
    assertThat(Pace.parse(text).isMax()).isFalse();
  }

  @Test
  void shouldTakeMax() {
    assertThat(Pace.parse("max").isMax()).isTrue();
    assertThat(Pace.max().isMax()).isTrue();
  }

  @Test
  void shouldSayWhenAnEventIsDue() {
    Pace pace = Pace.parse("1000");
    long start = 1_700_000_000_000_000_000L;
    long first = pace.await(start);
    long second = pace.await(start + 2_000_000_000L);

    assertThat(second - first).isEqualTo(2_000_000);
    assertThat(System.nanoTime() - first).isGreaterThanOrEqualTo(2_000_000);
  }

  @Test
  void shouldGiveTheSameHashesPacedAsUnpaced() throws Exception {
    SimulationResult max = simulate("max", "max");
    SimulationResult paced = simulate("paced", "1000");

    assertThat(paced.replay().inputSha256()).isEqualTo(max.replay().inputSha256());
    assertThat(paced.replay().decisionSha256()).isEqualTo(max.replay().decisionSha256());
    assertThat(paced.replay().decisions()).isPositive();
    assertThat(max.paced()).isFalse();
    assertThat(paced.paced()).isTrue();
  }

  private SimulationResult simulate(String folder, String speed) throws Exception {
    return new SmallRun(Files.createDirectory(directory.resolve(folder)))
        .tape("{0},A,100,,,", "{1},A,101,,100,102", "{2},A,98,,97,99", "{20},A,97,,,")
        .positions(
            """
            policies: {stop: {stop-loss: {percent: 1}}}
            positions: [{symbol: A, side: LONG, quantity: 1, policy: stop}]
            """)
        .pace(Pace.parse(speed))
        .run();
  }
}
