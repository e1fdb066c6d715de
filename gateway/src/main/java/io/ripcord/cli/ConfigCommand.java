package io.ripcord.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.config.ConfigCheck;
import io.ripcord.config.ConfigLoader;
import io.ripcord.config.ConfigSchema;
import io.ripcord.config.ConfigShow;
import io.ripcord.config.LoadedConfig;
import io.ripcord.config.Overrides;
import io.ripcord.config.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at configuration without starting anything. */
@Command(
    name = "config",
    description = "Checks and shows configuration, policies and positions.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(check | show | schema)")
final class ConfigCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "check",
      description = "Lists what is wrong or suspicious, with file and line.",
      mixinStandardHelpOptions = true)
  int check(
      @Option(names = "--config", paramLabel = "FILE", description = "Configuration (YAML).")
          Path config,
      @Option(names = "--policies", paramLabel = "FILE", description = "Policies (YAML).")
          Path policies,
      @Option(names = "--positions", paramLabel = "FILE", description = "Positions (YAML).")
          Path positions,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json) {
    if (config == null && policies == null && positions == null) {
      throw new ParameterException(
          spec.commandLine(),
          "config check: expected at least one of --config, --policies, --positions");
    }
    ConfigCheck.Result result =
        ConfigCheck.run(
            new ConfigCheck.Inputs(
                Optional.ofNullable(config),
                Optional.ofNullable(policies),
                Optional.ofNullable(positions)),
            Overrides.of(System.getenv()),
            TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    print(result, json);
    return result.isValid() ? ExitCodes.OK : ExitCodes.INVALID;
  }

  private void print(ConfigCheck.Result result, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("valid", result.isValid());
      list(node.putArray("errors"), result.errors());
      list(node.putArray("warnings"), result.warnings());
      out.println(node.toPrettyString());
      return;
    }
    PrintWriter err = spec.commandLine().getErr();
    result.errors().forEach(problem -> err.println("error: " + problem));
    result.warnings().forEach(err::println);
    out.printf(
        "config: %s, %s, %s%n",
        result.isValid() ? "valid" : "INVALID",
        count(result.errors().size(), "error"),
        count(result.warnings().size(), "warning"));
  }

  private static String count(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static void list(ArrayNode node, List<Problem> problems) {
    problems.forEach(problem -> node.add(problem.toString()));
  }

  @Command(
      name = "show",
      description = "Prints every effective value with its origin.",
      mixinStandardHelpOptions = true)
  int show(
      @Option(names = "--config", paramLabel = "FILE", description = "Configuration (YAML).")
          Path config,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json) {
    Overrides overrides = Overrides.of(System.getenv());
    LoadedConfig loaded =
        config == null ? ConfigLoader.defaults(overrides) : ConfigLoader.load(config, overrides);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ConfigShow.json(loaded).toPrettyString());
    } else {
      out.print(ConfigShow.table(loaded));
    }
    return ExitCodes.OK;
  }

  @Command(
      name = "schema",
      description = "Prints the JSON Schema of configuration, policies, positions or calendars.",
      mixinStandardHelpOptions = true)
  int schema(
      @Parameters(
              paramLabel = "ripcord|policies|positions|calendars",
              defaultValue = "RIPCORD",
              description = "Which (default: ripcord).")
          ConfigSchema schema) {
    spec.commandLine().getOut().print(schema.text());
    return ExitCodes.OK;
  }
}
