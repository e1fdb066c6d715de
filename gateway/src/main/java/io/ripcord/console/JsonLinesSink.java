package io.ripcord.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** One JSON object a line; a missing value is left out, money is decimal text. */
final class JsonLinesSink extends ExportSink {
  private final PrintWriter out;
  private ObjectNode record;

  JsonLinesSink(PrintWriter out) {
    this.out = out;
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
  protected void put(String name, String value) {
    record.put(name, value);
  }

  @Override
  public void end() {
    if (!isMuted()) {
      out.println(record);
    }
  }
}
