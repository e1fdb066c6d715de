package io.ripcord.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What a trader asks of a running node. The options mirror the fields of the JSON that travels; the
 * node checks them, so that every way in refuses alike.
 */
@Command(name = "node")
final class NodeCommands {
  /** Makes every command here one of {@code root}. */
  static void addTo(CommandLine root) {
    Set<CommandLine> all =
        new LinkedHashSet<>(new CommandLine(new NodeCommands()).getSubcommands().values());
    all.forEach(root::addSubcommand);
  }

  @Command(
      name = "status",
      description = "Tells how a running node is.",
      mixinStandardHelpOptions = true)
  static int status(@Mixin NodeOptions node) throws IOException {
    return node.ask("/status", NodeTables::status);
  }

  @Command(
      name = "positions",
      description = "Lists the positions that a running node watches.",
      mixinStandardHelpOptions = true)
  static int positions(
      @Mixin NodeOptions node,
      @Option(names = "--all", description = "Closed ones as well.") boolean all)
      throws IOException {
    return node.ask(all ? "/positions?status=all" : "/positions", NodeTables::positions);
  }

  @Command(
      name = "exits",
      description = "Lists the exits of a running node, the newest 1000.",
      mixinStandardHelpOptions = true)
  static int exits(@Mixin NodeOptions node) throws IOException {
    return node.ask("/exits", NodeTables::exits);
  }

  @Command(
      name = "register",
      description = "Has a position watched from now on.",
      mixinStandardHelpOptions = true)
  static int register(
      @Mixin NodeOptions node,
      @Option(names = "--symbol", required = true, paramLabel = "SYMBOL") String symbol,
      @Option(names = "--side", required = true, paramLabel = "LONG|SHORT") String side,
      @Option(names = "--quantity", required = true, paramLabel = "N") String quantity,
      @Option(names = "--policy", required = true, paramLabel = "NAME") String policy,
      @Option(names = "--id", paramLabel = "ID", description = "Default: the next that is free.")
          String id,
      @Option(
              names = "--entry-price",
              paramLabel = "PRICE",
              description = "Default: the last price.")
          String entryPrice,
      @Option(names = "--leverage", paramLabel = "N", description = "Default: 1.") String leverage,
      @Option(
              names = "--group",
              paramLabel = "NAME[,NAME]",
              description = "Groups whose sum it counts towards.")
          String group)
      throws IOException {
    ObjectNode body = object();
    put(body, "id", id);
    put(body, "symbol", symbol);
    put(body, "side", side);
    put(body, "quantity", quantity);
    put(body, "entryPrice", entryPrice);
    put(body, "leverage", leverage);
    put(body, "policy", policy);
    put(body, "group", group);
    return node.command("POST", "/positions", body);
  }

  @Command(
      name = "groups",
      description = "Lists the groups of a running node, and what they are worth.",
      mixinStandardHelpOptions = true)
  static int groups(@Mixin NodeOptions node) throws IOException {
    return node.ask("/groups", NodeTables::groups);
  }

  @Command(
      name = "join",
      description = "Has a position count towards a group from now on.",
      mixinStandardHelpOptions = true)
  static int join(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "ID", description = "The position.") long id,
      @Option(names = "--group", required = true, paramLabel = "NAME[,NAME]") String group)
      throws IOException {
    return node.command("POST", "/positions/" + id + "/group", object().put("group", group));
  }

  @Command(
      name = "amend",
      description = "Moves stop or target of a position.",
      mixinStandardHelpOptions = true)
  static int amend(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "ID", description = "The position.") long id,
      @Option(names = "--stop", paramLabel = "PRICE") String stop,
      @Option(names = "--target", paramLabel = "PRICE") String target,
      @Option(names = "--loosen", description = "The stop may move away from the price.")
          boolean loosen)
      throws IOException {
    ObjectNode body = object();
    put(body, "stop", stop);
    put(body, "target", target);
    body.put("loosen", loosen);
    return node.command("PATCH", "/positions/" + id, body);
  }

  @Command(
      name = "adopt",
      description =
          "Gives a position another policy from now on, or the newest version of its own.",
      mixinStandardHelpOptions = true)
  static int adopt(
      @Mixin NodeOptions node,
      @ArgGroup(multiplicity = "1") WhichPosition position,
      @Option(names = "--policy", required = true, paramLabel = "NAME") String policy,
      @Option(
              names = "--loosen",
              description = "The policy's own stop holds, even where the old one is tighter.")
          boolean loosen)
      throws IOException {
    ObjectNode body = object();
    put(body, "policy", policy);
    body.put("loosen", loosen);
    return node.command("POST", "/positions/" + position.id() + "/adopt", body);
  }

  /** A position, by its place or by name. */
  static final class WhichPosition {
    @Parameters(paramLabel = "ID", description = "The position.")
    private Long id;

    @Option(names = "--position", paramLabel = "ID", description = "The same by name.")
    private Long named;

    long id() {
      return id == null ? named : id;
    }
  }

  @Command(
      name = "unregister",
      description = "Stops watching a position; it stays held.",
      mixinStandardHelpOptions = true)
  static int unregister(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "ID", description = "The position.") long id)
      throws IOException {
    return node.command("DELETE", "/positions/" + id, null);
  }

  @Command(
      name = "close",
      aliases = "close-now",
      description = "Exits a position or a part of it now, at the market.",
      mixinStandardHelpOptions = true)
  static int close(
      @Mixin NodeOptions node,
      @Parameters(paramLabel = "ID", description = "The position.") long id,
      @Option(
              names = "--quantity",
              paramLabel = "Q",
              description = "How much of it, in whole lots. Default: all.")
          String quantity)
      throws IOException {
    ObjectNode body = object();
    put(body, "quantity", quantity);
    return node.command("POST", "/positions/" + id + "/close", body.isEmpty() ? null : body);
  }

  @Command(
      name = "signal",
      description = "Sends an exit signal to the positions whose policy takes signals.",
      mixinStandardHelpOptions = true)
  static int signal(
      @Mixin NodeOptions node,
      @Option(names = "--symbol", required = true, paramLabel = "SYMBOL") String symbol,
      @Option(names = "--position", paramLabel = "ID", description = "Default: all of the symbol.")
          String position)
      throws IOException {
    ObjectNode body = object();
    put(body, "symbol", symbol);
    put(body, "position", position);
    return node.command("POST", "/signals", body);
  }

  @Command(
      name = "halt",
      description = "Lets no order leave until resume; rules keep watching.",
      mixinStandardHelpOptions = true)
  static int halt(@Mixin NodeOptions node) throws IOException {
    return node.command("POST", "/halt", null);
  }

  @Command(
      name = "resume",
      description = "Ends a halt; what the last price touches exits at once.",
      mixinStandardHelpOptions = true)
  static int resume(
      @Mixin NodeOptions node,
      @Option(names = "--confirm", description = "Without it, nothing happens.") boolean confirm)
      throws IOException {
    return node.command("POST", "/resume", object().put("confirm", confirm));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void put(ObjectNode body, String name, String value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
