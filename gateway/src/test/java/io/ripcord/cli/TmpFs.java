package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Small or read-only file systems in memory, where mounting is permitted. */
final class TmpFs {
  private TmpFs() {}

  static void mount(Path mount, String options) throws Exception {
    boolean done = false;
    try {
      done = exec("mount", "-t", "tmpfs", "-o", options, "tmpfs", mount.toString()) == 0;
    } catch (IOException e) {
      // No such program: the same as no permission.
    }
    Assumptions.assumeTrue(done, "SKIPPED: mounting a tmpfs is not permitted here");
  }

  static void unmount(Path mount) throws Exception {
    assertThat(exec("umount", mount.toString())).isZero();
  }

  private static int exec(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
