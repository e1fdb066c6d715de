package io.ripcord.venue.tape;

/**
 * A walk over the records of a tape, or of several merged tapes, in order. The fields are those of
 * the current record and are valid after {@link #next()} returned true, until it is called again.
 * One thread; no allocation per record beyond the parsing of its line.
 */
public interface TapeCursor extends AutoCloseable {
  /**
   * Moves to the next record; false at the end.
   *
   * @throws TapeException at the first error of the tape, naming file, line, value and expectation
   */
  boolean next();

  /** Number of the record in its own tape, from 1. */
  long recordNumber();

  /** Which of the merged tapes the record is from; 0 for a single tape. */
  int tapeIndex();

  /** When it was received, nanoseconds since 1970; never steps back. */
  long ingressTimeNs();

  /** What the venue says, nanoseconds since 1970, or {@link Tape#NO_TIME}; may step back. */
  long venueTimeNs();

  /** Index of the symbol, from 0 in order of first appearance. */
  int symbolIndex();

  String symbol();

  /** Price of the last trade, {@code E8.NULL} if the record has none. Not checked for sign. */
  long lastE8();

  /** Quantity of the last trade, or {@code E8.NULL}. */
  long lastQuantityE8();

  /** Best bid, or {@code E8.NULL}. */
  long bidE8();

  /** Best ask, or {@code E8.NULL}. */
  long askE8();

  @Override
  void close();
}
