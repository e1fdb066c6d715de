package io.ripcord.engine;

import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Mark;
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.PolicySettings;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * Notices that the market data of an instrument has fallen silent while a position is open.
 *
 * <pre>
 *   silent   now - last data >= stale-after, counted in continuous trading, from its beginning or
 *            the registration at the earliest
 * </pre>
 *
 * <p>A tick only notes its time. The deadline of a position is not moved along: when it comes, it
 * looks at that time and, if data came meanwhile, is set anew. A silence is said once and ends with
 * the next data of the instrument. Engine thread only; allocates when an instrument is added.
 */
final class Staleness {
  private static final int FIRST_CAPACITY = 16;

  private final Positions positions;
  private final OpenPositions openPositions;
  private final SessionPhases phases;
  private final BoundPolicies bound;
  private final Watches watches;
  private final Deadlines deadlines;
  private final int[] walk;
  private long[] lastDataNs = new long[FIRST_CAPACITY];
  private int instruments;

  Staleness(
      Positions positions,
      OpenPositions openPositions,
      SessionPhases phases,
      BoundPolicies bound,
      Watches watches,
      Deadlines deadlines) {
    this.positions = positions;
    this.openPositions = openPositions;
    this.phases = phases;
    this.bound = bound;
    this.watches = watches;
    this.deadlines = deadlines;
    walk = new int[positions.capacity()];
  }

  void addInstrument() {
    if (instruments == lastDataNs.length) {
      lastDataNs = Arrays.copyOf(lastDataNs, 2 * instruments);
    }
    lastDataNs[instruments++] = E8.NULL;
  }

  /** Notes that data came. */
  void note(int instrumentId, long nowNs) {
    lastDataNs[instrumentId] = nowNs;
  }

  /** When data came last, {@link E8#NULL} if it never did. */
  long lastDataNs(int instrumentId) {
    return lastDataNs[instrumentId];
  }

  /** Data came after a silence that was said: what was silent is so no longer. */
  void endSilence(int instrumentId) {
    watches.set(instrumentId, Watches.SILENT, false);
    int open = openPositions.copy(instrumentId, walk);
    for (int i = 0; i < open; i++) {
      Position position = positions.bySlot(walk[i]);
      if (position.is(Mark.SILENT)) {
        position.mark(Mark.SILENT, false);
        watch(position);
      }
    }
  }

  /** Waits for a position's next silence, if its policy asks for it and trading is continuous. */
  void watch(Position position) {
    PolicySettings settings = bound.of(position).settings();
    if (settings.isStaleness()
        && !position.is(Mark.SILENT)
        && phases.isContinuous(position.instrumentId())) {
      deadlines.set(position, silentNs(position, settings));
    }
  }

  private long silentNs(Position position, PolicySettings settings) {
    int instrumentId = position.instrumentId();
    long sinceNs = Math.max(lastDataNs[instrumentId], phases.continuousSinceNs(instrumentId));
    return Math.max(sinceNs, position.registeredNs()) + settings.staleAfterNs();
  }

  /**
   * A position's deadline has come.
   *
   * @return whether its instrument has fallen silent; otherwise the deadline is set anew
   */
  boolean isSilent(Position position, long dueNs) {
    PolicySettings settings = bound.of(position).settings();
    if (silentNs(position, settings) > dueNs) {
      watch(position);
      return false;
    }
    position.mark(Mark.SILENT, true);
    watches.set(position.instrumentId(), Watches.SILENT, true);
    return true;
  }

  void write(StateOut out) {
    for (int id = 0; id < instruments; id++) {
      out.put(lastDataNs[id]);
    }
  }

  void read(StateIn in) {
    for (int id = 0; id < instruments; id++) {
      lastDataNs[id] = in.next();
    }
  }
}
