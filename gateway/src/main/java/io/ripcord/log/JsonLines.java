package io.ripcord.log;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;

/**
 * One JSON object a line, all values text: {@code time}, {@code level}, {@code thread}, {@code
 * event}, and the fields of the event. A line of a library has {@code logger} and {@code message}
 * instead. Whatever a text holds, it stays inside its quotes.
 */
final class JsonLines extends AbstractStringLayout {
  private static final String LIBRARY = "library";

  JsonLines() {
    super(StandardCharsets.UTF_8);
  }

  @Override
  public String toSerializable(LogEvent event) {
    StringBuilder out = new StringBuilder(256).append('{');
    field(out, "time", LogTime.iso(event.getInstant()));
    field(out, "level", event.getLevel().name());
    field(out, "thread", event.getThreadName());
    if (event.getMessage() instanceof LogLine line) {
      field(out, "event", line.event());
      for (int i = 0; i < line.fields().size(); i += 2) {
        field(out, line.fields().get(i), line.fields().get(i + 1));
      }
    } else {
      field(out, "event", LIBRARY);
      field(out, "logger", event.getLoggerName());
      field(out, "message", event.getMessage().getFormattedMessage());
    }
    if (event.getThrown() != null) {
      field(out, "error", event.getThrown().toString());
    }
    return out.append("}\n").toString();
  }

  private static void field(StringBuilder out, String name, String value) {
    if (out.length() > 1) {
      out.append(',');
    }
    text(out, name);
    out.append(':');
    text(out, String.valueOf(value));
  }

  private static void text(StringBuilder out, String value) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(value, out);
    out.append('"');
  }
}
