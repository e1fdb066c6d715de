/**
 * When markets trade: calendars of sessions as data, and the arithmetic of zones, dates and clocks
 * that turns them into absolute times. The engine knows none of this; it hears of phases as events.
 *
 * <p>Immutable and thread-safe throughout; no clock: every question names its time. Depends on
 * {@code event}'s phases and on {@code java.time}. Start reading at {@link
 * io.ripcord.calendar.SessionCalendar}.
 */
package io.ripcord.calendar;
