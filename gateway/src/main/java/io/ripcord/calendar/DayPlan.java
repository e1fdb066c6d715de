package io.ripcord.calendar;

import io.ripcord.event.SessionPhase;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The phases of one trading date, in order; before the first the market is closed. Immutable.
 *
 * @param phases times ascend; the last is CLOSED
 */
public record DayPlan(List<PhaseTime> phases) {
  /** Copies the list; refuses what {@link #problem} says something about. */
  public DayPlan {
    phases = List.copyOf(phases);
    String problem = problem(phases);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** What is wrong with a list of phases, null if nothing is. */
  public static String problem(List<PhaseTime> phases) {
    if (phases.isEmpty()) {
      return "found no phase, expected some";
    }
    boolean trades = false;
    for (int i = 0; i < phases.size(); i++) {
      PhaseTime phase = phases.get(i);
      PhaseTime before = i == 0 ? null : phases.get(i - 1);
      if (before != null && phase.timeNs() <= before.timeNs()) {
        return "found "
            + phase
            + " after "
            + before
            + ", expected a later time; +1 is the next day";
      }
      if (before != null && phase.phase() == before.phase()) {
        return "found " + phase + " after " + before + ", expected another phase";
      }
      if (phase.phase() == SessionPhase.CLOSED && !trades) {
        return "found " + phase + " without continuous before it, expected a session that trades";
      }
      trades =
          phase.phase() == SessionPhase.CONTINUOUS
              || (trades && phase.phase() != SessionPhase.CLOSED);
    }
    PhaseTime last = phases.get(phases.size() - 1);
    return last.phase() == SessionPhase.CLOSED
        ? null
        : "found "
            + last
            + " as the last phase, expected closed; a time of the next day is 02:00+1";
  }

  /** When the market awakes, since midnight. */
  public long firstNs() {
    return phases.get(0).timeNs();
  }

  /** When the market closes for good, since midnight. */
  public long lastNs() {
    return phases.get(phases.size() - 1).timeNs();
  }

  /** On one line, such as {@code continuous 09:15, closed 15:30}. */
  @Override
  public String toString() {
    return phases.stream().map(PhaseTime::toString).collect(Collectors.joining(", "));
  }
}
