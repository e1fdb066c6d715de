package io.ripcord.log;

import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;

/** One short line for a terminal. Control characters are shown as escapes: nobody forges a line. */
final class TextLines extends AbstractStringLayout {
  TextLines() {
    super(StandardCharsets.UTF_8);
  }

  @Override
  public String toSerializable(LogEvent event) {
    StringBuilder out = new StringBuilder(128);
    out.append(LogTime.clock(event.getInstant())).append(' ');
    String level = event.getLevel().name();
    out.append(level).append(" ".repeat(Math.max(1, 6 - level.length())));
    escape(out, event.getMessage().getFormattedMessage());
    if (event.getThrown() != null) {
      escape(out.append(": "), event.getThrown().toString());
    }
    return out.append('\n').toString();
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
  }
}
