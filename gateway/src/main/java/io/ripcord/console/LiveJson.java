package io.ripcord.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Answers of a {@link LiveState} as JSON. Any thread. */
public final class LiveJson {
  private final LiveState live;

  /** Answers for {@code live}. */
  public LiveJson(LiveState live) {
    this.live = live;
  }

  /** How everything is. */
  public ObjectNode status() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    JsonRows.status(node, live.status());
    return node;
  }

  /** The positions, with the input that they are as of. */
  public ObjectNode positions(boolean closedToo) {
    ObjectNode node = asOf();
    ArrayNode rows = node.putArray("positions");
    for (PositionRow row : live.positions()) {
      if (closedToo || row.isLive()) {
        JsonRows.position(rows.addObject(), row);
      }
    }
    return node;
  }

  /** One position, null if there is none. */
  public ObjectNode position(long id) {
    PositionRow row = live.position(id);
    if (row == null) {
      return null;
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    JsonRows.position(node, row);
    return node;
  }

  /** The groups, with the input that they are as of. */
  public ObjectNode groups() {
    ObjectNode node = asOf();
    ArrayNode rows = node.putArray("groups");
    live.groups().forEach(row -> JsonRows.group(rows.addObject(), row));
    return node;
  }

  /** The newest exits, oldest first, with the input that they are as of. */
  public ObjectNode exits(int limit) {
    ObjectNode node = asOf();
    ArrayNode rows = node.putArray("exits");
    return live.fold(
        fold -> {
          List<ExitRow> exits = fold.exits();
          node.put("total", exits.size());
          exits
              .subList(Math.max(0, exits.size() - limit), exits.size())
              .forEach(row -> JsonRows.exit(rows.addObject(), row));
          return node;
        });
  }

  private ObjectNode asOf() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("sequence", live.sequence());
    return node;
  }
}
