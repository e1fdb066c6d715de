package io.ripcord.journal;

import static io.ripcord.journal.QueueFileDescriptor.FIRST_DATA_OFFSET;
import static io.ripcord.journal.QueueFileDescriptor.INDEX2INDEX_OFFSET;
import static io.ripcord.journal.QueueFileDescriptor.INDEX_COUNT;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Proves, before the library maps a cycle file to append to it, that it will go on exactly where
 * the verified frames end: what it believes about its own file is checked with plain reads. Reads a
 * few records only, however long the file is. Stateless.
 */
final class AppendCheck {
  /** The library notes the last record after writing it, so a crash leaves it one behind. */
  private static final int MAX_BEHIND = 3;

  private AppendCheck() {}

  /** What is wrong, in one line, or null. */
  static String check(Path generation, JournalTail tail) {
    Path file = generation.resolve(QueueFileDescriptor.fileName(tail.cycle()));
    Path next = generation.resolve(QueueFileDescriptor.fileName(tail.cycle() + 1));
    try {
      if (Files.exists(next)) {
        return next + ": lies behind the end of the journal, expected no such file";
      }
      if (!Files.exists(file)) {
        return tail.endOffset() == 0 ? null : file + ": does not exist, expected the last frames";
      }
      String wrong = wrong(file, tail);
      return wrong == null ? null : file + ": cannot be appended to: " + wrong;
    } catch (IOException e) {
      return file + ": " + SyncedFiles.reason(e);
    }
  }

  private static String wrong(Path file, JournalTail tail) throws IOException {
    long end = Math.max(tail.endOffset(), FIRST_DATA_OFFSET);
    try (RecordCursor cursor = new RecordCursor(file, false)) {
      if (!cursor.moveTo(end)) {
        return cursor.damage();
      }
      if (cursor.next() != RecordCursor.Step.END) {
        return "something lies at offset=" + end + ", expected nothing behind the last frame";
      }
      if (FrameSearch.firstNonZero(cursor.channel(), end) != FrameSearch.NONE) {
        return "something lies behind offset=" + end + ", expected zeros to the end";
      }
      long written = cursor.writeOffset();
      if (written != 0 && (written < FIRST_DATA_OFFSET || written >= end)) {
        return "its head says that the last record begins at "
            + written
            + ", expected below "
            + end;
      }
      String wrongIndex = wrongIndex(cursor, file, end);
      return wrongIndex != null ? wrongIndex : wrongWalk(file, written, end);
    }
  }

  /** The library walks from the record that it noted to the end; so do we. */
  private static String wrongWalk(Path file, long written, long end) throws IOException {
    long from = written == 0 ? FIRST_DATA_OFFSET : written;
    try (RecordCursor cursor = new RecordCursor(file, false)) {
      cursor.moveTo(from);
      for (int i = 0; i <= MAX_BEHIND && cursor.nextOffset() < end; i++) {
        RecordCursor.Step step = cursor.next();
        if (step != RecordCursor.Step.DATA && step != RecordCursor.Step.META) {
          break;
        }
      }
      return cursor.nextOffset() == end
          ? null
          : "its head says that the last record begins at " + written + ", but none ends at " + end;
    }
  }

  /** Every index record that the library would follow must be one. */
  private static String wrongIndex(RecordCursor cursor, Path file, long end) throws IOException {
    int length = INDEX_COUNT * Long.BYTES;
    ByteBuffer entries = ByteBuffer.allocate(length).order(LITTLE_ENDIAN);
    long at = (long) INDEX2INDEX_OFFSET + QueueFileDescriptor.valuesOffset(INDEX2INDEX_OFFSET);
    PlainReads.fill(cursor.channel(), entries, at);
    for (int i = 0; i < INDEX_COUNT; i++) {
      long offset = entries.getLong(i * Long.BYTES);
      if (offset != 0 && !isIndex(file, offset, end)) {
        return "entry " + i + " of its index says offset=" + offset + ", no index record is there";
      }
    }
    return null;
  }

  private static boolean isIndex(Path file, long offset, long end) throws IOException {
    if (offset <= INDEX2INDEX_OFFSET || offset >= end || (offset & 3) != 0) {
      return false;
    }
    try (RecordCursor cursor = new RecordCursor(file, false)) {
      return cursor.moveTo(offset) && cursor.next() == RecordCursor.Step.META;
    }
  }
}
