package io.ripcord.node;

import io.ripcord.control.Command;
import io.ripcord.control.CommandPort;
import io.ripcord.control.CommandResult;
import io.ripcord.log.NodeLog;

/**
 * The way of every command into a node: says each of them to the log, and takes none any more once
 * the node stops, so that nothing is journalled behind the stop. Thread-safe.
 */
final class CommandGate implements CommandPort {
  private final CommandPort desk;
  private final NodeLog log;
  private boolean closed;

  CommandGate(CommandPort desk, NodeLog log) {
    this.desk = desk;
    this.log = log;
  }

  @Override
  public synchronized CommandResult submit(Command command) {
    if (closed) {
      return new CommandResult(false, 0, "the node is stopping and takes no commands");
    }
    CommandResult result = desk.submit(command);
    log.info(
        "command",
        "kind",
        command.getClass().getSimpleName(),
        "accepted",
        result.accepted(),
        "input",
        result.sequence(),
        "answer",
        result.message());
    return result;
  }

  /** Returns when the last command has its answer. */
  synchronized void close() {
    closed = true;
  }
}
