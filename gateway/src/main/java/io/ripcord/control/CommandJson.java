package io.ripcord.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Results as JSON, the same over HTTP and in files. Stateless. */
final class CommandJson {
  private CommandJson() {}

  static ObjectNode of(CommandResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("accepted", result.accepted());
    node.put("sequence", result.sequence());
    node.put("message", result.message());
    return node;
  }

  /** Neither accepted nor refused: null says so. */
  static ObjectNode inDoubt(long sequence, String message) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putNull("accepted");
    node.put("sequence", sequence);
    node.put("message", message);
    return node;
  }

  static ObjectNode malformed(String message) {
    return of(new CommandResult(false, 0, message));
  }
}
