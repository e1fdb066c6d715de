package io.ripcord.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Proves that a place behind which no frame follows is in the journal: a snapshot may be newer than
 * the file that it describes, where a disk lied or a backup was copied back. Plain reads, from the
 * record that the library noted last. Stateless.
 */
public final class PlaceCheck {
  private PlaceCheck() {}

  /** What is wrong with the place, in words, {@code null} if the journal has come to it. */
  public static String wrong(Path directory, JournalTail tail) {
    if (tail.isEmpty()) {
      // Where a generation opens, which it may have done a moment before a crash.
      return tail.cycle() == 0 && tail.endOffset() == 0 ? null : "no frame lies before it";
    }
    boolean closed = tail.endOffset() == 0;
    Path file =
        JournalDirectory.generation(directory)
            .resolve(QueueFileDescriptor.fileName(tail.cycle() - (closed ? 1 : 0)));
    try {
      return Files.exists(file)
          ? wrong(file, closed ? Long.MAX_VALUE : tail.endOffset(), tail.crc())
          : file + " does not exist";
    } catch (IOException e) {
      return file + ": " + SyncedFiles.reason(e);
    }
  }

  private static String wrong(Path file, long end, int crc) throws IOException {
    try (RecordCursor cursor = new RecordCursor(file, false)) {
      long written = cursor.writeOffset();
      boolean near = written >= QueueFileDescriptor.FIRST_DATA_OFFSET && written < end;
      if (!cursor.moveTo(near ? written : QueueFileDescriptor.FIRST_DATA_OFFSET)) {
        return file + ": " + cursor.damage();
      }
      int lastCrc = FrameDescriptor.FIRST_CRC;
      RecordCursor.Step step = RecordCursor.Step.META;
      while (cursor.nextOffset() < end && isRecord(step)) {
        step = cursor.next();
        if (step == RecordCursor.Step.DATA) {
          int at = cursor.bodyIndex() + FrameDescriptor.CRC_OFFSET;
          lastCrc = cursor.buffer().getInt(at, LITTLE_ENDIAN);
        }
      }
      boolean there =
          step == RecordCursor.Step.CLOSED
              ? end == Long.MAX_VALUE
              : cursor.nextOffset() == QueueFileDescriptor.align(end);
      return there && lastCrc == crc
          ? null
          : file + ": no frame with the checksum of the last one before it ends there";
    }
  }

  private static boolean isRecord(RecordCursor.Step step) {
    return step == RecordCursor.Step.DATA || step == RecordCursor.Step.META;
  }
}
