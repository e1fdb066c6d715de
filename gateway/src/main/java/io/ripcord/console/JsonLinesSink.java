package io.ripcord.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.io.PrintWriter;

/** One JSON object a line; a missing value is left out, money is decimal text. */
final class JsonLinesSink implements JournalExport.ExportSink {
  private final PrintWriter out;
  private ObjectNode record;
  private boolean muted;

  JsonLinesSink(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void mute(boolean newMuted) {
    muted = newMuted;
  }

  @Override
  public void begin(String kind) {
    record = JsonNodeFactory.instance.objectNode().put("kind", kind);
  }

  @Override
  public void number(String name, long value) {
    record.put(name, value);
  }

  @Override
  public void decimal(String name, long valueE8) {
    if (valueE8 != E8.NULL) {
      record.put(name, E8.format(valueE8));
    }
  }

  @Override
  public void percent(String name, long percentE6) {
    if (percentE6 != E8.NULL) {
      record.put(name, Percent.format(percentE6));
    }
  }

  @Override
  public void time(String name, long timeNs) {
    if (timeNs != E8.NULL) {
      record.put(name, ReportWriter.time(timeNs));
    }
  }

  @Override
  public void text(String name, CharSequence value) {
    record.put(name, value.toString());
  }

  @Override
  public void end() {
    if (!muted) {
      out.println(record);
    }
  }
}
