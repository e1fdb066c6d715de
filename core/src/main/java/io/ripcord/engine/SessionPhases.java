package io.ripcord.engine;

import io.ripcord.event.SessionPhase;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * The phase that each instrument's market is in; CONTINUOUS until something else is said.
 *
 * <pre>
 *   PRE_OPEN or CLOSED, then any AUCTION or HALT, then CONTINUOUS   a session starts
 *   CONTINUOUS, then any AUCTION or HALT, then CONTINUOUS           the same session goes on
 * </pre>
 *
 * <p>Engine thread only; allocates when an instrument is added.
 */
final class SessionPhases {
  private static final int FIRST_CAPACITY = 16;

  /** In the written code of an AUCTION or a HALT that comes before the opening. */
  private static final int OPENING = 8;

  private SessionPhase[] phases = new SessionPhase[FIRST_CAPACITY];
  private long[] sessionStartNs = new long[FIRST_CAPACITY];
  private long[] continuousSinceNs = new long[FIRST_CAPACITY];
  private boolean[] opening = new boolean[FIRST_CAPACITY];
  private int count;

  /** Makes room for the next instrument. */
  void add() {
    if (count == phases.length) {
      phases = Arrays.copyOf(phases, count * 2);
      sessionStartNs = Arrays.copyOf(sessionStartNs, count * 2);
      continuousSinceNs = Arrays.copyOf(continuousSinceNs, count * 2);
      opening = Arrays.copyOf(opening, count * 2);
    }
    phases[count] = SessionPhase.CONTINUOUS;
    sessionStartNs[count] = Long.MIN_VALUE;
    continuousSinceNs[count] = Long.MIN_VALUE;
    count++;
  }

  /**
   * Enters a phase.
   *
   * @param sinceNs when it began: an opening that was missed is said later, and started then
   * @return whether a session starts with it
   */
  boolean enter(int instrumentId, SessionPhase phase, long sinceNs, long nowNs) {
    phases[instrumentId] = phase;
    if (phase != SessionPhase.CONTINUOUS) {
      opening[instrumentId] |= isBeforeOpening(phase);
      return false;
    }
    continuousSinceNs[instrumentId] = nowNs;
    if (!opening[instrumentId]) {
      return false;
    }
    opening[instrumentId] = false;
    sessionStartNs[instrumentId] = sinceNs;
    return true;
  }

  private static boolean isBeforeOpening(SessionPhase phase) {
    return phase == SessionPhase.PRE_OPEN || phase == SessionPhase.CLOSED;
  }

  /** The phase. */
  SessionPhase of(int instrumentId) {
    return phases[instrumentId];
  }

  /** Whether its prices count. */
  boolean isContinuous(int instrumentId) {
    return phases[instrumentId] == SessionPhase.CONTINUOUS;
  }

  /** When its session started, {@link Long#MIN_VALUE} if none has. */
  long sessionStartNs(int instrumentId) {
    return sessionStartNs[instrumentId];
  }

  /** Since when its prices count, {@link Long#MIN_VALUE} if they always did. */
  long continuousSinceNs(int instrumentId) {
    return continuousSinceNs[instrumentId];
  }

  /** Writes them. */
  void write(StateOut out) {
    for (int id = 0; id < count; id++) {
      boolean said = isBeforeOpening(phases[id]) || !opening[id];
      out.put(said ? phases[id].code() : phases[id].code() | OPENING);
      out.put(sessionStartNs[id]);
      out.put(continuousSinceNs[id]);
    }
  }

  /** Takes on what was written for as many instruments as were added. */
  void read(StateIn in) {
    for (int id = 0; id < count; id++) {
      int code = in.nextInt();
      phases[id] = SessionPhase.of(code & ~OPENING);
      opening[id] = isBeforeOpening(phases[id]) || (code & OPENING) != 0;
      sessionStartNs[id] = in.next();
      continuousSinceNs[id] = in.next();
    }
  }
}
