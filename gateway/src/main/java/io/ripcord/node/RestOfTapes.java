package io.ripcord.node;

import io.ripcord.engine.SourceSequences;
import io.ripcord.event.Sources;
import io.ripcord.venue.tape.MergedTapes;
import io.ripcord.venue.tape.TapeCursor;

/**
 * The tapes from the first record on that the journal does not hold. Opened before the pipeline
 * starts: threads that wait for work take from the one that looks for it. One thread.
 */
final class RestOfTapes implements AutoCloseable {
  private final TapeCursor cursor;
  private boolean hasRecord;

  /**
   * Opens the tapes and passes over what is journalled.
   *
   * @param count how many tapes
   * @param past where the sources of an earlier start stood
   * @throws IllegalStateException when the journal holds more than the tapes
   */
  RestOfTapes(MergedTapes tapes, int count, SourceSequences past) {
    cursor = tapes.open();
    try {
      skip(count, past);
    } catch (RuntimeException e) {
      cursor.close();
      throw e;
    }
  }

  /** How many records of {@code count} tapes are journalled. */
  static long journalled(int count, SourceSequences past) {
    long all = 0;
    for (int i = 0; i < count; i++) {
      all += past.last(Sources.FIRST_FEED + i);
    }
    return all;
  }

  private void skip(int count, SourceSequences past) {
    long[] left = new long[count];
    for (int i = 0; i < left.length; i++) {
      left[i] = past.last(Sources.FIRST_FEED + i);
    }
    long all = journalled(count, past);
    hasRecord = cursor.next();
    for (; all > 0 && hasRecord && left[cursor.tapeIndex()] > 0; all--) {
      left[cursor.tapeIndex()]--;
      hasRecord = cursor.next();
    }
    if (all > 0) {
      throw new IllegalStateException("the journal holds " + all + " ticks more than the tapes");
    }
  }

  /** Stands on the first record that is left, if there is one. */
  TapeCursor cursor() {
    return cursor;
  }

  /** Whether a record is left. */
  boolean hasRecord() {
    return hasRecord;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
