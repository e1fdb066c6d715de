package io.ripcord.console;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Comma-separated values with one set of columns for all kinds; what a kind has beyond them goes,
 * as {@code name=value} pairs, into the last column.
 */
final class CsvSink implements JournalExport.ExportSink {
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
  private boolean muted;

  CsvSink(PrintWriter out) {
    this.out = out;
    out.println(String.join(",", COLUMNS) + ",more");
  }

  @Override
  public void mute(boolean newMuted) {
    muted = newMuted;
  }

  @Override
  public void begin(String kind) {
    values.clear();
    values.put("kind", kind);
  }

  @Override
  public void number(String name, long value) {
    values.put(name, Long.toString(value));
  }

  @Override
  public void decimal(String name, long valueE8) {
    if (valueE8 != E8.NULL) {
      values.put(name, E8.format(valueE8));
    }
  }

  @Override
  public void percent(String name, long percentE6) {
    if (percentE6 != E8.NULL) {
      values.put(name, Percent.format(percentE6));
    }
  }

  @Override
  public void time(String name, long timeNs) {
    if (timeNs != E8.NULL) {
      values.put(name, ReportWriter.time(timeNs));
    }
  }

  @Override
  public void text(String name, CharSequence value) {
    values.put(name, value.toString());
  }

  @Override
  public void end() {
    if (muted) {
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
