package io.ripcord.journal;

import static io.ripcord.journal.QueueFileDescriptor.INDEX2INDEX_OFFSET;
import static io.ripcord.journal.QueueFileDescriptor.INDEX_COUNT;
import static io.ripcord.journal.QueueFileDescriptor.INDEX_SPACING;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.agrona.collections.LongArrayList;

/**
 * Compares what the library notes in a cycle file about its records (last record, index) with the
 * records that are there. A killed writer leaves each note one step behind at most; anything else
 * would lead the library astray. One scan, one thread.
 */
final class IndexCheck {
  private static final long NONE = 0;
  private static final long FIRST_ENTRY =
      (long) INDEX2INDEX_OFFSET + QueueFileDescriptor.valuesOffset(INDEX2INDEX_OFFSET);

  private final FileChannel channel;
  private final LongArrayList indexRecords = new LongArrayList();

  private long records;
  private long lastOffset;
  private long previousOffset;
  private long indexRecordOffset;
  private long wrongOffset = FrameSearch.NONE;
  private String wrong;

  IndexCheck(FileChannel channel) {
    this.channel = channel;
  }

  void onIndexRecord(long offset) {
    if (offset != INDEX2INDEX_OFFSET) {
      indexRecords.addLong(offset);
    }
  }

  void onData(long offset) throws IOException {
    if (records % INDEX_SPACING == 0) {
      checkEntry(records / INDEX_SPACING, offset);
    }
    records++;
    previousOffset = lastOffset;
    lastOffset = offset;
  }

  /** Entry {@code number} of the index must say where the record lies, or nothing. */
  private void checkEntry(long number, long expected) throws IOException {
    if (number % INDEX_COUNT == 0) {
      indexRecordOffset = readEntry(FIRST_ENTRY, number / INDEX_COUNT);
    }
    boolean readable =
        indexRecordOffset > INDEX2INDEX_OFFSET
            && indexRecordOffset < channel.size() - (long) INDEX_COUNT * Long.BYTES;
    if (readable) {
      long entries = indexRecordOffset + QueueFileDescriptor.valuesOffset(indexRecordOffset);
      long said = readEntry(entries, number % INDEX_COUNT);
      check(
          said == NONE || said == expected,
          entries,
          "the index says another offset of a record than " + expected);
    }
  }

  private long readEntry(long entries, long number) throws IOException {
    return PlainReads.readLong(channel, entries + number * Long.BYTES);
  }

  /** To be called behind the last record. */
  void atEnd() throws IOException {
    checkWritten();
    checkNextIndexed();
    checkEntry((records + INDEX_SPACING - 1) / INDEX_SPACING, NONE);
    ByteBuffer entries = ByteBuffer.allocate(INDEX_COUNT * Long.BYTES).order(LITTLE_ENDIAN);
    PlainReads.fill(channel, entries, FIRST_ENTRY);
    for (int i = 0; i < INDEX_COUNT; i++) {
      long said = entries.getLong(i * Long.BYTES);
      check(
          said == NONE || indexRecords.containsLong(said),
          FIRST_ENTRY,
          "index2index points to where no index record is");
    }
  }

  private void checkWritten() throws IOException {
    long written = PlainReads.readLong(channel, QueueFileDescriptor.WRITE_OFFSET);
    check(
        written == lastOffset || written == previousOffset,
        QueueFileDescriptor.WRITE_OFFSET,
        "the head says that the last record begins elsewhere than at " + lastOffset);
    long sequence = PlainReads.readLong(channel, QueueFileDescriptor.WRITE_SEQUENCE);
    check(
        sequence == encoded(lastOffset, records - 1)
            || sequence == encoded(previousOffset, records - 2),
        QueueFileDescriptor.WRITE_SEQUENCE,
        "the head says another number of the last record than that of " + records + " records");
  }

  private static long encoded(long offset, long number) {
    return number < 0 ? 0 : (offset << QueueFileDescriptor.SEQUENCE_BITS) + number;
  }

  private void checkNextIndexed() throws IOException {
    long said = PlainReads.readLong(channel, QueueFileDescriptor.NEXT_INDEXED);
    long expected = (records + INDEX_SPACING - 1) / INDEX_SPACING * INDEX_SPACING;
    check(
        said == expected || said == expected - INDEX_SPACING,
        QueueFileDescriptor.NEXT_INDEXED,
        "the head says that another record than " + expected + " is to be indexed next");
  }

  private void check(boolean holds, long offset, String otherwise) {
    if (!holds && wrong == null) {
      wrong = otherwise;
      wrongOffset = offset;
    }
  }

  /** The first thing that is wrong, or null. */
  String wrong() {
    return wrong;
  }

  long wrongOffset() {
    return wrongOffset;
  }
}
