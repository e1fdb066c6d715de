package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RipcordMainTest {
  private static Set<String> commands(String... args) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return RipcordMain.commandLine(null, nowhere, nowhere, args).getSubcommands().keySet();
  }

  @Test
  void shouldBuildOnlyTheCommandThatIsAskedFor() {
    assertThat(commands("run", "--config", "c.yaml")).containsExactly("run");
    assertThat(commands("simulate")).containsExactly("simulate");
  }

  @Test
  void shouldKnowEveryCommandWhereNoneOrAnotherIsAskedFor() {
    assertThat(commands()).contains("demo", "simulate", "run", "doctor", "status", "close-now");
    assertThat(commands("status")).isEqualTo(commands());
    assertThat(commands("--help")).isEqualTo(commands());
  }
}
