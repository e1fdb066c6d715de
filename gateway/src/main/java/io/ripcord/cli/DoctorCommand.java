package io.ripcord.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.config.Overrides;
import io.ripcord.control.HttpSettings;
import io.ripcord.control.TokenFile;
import io.ripcord.doctor.Doctor;
import io.ripcord.doctor.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at host, configuration and data before they are relied upon. */
@Command(
    name = "doctor",
    description = "Checks host, configuration and data, one line each, with fixes.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "FILE", description = "Configuration (YAML).")
  private Path config;

  @Option(names = "--data", paramLabel = "DIR", description = "Directory of the journal.")
  private Path data;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The node's token (default: ripcord-data/node/token).")
  private Path tokenFile;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + HttpSettings.DEFAULT_PORT,
      description = "Port of the node (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    List<Finding> findings =
        Doctor.run(
            new Doctor.Request(
                Path.of("/"),
                Optional.ofNullable(config),
                Optional.ofNullable(data),
                tokenFile == null ? TokenFile.defaultPath() : tokenFile,
                port,
                JvmOptions.problem()),
            Overrides.of(System.getenv()));
    boolean failed =
        findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.FAIL);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(findings, !failed).toPrettyString());
    } else {
      findings.forEach(out::println);
    }
    return failed ? ExitCodes.FAILURE : ExitCodes.OK;
  }

  private static ObjectNode json(List<Finding> findings, boolean healthy) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("healthy", healthy);
    ArrayNode rows = node.putArray("checks");
    for (Finding finding : findings) {
      ObjectNode row = rows.addObject();
      row.put("verdict", finding.verdict().name());
      row.put("check", finding.check());
      row.put("found", finding.found());
      row.put("fix", finding.fix());
    }
    return node;
  }
}
