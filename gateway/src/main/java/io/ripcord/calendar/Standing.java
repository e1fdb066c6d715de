package io.ripcord.calendar;

import io.ripcord.event.SessionPhase;

/**
 * Where a market stands at a moment. Immutable.
 *
 * @param phase the phase that it is in
 * @param sinceNs when that began; {@link Long#MIN_VALUE} if no session came before
 * @param openedNs when continuous trading of the session began, {@link #NOT_OPENED} if the market
 *     is closed or opens later
 */
public record Standing(SessionPhase phase, long sinceNs, long openedNs) {
  /** "Not yet, or no longer". */
  public static final long NOT_OPENED = Long.MIN_VALUE;

  /** Whether continuous trading of a session has begun that is not over. */
  public boolean isOpened() {
    return openedNs != NOT_OPENED;
  }
}
