package io.ripcord.calendar;

import io.ripcord.event.SessionPhase;
import io.ripcord.money.E8;
import java.time.LocalDate;
import java.util.List;

/**
 * One session: from the first phase after a close to the next close. Immutable. Moments are
 * nanoseconds since the epoch; a phase holds from its moment, included, to the next one's.
 *
 * @param date the trading date, on which it begins
 * @param changes its phases; the last is CLOSED and the only one of that kind
 * @param cutoffNs the broker's own square-off, {@link E8#NULL} if there is none in this session
 */
public record Session(LocalDate date, List<PhaseChange> changes, long cutoffNs) {
  /** Copies the list. */
  public Session {
    changes = List.copyOf(changes);
  }

  /** When its first phase begins. */
  public long beginsNs() {
    return changes.get(0).atNs();
  }

  /** When continuous trading begins. */
  public long opensNs() {
    for (PhaseChange change : changes) {
      if (change.phase() == SessionPhase.CONTINUOUS) {
        return change.atNs();
      }
    }
    throw new IllegalStateException("session without continuous trading: " + changes);
  }

  /**
   * When continuous trading ends: the close for everyone who wants to leave at the market. A
   * closing auction comes after it.
   */
  public long closesNs() {
    for (int i = changes.size() - 1; i > 0; i--) {
      if (changes.get(i - 1).phase() == SessionPhase.CONTINUOUS) {
        return changes.get(i).atNs();
      }
    }
    throw new IllegalStateException("session without continuous trading: " + changes);
  }

  /** When it is over. */
  public long endsNs() {
    return changes.get(changes.size() - 1).atNs();
  }

  /** Whether a moment lies in it, whatever the phase. */
  public boolean contains(long timeNs) {
    return timeNs >= beginsNs() && timeNs < endsNs();
  }

  /** The phase of a moment that it contains. */
  public PhaseChange phaseAt(long timeNs) {
    PhaseChange found = changes.get(0);
    for (PhaseChange change : changes) {
      if (change.atNs() <= timeNs) {
        found = change;
      }
    }
    return found;
  }

  /** Whether a moment lies in its continuous trading. */
  public boolean isContinuousAt(long timeNs) {
    return contains(timeNs) && phaseAt(timeNs).phase() == SessionPhase.CONTINUOUS;
  }
}
