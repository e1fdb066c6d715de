package io.ripcord.log;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.message.Message;

/** What happened, with its values by name. Immutable; values become text when it is made. */
final class LogLine implements Message {
  private static final long serialVersionUID = 1L;

  private final String event;

  /** Names and values in turn. */
  private final ArrayList<String> fields;

  /** {@code namesAndValues} in turn; a value may be null. */
  LogLine(String event, Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "event=" + event + " has a name without a value, expected pairs");
    }
    this.event = event;
    fields = new ArrayList<>(namesAndValues.length);
    for (Object field : namesAndValues) {
      fields.add(String.valueOf(field));
    }
  }

  String event() {
    return event;
  }

  /** Names and values in turn. */
  List<String> fields() {
    return fields;
  }

  @Override
  public String getFormattedMessage() {
    StringBuilder out = new StringBuilder(event);
    for (int i = 0; i < fields.size(); i += 2) {
      String value = fields.get(i + 1);
      boolean isPlain = !value.isEmpty() && value.chars().noneMatch(c -> c == ' ' || c == '"');
      out.append(' ').append(fields.get(i)).append('=');
      out.append(isPlain ? value : '"' + value.replace("\"", "\\\"") + '"');
    }
    return out.toString();
  }

  @Override
  public Object[] getParameters() {
    return new Object[0];
  }

  @Override
  public Throwable getThrowable() {
    return null;
  }
}
