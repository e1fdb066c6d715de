package io.ripcord.calendar;

import io.ripcord.event.SessionPhase;
import java.time.LocalTime;
import java.util.Locale;

/**
 * A phase and the time on the wall at which it begins. Immutable.
 *
 * @param phase what begins
 * @param timeNs since midnight of the trading date; a day or more: on the date after it
 */
public record PhaseTime(SessionPhase phase, long timeNs) {
  /** As calendars write it, such as {@code pre-open 09:00} or {@code closed 16:00+1}. */
  @Override
  public String toString() {
    return word(phase) + " " + format(timeNs);
  }

  /** A phase as calendars write it. */
  public static String word(SessionPhase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A time as calendars write it: {@code +1} for the date after. */
  public static String format(long timeNs) {
    String time = LocalTime.ofNanoOfDay(timeNs % WallClock.DAY_NS).toString();
    return timeNs < WallClock.DAY_NS ? time : time + "+" + timeNs / WallClock.DAY_NS;
  }
}
