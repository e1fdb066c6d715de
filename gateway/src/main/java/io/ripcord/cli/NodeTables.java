package io.ripcord.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ripcord.config.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JSON of a node as text for people. Stateless. */
final class NodeTables {
  private NodeTables() {}

  static String status(JsonNode status) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : status.properties()) {
      if (!field.getValue().isNull()) {
        out.append(String.format("%-15s %s%n", field.getKey(), cell(field.getValue())));
      }
    }
    return out.toString();
  }

  static String positions(JsonNode answer) {
    return table(
        answer.path("positions"),
        "no open positions",
        List.of(
            "id",
            "symbol",
            "side",
            "status",
            "openQuantity",
            "entryPrice",
            "lastPrice",
            "stop",
            "target",
            "unrealizedPnl",
            "policy"));
  }

  static String groups(JsonNode answer) {
    return table(
        answer.path("groups"),
        "no groups",
        List.of(
            "group",
            "state",
            "value",
            "stop",
            "dailyLoss",
            "target",
            "lockAt",
            "lockFloor",
            "armed",
            "open",
            "firedReason",
            "firedValue"));
  }

  static String exits(JsonNode answer) {
    return table(
        answer.path("exits"),
        "no exits",
        List.of(
            "position",
            "symbol",
            "side",
            "reason",
            "quantity",
            "triggerPrice",
            "fillPrice",
            "pnl",
            "proven",
            "triggerTime"));
  }

  private static String table(JsonNode rows, String none, List<String> columns) {
    if (rows.isEmpty()) {
      return none + System.lineSeparator();
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns);
    rows.forEach(row -> lines.add(columns.stream().map(name -> cell(row.path(name))).toList()));
    StringBuilder out = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        int column = i;
        int width = lines.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
        text.append(String.format("%-" + (width + 2) + "s", line.get(i)));
      }
      out.append(text.toString().stripTrailing()).append(System.lineSeparator());
    }
    return out.toString();
  }

  private static String cell(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? "-" : Wording.oneLine(value.asText());
  }
}
