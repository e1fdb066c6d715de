package io.ripcord.console;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Comma-separated values with one set of columns for all kinds; what a kind has beyond them goes,
 * as {@code name=value} pairs, into the last column.
 */
final class CsvSink extends ExportSink {
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "sequence",
          "cause",
          "index",
          "time",
          "source",
          "symbol",
          "position",
          "side",
          "quantity",
          "last",
          "bid",
          "ask",
          "clOrdId",
          "reason",
          "level",
          "triggerPrice",
          "status",
          "openQuantity",
          "realizedPnl");

  private final PrintWriter out;
  private final Map<String, String> values = new LinkedHashMap<>();

  CsvSink(PrintWriter out) {
    this.out = out;
    out.println(String.join(",", COLUMNS) + ",more");
  }

  @Override
  public void begin(String kind) {
    values.clear();
    values.put("kind", kind);
  }

  @Override
  protected void put(String name, String value) {
    values.put(name, value);
  }

  @Override
  public void end() {
    if (isMuted()) {
      return;
    }
    StringJoiner row = new StringJoiner(",");
    for (String column : COLUMNS) {
      String value = values.remove(column);
      row.add(value == null ? "" : quoted(value));
    }
    StringJoiner more = new StringJoiner(" ");
    values.forEach((name, value) -> more.add(name + "=" + value));
    out.println(row + "," + quoted(more.toString()));
  }

  private static String quoted(String value) {
    boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
