package io.ripcord.node;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.LogLevel;
import io.ripcord.config.Overrides;
import io.ripcord.config.RipcordConfig;
import io.ripcord.console.InstrumentRow;
import io.ripcord.console.PositionRow;
import io.ripcord.control.Command;
import io.ripcord.control.CommandResult;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.log.NodeLog;
import io.ripcord.money.E8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Nodes in this process, one at a time, on a data folder of their own. */
final class NodeRig implements AutoCloseable {
  private static final int MAX_POSITIONS = 64;

  /** Leaves at once, never, and soon. */
  static final String POLICIES =
      """
      policies:
        quick: {stop-loss: {percent: 0.02}, take-profit: {percent: 0.02}}
        wide: {stop-loss: {percent: 30}}
        quoted: {trigger: bid-ask, stop-loss: {percent: 30}}
        timed: {stop-loss: {percent: 30}, take-profit: {ladder: [{after: 200ms, any: true}]}}
      """;

  final Path data;
  private final Path directory;
  private final NodeLog log;
  private Node node;

  NodeRig(Path directory) throws IOException {
    this.directory = directory;
    data = directory.resolve("data");
    log = NodeLog.open(directory.resolve("log"), LogLevel.ERROR);
  }

  private RipcordConfig config(int port, int maxPositions, String yaml) throws IOException {
    Path file = directory.resolve("node.yaml");
    Files.writeString(
        file,
        POLICIES
            + ("control: {port: " + port + "}\n")
            + ("max-positions: " + maxPositions + "\n")
            + "journal: {block-size: 1MiB, touch-ahead: 0}\n"
            + "snapshot: {interval: 200ms}\n"
            + yaml);
    return ConfigLoader.load(file, Overrides.none()).config().withData(data.toString());
  }

  Node start(String yaml) throws IOException {
    return start(yaml, NodeStart.RECOVER);
  }

  Node start(String yaml, NodeStart origin) throws IOException {
    node = start(config(0, MAX_POSITIONS, yaml), origin);
    return node;
  }

  /** A node whose control listens at a certain port. */
  Node startAt(int port, String yaml) throws IOException {
    node = start(config(port, MAX_POSITIONS, yaml), NodeStart.RECOVER);
    return node;
  }

  /** A node of another size. */
  Node startWith(int maxPositions, String yaml) throws IOException {
    node = start(config(0, maxPositions, yaml), NodeStart.RECOVER);
    return node;
  }

  /** A node beside the one that runs. */
  Node second(String yaml) throws IOException {
    return start(config(0, MAX_POSITIONS, yaml), NodeStart.RECOVER);
  }

  private Node start(RipcordConfig config, NodeStart origin) throws IOException {
    return Node.start(new NodeRequest(config, Map.of(), "test", origin, log));
  }

  StopReport stop() {
    return node.stop();
  }

  void awaitPrice(String symbol) {
    await(
        () ->
            node.live().instruments().stream()
                .filter(row -> row.symbol().equals(symbol))
                .mapToLong(InstrumentRow::lastPriceE8)
                .anyMatch(lastE8 -> lastE8 != E8.NULL));
  }

  CommandResult register(long id, String symbol, String policy) {
    return node.commands()
        .submit(
            new Command.Register(id, symbol, Side.LONG, E8.parse("0.5"), E8.NULL, E8.NULL, policy));
  }

  void awaitStatus(long id, PositionStatus status) {
    await(
        () -> {
          PositionRow row = node.live().position(id);
          return row != null && row.status() == status;
        });
  }

  /** The test's own timeout ends a wait for what never comes. */
  void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      String failure = node.failure();
      if (failure != null) {
        throw new AssertionError(failure);
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    if (node != null) {
      node.close();
    }
    log.close();
  }
}
