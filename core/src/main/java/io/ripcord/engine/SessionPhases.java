package io.ripcord.engine;

import io.ripcord.event.SessionPhase;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * The phase that each instrument's market is in; CONTINUOUS until something else is said. A session
 * starts when PRE_OPEN or CLOSED turns to CONTINUOUS. Engine thread only; allocates when an
 * instrument is added.
 */
final class SessionPhases {
  private static final int FIRST_CAPACITY = 16;

  private SessionPhase[] phases = new SessionPhase[FIRST_CAPACITY];
  private long[] sessionStartNs = new long[FIRST_CAPACITY];
  private long[] continuousSinceNs = new long[FIRST_CAPACITY];
  private int count;

  /** Makes room for the next instrument. */
  void add() {
    if (count == phases.length) {
      phases = Arrays.copyOf(phases, count * 2);
      sessionStartNs = Arrays.copyOf(sessionStartNs, count * 2);
      continuousSinceNs = Arrays.copyOf(continuousSinceNs, count * 2);
    }
    phases[count] = SessionPhase.CONTINUOUS;
    sessionStartNs[count] = Long.MIN_VALUE;
    continuousSinceNs[count] = Long.MIN_VALUE;
    count++;
  }

  /**
   * Enters a phase.
   *
   * @return whether a session starts with it
   */
  boolean enter(int instrumentId, SessionPhase phase, long nowNs) {
    SessionPhase before = phases[instrumentId];
    phases[instrumentId] = phase;
    if (phase != SessionPhase.CONTINUOUS) {
      return false;
    }
    continuousSinceNs[instrumentId] = nowNs;
    if (before != SessionPhase.PRE_OPEN && before != SessionPhase.CLOSED) {
      return false;
    }
    sessionStartNs[instrumentId] = nowNs;
    return true;
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
      out.put(phases[id].code());
      out.put(sessionStartNs[id]);
      out.put(continuousSinceNs[id]);
    }
  }

  /** Takes on what was written for as many instruments as were added. */
  void read(StateIn in) {
    for (int id = 0; id < count; id++) {
      phases[id] = SessionPhase.of(in.nextInt());
      sessionStartNs[id] = in.next();
      continuousSinceNs[id] = in.next();
    }
  }
}
