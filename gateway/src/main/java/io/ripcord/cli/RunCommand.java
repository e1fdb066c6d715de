package io.ripcord.cli;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.LoadedConfig;
import io.ripcord.config.NodeConfig;
import io.ripcord.config.Overrides;
import io.ripcord.config.RipcordConfig;
import io.ripcord.log.NodeLog;
import io.ripcord.node.BuildInfo;
import io.ripcord.node.Node;
import io.ripcord.node.NodeRequest;
import io.ripcord.node.NodeStart;
import io.ripcord.node.OwnedFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The node: runs until it is told to stop, or until something fails. */
@Command(
    name = "run",
    description = "Runs a node: venue, engine, journal and control. SIGTERM stops it in order.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "Configuration (YAML).")
  private Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Journal, snapshots, token and log; overrides data.")
  private Path data;

  @Override
  public Integer call() throws IOException {
    LoadedConfig loaded = ConfigLoader.load(config, Overrides.of(System.getenv()));
    loaded.warnings().forEach(spec.commandLine().getErr()::println);
    RipcordConfig effective =
        data == null ? loaded.config() : loaded.config().withData(data.toString());
    NodeConfig settings = effective.node();
    OwnedFolder.create(settings.dataPath());
    NativeScratch.in(settings.dataPath());
    try (NodeLog log = NodeLog.open(settings.logFile(), settings.log().level())) {
      NodeRequest request =
          new NodeRequest(effective, System.getenv(), BuildInfo.buildId(), NodeStart.RECOVER, log);
      Node node = Node.start(request);
      OrderlyStop stop = new OrderlyStop(node, log, spec.commandLine());
      stop.install();
      announce(node, effective);
      String failure = stop.awaitFailure();
      log.error("node-halted", "text", failure);
      node.close();
      spec.commandLine()
          .getErr()
          .println(
              "ripcord: "
                  + failure
                  + "; nothing was flattened, the journal "
                  + node.journalPath()
                  + " is intact: start again to go on");
      return ExitCodes.FAILURE;
    }
  }

  private void announce(Node node, RipcordConfig effective) {
    PrintWriter out = spec.commandLine().getOut();
    NodeConfig settings = effective.node();
    String durability = effective.journal().durability().name().toLowerCase(Locale.ROOT);
    String bind = settings.control().bind();
    out.printf(
        "ripcord %s (build %s): node %d started, epoch %d%n",
        BuildInfo.version(), BuildInfo.buildId(), settings.instance(), node.epoch());
    out.printf("  journal  %s, durability %s, %s%n", node.journalPath(), durability, node.origin());
    out.printf("  venue    %s%n", node.venueDescription());
    out.printf(
        "  control  http://%s:%d, token in %s%n",
        bind.contains(":") ? "[" + bind + "]" : bind, node.controlPort(), settings.tokenFile());
    out.printf("  log      %s%n", settings.logFile());
    out.println("stop with SIGTERM or Ctrl-C; positions stay open then");
    out.flush();
  }
}
