package io.ripcord.config;

import io.ripcord.config.ConfigNode.Kind;
import io.ripcord.config.ScalarType.Form;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Times of day and time zones as text. */
final class TimeScalars {
  /** Some readers of YAML take a time of day without quotes for a number of minutes. */
  static final ScalarType<Long> TIME_OF_DAY =
      ScalarType.of(
          Long.class,
          "a time of day such as \"15:00\" or \"15:00:30\"",
          EnumSet.of(Kind.TEXT, Kind.NUMBER),
          Form.TEXT,
          TimeScalars::parseTime,
          timeNs -> LocalTime.ofNanoOfDay(timeNs).toString());

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  static final ScalarType<String> ZONE =
      ScalarType.of(
              String.class,
              "a time zone such as Asia/Kolkata, Europe/Berlin or UTC",
              EnumSet.of(Kind.TEXT),
              Form.TEXT,
              text -> Scalars.isName(text) && ZONES.contains(text) ? text : null,
              zone -> zone)
          .complaining(TimeScalars::unknownZone);

  private static final Pattern TIME_FORM =
      Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?");

  private TimeScalars() {}

  private static Long parseTime(String text) {
    return TIME_FORM.matcher(text).matches() ? LocalTime.parse(text).toNanoOfDay() : null;
  }

  private static String unknownZone(String text) {
    return Wording.nearest(text, ZONES.stream().sorted().toList())
        .map(near -> "did you mean '" + near + "'?")
        .orElse("expected a time zone such as Asia/Kolkata, Europe/Berlin or UTC");
  }
}
