package io.ripcord.journal;

import static io.ripcord.journal.QueueFileDescriptor.END_OF_CYCLE;
import static io.ripcord.journal.QueueFileDescriptor.HEAD_LENGTH;
import static io.ripcord.journal.QueueFileDescriptor.INDEX2INDEX_OFFSET;
import static io.ripcord.journal.QueueFileDescriptor.LENGTH_MASK;
import static io.ripcord.journal.QueueFileDescriptor.MAX_INDEX_LENGTH;
import static io.ripcord.journal.QueueFileDescriptor.META;
import static io.ripcord.journal.QueueFileDescriptor.NOT_FINISHED;
import static io.ripcord.journal.QueueFileDescriptor.RECORD_HEADER_LENGTH;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks the records of one cycle file with plain reads: no mapping, no class of the library, so
 * that no content of the file can crash the JVM, and a fixed amount of memory. One thread. The
 * bytes of a record stay valid until the next call.
 */
final class RecordCursor implements AutoCloseable {
  /** What lies at the cursor. */
  enum Step {
    /** One of our frames, as far as the record header says: its length is possible. */
    DATA,
    /** A record of the library's own, and it looks like one. */
    META,
    /** Nothing was written here yet, or the file ends here. */
    END,
    /** The end mark of a closed cycle. */
    CLOSED,
    /** Not what a writer leaves; {@link #damage} says why. */
    DAMAGED
  }

  private static final int BUFFER_LENGTH = 64 * 1024;

  /** Behind a live writer there is rarely more than this, and every poll reads it anew. */
  private static final int LIVE_READ_LENGTH = 8 * 1024;

  private final Path file;
  private final FileChannel channel;
  private final boolean live;
  private final ByteBuffer bytes;
  private final UnsafeBuffer buffer;

  private long bufferStart;
  private int bufferLength;
  private long nextOffset;
  private long recordOffset;
  private int bodyLength;
  private String damage;

  /**
   * @param live true if a writer may be at work
   */
  RecordCursor(Path file, boolean live) throws IOException {
    this.file = file;
    this.live = live;
    channel = FileChannel.open(file, StandardOpenOption.READ);
    bytes = ByteBuffer.allocateDirect(BUFFER_LENGTH);
    buffer = new UnsafeBuffer(bytes);
  }

  /** Continues behind a record that ended at {@code offset}; the head is checked all the same. */
  boolean moveTo(long offset) throws IOException {
    Step head = next();
    if (head == Step.META) {
      nextOffset = QueueFileDescriptor.align(offset);
    }
    return head == Step.META;
  }

  /** Looks at the record at the cursor and, if there is one, moves behind it. */
  Step next() throws IOException {
    recordOffset = nextOffset;
    bodyLength = 0;
    if (!load(recordOffset, RECORD_HEADER_LENGTH)) {
      return channel.size() <= recordOffset ? Step.END : damaged("the file ends inside a record");
    }
    int header = buffer.getInt(bodyIndex() - RECORD_HEADER_LENGTH, LITTLE_ENDIAN);
    if (header == 0) {
      return recordOffset == 0 ? headless() : Step.END;
    }
    if (header == END_OF_CYCLE) {
      return endMark();
    }
    if ((header & NOT_FINISHED) != 0) {
      return recordOffset == 0
          ? headless()
          : damaged("record header " + hex(header) + " says that the record is not finished");
    }
    bodyLength = header & LENGTH_MASK;
    boolean meta = (header & META) != 0;
    String wrongLength = wrongLength(header, meta);
    if (wrongLength != null) {
      return damaged(wrongLength);
    }
    long end = QueueFileDescriptor.align(recordOffset + RECORD_HEADER_LENGTH + bodyLength);
    if (!load(recordOffset, (int) (end - recordOffset))) {
      return damaged("the file ends inside a record of length=" + bodyLength);
    }
    if (meta) {
      String wrong = wrongMeta(end);
      if (wrong != null) {
        return damaged(wrong);
      }
    }
    nextOffset = end;
    return meta ? Step.META : Step.DATA;
  }

  private String wrongLength(int header, boolean meta) {
    if (recordOffset == 0 || meta) {
      int max = recordOffset == 0 ? HEAD_LENGTH : MAX_INDEX_LENGTH;
      return meta && bodyLength <= max && bodyLength > 0
          ? null
          : "record header " + hex(header) + " is none that the library writes here";
    }
    return FrameDescriptor.isFrameLength(bodyLength)
        ? null
        : "record header " + hex(header) + " says length=" + bodyLength + ", no frame has that";
  }

  private String wrongMeta(long end) {
    int index = (int) (recordOffset - bufferStart);
    String wrong =
        recordOffset == 0
            ? QueueFileDescriptor.checkHead(buffer, index)
            : QueueFileDescriptor.checkIndex(buffer, index, recordOffset, bodyLength, !live);
    if (wrong != null) {
      return wrong;
    }
    long unpadded = recordOffset + RECORD_HEADER_LENGTH + bodyLength;
    for (long at = unpadded; recordOffset != 0 && at < end; at++) {
      if (buffer.getByte((int) (at - bufferStart)) != 0) {
        return "the padding behind an index record is not zero";
      }
    }
    return null;
  }

  private Step endMark() throws IOException {
    int length = RECORD_HEADER_LENGTH + QueueFileDescriptor.endMarkLength();
    if (recordOffset <= INDEX2INDEX_OFFSET
        || !load(recordOffset, length)
        || !QueueFileDescriptor.isEndMark(buffer, bodyIndex())) {
      return live ? Step.END : damaged("the end mark of the cycle is not one");
    }
    bodyLength = QueueFileDescriptor.endMarkLength();
    return Step.CLOSED;
  }

  /** A file whose head was never finished: its creator died, or is just at it. */
  private Step headless() {
    return live ? Step.END : damaged("the head of the file was never finished");
  }

  private Step damaged(String why) {
    damage = why;
    return Step.DAMAGED;
  }

  /** Why the last step was {@link Step#DAMAGED}. */
  String damage() {
    return damage;
  }

  /** Forgets what was read ahead, so that the next step sees what a writer added. */
  void forget() {
    bufferLength = 0;
  }

  /** Steps back to the record that the last step looked at, with fresh bytes. */
  void again() {
    nextOffset = recordOffset;
    forget();
  }

  /** Offset of the header of the record that the last step looked at. */
  long recordOffset() {
    return recordOffset;
  }

  /** Offset behind the last whole record. */
  long nextOffset() {
    return nextOffset;
  }

  int bodyLength() {
    return bodyLength;
  }

  /** Where the body of the record lies in {@link #buffer} and {@link #bytes}. */
  int bodyIndex() {
    return (int) (recordOffset - bufferStart) + RECORD_HEADER_LENGTH;
  }

  UnsafeBuffer buffer() {
    return buffer;
  }

  ByteBuffer bytes() {
    return bytes;
  }

  Path file() {
    return file;
  }

  FileChannel channel() {
    return channel;
  }

  /** Where the library says that the last record begins; 0 if it has none. */
  long writeOffset() throws IOException {
    return PlainReads.readLong(channel, QueueFileDescriptor.WRITE_OFFSET);
  }

  private boolean load(long offset, int length) throws IOException {
    if (offset >= bufferStart && offset + length <= bufferStart + bufferLength) {
      return true;
    }
    bytes.clear();
    if (live) {
      bytes.limit(Math.max(length, LIVE_READ_LENGTH));
    }
    bufferStart = offset;
    bufferLength = 0;
    PlainReads.fill(channel, bytes, offset);
    bufferLength = bytes.position();
    bytes.clear();
    return length <= bufferLength;
  }

  private static String hex(int value) {
    return String.format("0x%08x", value);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
