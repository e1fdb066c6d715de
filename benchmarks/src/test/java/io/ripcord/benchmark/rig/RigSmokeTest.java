package io.ripcord.benchmark.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.cli.RipcordMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the rig runs and that its checks hold; how fast anything is, is nobody's test. */
class RigSmokeTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int bench(String arguments) {
    return RipcordMain.run(
        new BenchCommand(),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        ("bench " + arguments).split(" "));
  }

  @Test
  void shouldRunAndLeaveNothingBehind(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    Path json = folder.resolve("bench.json");
    Path log = folder.resolve("bench.hlog");

    int code =
        bench(
            "--rate 20000 --rounds 2 --warm-up 0 --window 10 --no-pin --data "
                + data
                + " --json "
                + json
                + " --hlog "
                + log);

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("fused", "fused-memory", "hop", "noop")
        .contains(" orders are those that a scan of all positions finds.")
        .doesNotContain("VOID");
    assertThat(json).content().contains("\"void\" : false");
    assertThat(log).isNotEmptyFile();
    try (Stream<Path> left = Files.list(data)) {
      assertThat(left).as("journals left behind").isEmpty();
    }
  }

  @Test
  void shouldRefuseWhatItCannotDo() {
    assertThat(bench("--rounds 0")).isEqualTo(2);
    assertThat(err.toString()).contains("rounds=0, expected 1 or more", "bench --help");
    assertThat(bench("--rate 1")).isEqualTo(2);
    assertThat(bench("--ring-size 1000")).isEqualTo(2);
    assertThat(bench("--rate 1000000 --rounds 1000")).isEqualTo(2);
  }

  @Test
  void shouldRefuseADataDirectoryThatIsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(bench("--rounds 1 --data " + file)).isEqualTo(3);
    assertThat(err.toString()).contains(file.toString());
  }
}
