package io.ripcord.venue.paper;

import io.ripcord.venue.tape.GeneratedTape;
import io.ripcord.venue.tape.MergedTapes;
import io.ripcord.venue.tape.Tape;
import io.ripcord.venue.tape.TapeCursor;
import io.ripcord.venue.tape.TapeSummary;
import java.util.List;

/**
 * Tapes as a market of today: the first record is due when somebody first asks, the others as far
 * after it as on the tape, divided by the speed. The clock is the caller's. One thread.
 */
public final class LiveTape implements AutoCloseable {
  /** Real time, as a speed. */
  public static final long REAL_TIME_MILLI = 1_000;

  /** Highest speed. */
  public static final long MAX_SPEED_MILLI = 1_000 * REAL_TIME_MILLI;

  private final List<String> symbols;
  private final List<TapeSummary> summaries;
  private final TapeCursor cursor;
  private final long speedMilli;
  private boolean started;
  private boolean hasRecord;
  private boolean taken;
  private long tapeStartNs;
  private long liveStartNs;

  private LiveTape(
      List<String> symbols, List<TapeSummary> summaries, TapeCursor cursor, long speedMilli) {
    if (speedMilli <= 0 || speedMilli > MAX_SPEED_MILLI) {
      throw new IllegalArgumentException(
          "speedMilli=" + speedMilli + ", expected 1 to " + MAX_SPEED_MILLI);
    }
    this.symbols = symbols;
    this.summaries = summaries;
    this.cursor = cursor;
    this.speedMilli = speedMilli;
  }

  /**
   * Recorded tapes, scanned in full first.
   *
   * @param speedMilli thousandths of real time
   * @throws io.ripcord.venue.tape.TapeException at a bad line
   */
  public static LiveTape recorded(List<Tape> tapes, long speedMilli) {
    MergedTapes merged = new MergedTapes(tapes);
    List<TapeSummary> summaries = merged.scan();
    return new LiveTape(merged.symbols(), summaries, merged.open(), speedMilli);
  }

  /**
   * A generated market; not scanned, so it may be very long.
   *
   * @param speedMilli thousandths of real time
   */
  public static LiveTape generated(GeneratedTape tape, long speedMilli) {
    return new LiveTape(tape.symbols(), List.of(), tape.open(), speedMilli);
  }

  /** The symbols; their index is {@link #symbolIndex}. */
  public List<String> symbols() {
    return symbols;
  }

  /** What the scan of recorded tapes has found; empty for a generated market. */
  public List<TapeSummary> summaries() {
    return summaries;
  }

  /** Moves to the next record if it is due by now. */
  boolean poll(long nowNs) {
    if (!started) {
      started = true;
      hasRecord = cursor.next();
      tapeStartNs = hasRecord ? cursor.ingressTimeNs() : 0;
      liveStartNs = nowNs;
    } else if (taken) {
      hasRecord = cursor.next();
      taken = false;
    }
    taken = hasRecord && live(cursor.ingressTimeNs()) <= nowNs;
    return taken;
  }

  private long live(long tapeNs) {
    return liveStartNs + (tapeNs - tapeStartNs) / speedMilli * REAL_TIME_MILLI;
  }

  /** Whether the last record was polled. */
  boolean isEnded() {
    return started && !hasRecord;
  }

  int symbolIndex() {
    return cursor.symbolIndex();
  }

  /** What the venue's clock would have shown. */
  long venueTimeNs() {
    long tapeNs = cursor.venueTimeNs();
    return tapeNs == Tape.NO_TIME ? Tape.NO_TIME : live(tapeNs);
  }

  long lastE8() {
    return cursor.lastE8();
  }

  long lastQuantityE8() {
    return cursor.lastQuantityE8();
  }

  long bidE8() {
    return cursor.bidE8();
  }

  long askE8() {
    return cursor.askE8();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
