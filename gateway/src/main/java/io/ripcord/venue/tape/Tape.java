package io.ripcord.venue.tape;

/**
 * Market data that can be read more than once, always with the same records in the same order: a
 * recorded file ({@link Tapes#open}) or a seeded market ({@link GeneratedTape}).
 *
 * <p>Call {@link #scan()} first: it reads everything and finds the errors before the first record
 * is used. For a tape that was scanned before, {@link #hash()} is enough.
 */
public interface Tape {
  /** "Time unknown", for venue times. */
  long NO_TIME = Long.MIN_VALUE;

  /** Short name for messages and reports: the file name, or what the generator was given. */
  String name();

  /**
   * Reads the whole tape once and validates it.
   *
   * @throws TapeException at the first error
   */
  TapeSummary scan();

  /**
   * Hashes the whole tape without a look at its records: all that is to be known of a tape that was
   * scanned at an earlier time and has the hash that it had then.
   *
   * @throws TapeException when the tape cannot be read
   */
  TapeBytes hash();

  /**
   * A new cursor before the first record; the caller closes it. After a {@link #scan()} or a {@link
   * #hash()} it reads the bytes that were read then and no more, and fails at its end if they have
   * changed.
   *
   * @throws TapeException when the tape cannot be opened
   */
  TapeCursor open();
}
