package io.ripcord.node;

import io.ripcord.config.PositionConfig;
import io.ripcord.config.SignalConfig;
import io.ripcord.money.E8;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * When the positions and signals of a file enter a simulation.
 *
 * <p>A position whose time and entry price are given enters at its time. One without a time enters
 * with the first tick of its symbol, one without an entry price with the first price at or after
 * its time, just before that tick. Ties go by file order, which is that of the ids where those were
 * not given. One thread.
 */
final class Schedule {
  /** "Nothing comes any more". */
  static final long NEVER = Long.MAX_VALUE;

  private final ArrayDeque<PositionConfig> timed;
  private final ArrayDeque<SignalConfig> signals;
  private final List<PositionConfig> waiting;

  Schedule(List<PositionConfig> positions, List<SignalConfig> allSignals) {
    timed =
        new ArrayDeque<>(
            positions.stream()
                .filter(p -> p.hasAt() && p.hasEntryPrice())
                .sorted(Comparator.comparingLong(PositionConfig::atNs))
                .toList());
    waiting =
        new ArrayList<>(positions.stream().filter(p -> !p.hasAt() || !p.hasEntryPrice()).toList());
    signals =
        new ArrayDeque<>(
            allSignals.stream().sorted(Comparator.comparingLong(SignalConfig::atNs)).toList());
  }

  long nextPositionNs() {
    return timed.isEmpty() ? NEVER : timed.peek().atNs();
  }

  PositionConfig takePosition() {
    return timed.remove();
  }

  long nextSignalNs() {
    return signals.isEmpty() ? NEVER : signals.peek().atNs();
  }

  SignalConfig takeSignal() {
    return signals.remove();
  }

  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  /** Takes out what an earlier start has let in: these positions, and this many signals. */
  void drop(Set<Long> registered, int pastSignals) {
    timed.removeIf(position -> registered.contains(position.id()));
    waiting.removeIf(position -> registered.contains(position.id()));
    for (int i = 0; i < pastSignals; i++) {
      signals.remove();
    }
  }

  /** Positions that this tick, not yet published, brings in. */
  List<PositionConfig> dueWith(String symbol, long timeNs, long lastE8) {
    List<PositionConfig> due = new ArrayList<>();
    for (Iterator<PositionConfig> it = waiting.iterator(); it.hasNext(); ) {
      PositionConfig position = it.next();
      boolean known = position.symbol().equals(symbol);
      boolean timely = !position.hasAt() || position.atNs() <= timeNs;
      boolean priced = position.hasEntryPrice() || (lastE8 != E8.NULL && lastE8 > 0);
      if (known && timely && priced) {
        due.add(position);
        it.remove();
      }
    }
    return due;
  }

  /** Ids of positions that never entered. */
  List<Long> notRegistered() {
    List<Long> ids = new ArrayList<>();
    waiting.forEach(position -> ids.add(position.id()));
    timed.forEach(position -> ids.add(position.id()));
    return ids;
  }
}
