package io.ripcord.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.config.Secret;
import io.ripcord.control.NodeClient;
import io.ripcord.control.TokenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which node to speak to, and how to show what it says; a part of several commands. */
final class NodeOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = NodeClient.DEFAULT_URL,
      description = "The node, on this machine (default: ${DEFAULT-VALUE}).")
  private String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "The node's token (default: ripcord-data/node/token); RIPCORD_TOKEN in the environment comes"
              + " first.")
  private Path tokenFile;

  @Option(names = "--json", description = "Prints the node's JSON.")
  private boolean json;

  /** Asks, and shows the answer as text unless JSON is wanted. */
  int ask(String path, Function<JsonNode, String> asText) throws IOException {
    return show(send("GET", path, null), asText);
  }

  /** Commands, and shows the message. */
  int command(String method, String path, ObjectNode body) throws IOException {
    return show(send(method, path, body), answer -> answer.path("message").asText() + "\n");
  }

  private NodeClient.Reply send(String method, String path, ObjectNode body) throws IOException {
    if (NodeClient.problem(url) != null) {
      throw new ParameterException(spec.commandLine(), "--url: " + NodeClient.problem(url));
    }
    Path file = tokenFile == null ? TokenFile.defaultPath() : tokenFile;
    try (Secret token = TokenFile.ofClient(System.getenv(), file)) {
      return new NodeClient(url, token).send(method, path, body);
    }
  }

  private int show(NodeClient.Reply reply, Function<JsonNode, String> asText) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(reply.body().toPrettyString());
    } else if (reply.isOk()) {
      out.print(asText.apply(reply.body()));
    }
    out.flush();
    if (reply.isOk()) {
      return ExitCodes.OK;
    }
    spec.commandLine().getErr().println("ripcord: " + reply.message());
    return reply.isFailure() ? ExitCodes.FAILURE : ExitCodes.INVALID;
  }
}
