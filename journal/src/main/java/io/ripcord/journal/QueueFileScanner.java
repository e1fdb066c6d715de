package io.ripcord.journal;

import static io.ripcord.journal.QueueFileDescriptor.RECORD_HEADER_LENGTH;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Checks one cycle file as the library sees it, before anything of the library touches it: walks
 * every record header, compares head and index with what belongs there, and demands zeros behind
 * the last record. A single flipped bit in such a place can crash a JVM that maps the file, hide
 * records or end the queue silently. Plain reads, a fixed amount of memory, one thread; no writer
 * may be at work on the file.
 */
public final class QueueFileScanner {
  /**
   * What a scan found.
   *
   * @param records data records before the end or the first problem
   * @param usedBytes offset behind the last whole record
   * @param closed true if the cycle has its end mark
   * @param problemOffset where the problem is, -1 if there is none
   * @param problem what is wrong there, or null
   */
  public record Scan(
      long records, long usedBytes, boolean closed, long problemOffset, String problem) {}

  private final RecordCursor cursor;
  private final FrameVisitor visitor;
  private final IndexCheck index;
  private long records;

  private QueueFileScanner(RecordCursor cursor, FrameVisitor visitor) {
    this.cursor = cursor;
    this.visitor = visitor;
    index = new IndexCheck(cursor.channel());
  }

  /**
   * Walks the file to its end or its first problem.
   *
   * @throws IOException if it cannot be read
   */
  public static Scan scan(Path file, FrameVisitor visitor) throws IOException {
    try (RecordCursor cursor = new RecordCursor(file, false)) {
      return new QueueFileScanner(cursor, visitor).scan();
    }
  }

  private Scan scan() throws IOException {
    while (index.wrong() == null) {
      switch (cursor.next()) {
        case DATA -> onData();
        case META -> onMeta();
        case DAMAGED -> {
          return result(false, cursor.recordOffset(), cursor.damage());
        }
        case CLOSED -> {
          long mark = (long) RECORD_HEADER_LENGTH + cursor.bodyLength();
          return atEnd(true, cursor.recordOffset() + mark);
        }
        case END -> {
          return atEnd(false, cursor.recordOffset());
        }
      }
    }
    return result(false, index.wrongOffset(), index.wrong());
  }

  private void onData() throws IOException {
    index.onData(cursor.recordOffset());
    records++;
    visitor.onFrame(
        cursor.buffer(),
        cursor.bodyIndex(),
        cursor.bodyLength(),
        cursor.recordOffset() + RECORD_HEADER_LENGTH);
  }

  private void onMeta() {
    if (cursor.recordOffset() != 0) {
      index.onIndexRecord(cursor.recordOffset());
    }
  }

  private Scan atEnd(boolean closed, long end) throws IOException {
    long found = FrameSearch.firstNonZero(cursor.channel(), end);
    if (found != FrameSearch.NONE) {
      return result(closed, found, "something lies behind the last record, expected zeros");
    }
    index.atEnd();
    return result(closed, index.wrongOffset(), index.wrong());
  }

  private Scan result(boolean closed, long problemOffset, String problem) {
    return new Scan(records, cursor.nextOffset(), closed, problemOffset, problem);
  }
}
