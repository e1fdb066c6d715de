package io.ripcord.journal;

import static io.ripcord.journal.FrameDescriptor.MAX_FRAME_LENGTH;
import static io.ripcord.journal.QueueFileDescriptor.NOT_FINISHED;
import static io.ripcord.journal.QueueFileDescriptor.RECORD_HEADER_LENGTH;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Mends the end that a killed process leaves, so that the generation can be appended to: one append
 * whose record header was never set, or a cycle file whose head was never finished. A whole frame
 * that only lacks its header is kept and gets it; anything less was never acknowledged to anybody
 * and is wiped. Whatever else is torn, as by a power cut, is not touched: that generation is over.
 *
 * <p>Only for whoever holds the directory, before the library opens it. Stateless.
 */
public final class TornTail {
  /** An append, or the first bytes of an index record, may lie within this many bytes. */
  private static final int MAX_LENGTH = RECORD_HEADER_LENGTH + MAX_FRAME_LENGTH + Long.BYTES;

  private static final String ASIDE = ".unfinished";

  private TornTail() {}

  /**
   * Mends what {@link JournalReader#problem()} says, if it can be mended; then read again.
   *
   * @param tail where the valid frames end
   * @return one line for the operator, or null if the generation must not be appended to
   * @throws JournalDirectoryException if the file cannot be written to
   */
  public static String mend(JournalDirectory directory, JournalProblem problem, JournalTail tail) {
    if (problem.kind() != JournalProblem.Kind.TORN_TAIL
        || !problem.file().startsWith(directory.generation())) {
      return null;
    }
    try {
      return problem.offset() == 0
          ? moveHeadless(directory, problem.file())
          : mendAppend(problem, tail);
    } catch (IOException e) {
      throw new JournalDirectoryException(problem.file() + ": " + SyncedFiles.reason(e), e);
    }
  }

  /** The library would wait for its head; without one no frame was ever written to it. */
  private static String moveHeadless(JournalDirectory directory, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int header = (int) PlainReads.readLong(channel, 0);
      if (header != 0 && header != NOT_FINISHED) {
        return null;
      }
    }
    Path aside = file.resolveSibling(file.getFileName() + ASIDE);
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    SyncedFiles.syncDirectory(directory.generation());
    return file + ": was never finished, moved to " + aside.getFileName();
  }

  private static String mendAppend(JournalProblem problem, JournalTail tail) throws IOException {
    long offset = problem.offset();
    try (FileChannel channel =
        FileChannel.open(problem.file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      int header = (int) PlainReads.readLong(channel, offset);
      boolean libraryBehind =
          PlainReads.readLong(channel, QueueFileDescriptor.WRITE_OFFSET) < offset;
      boolean local = FrameSearch.firstNonZero(channel, offset + MAX_LENGTH) == FrameSearch.NONE;
      if (header != 0 || !libraryBehind || !local || channel.size() < offset + MAX_LENGTH) {
        return null;
      }
      int length = wholeFrame(channel, offset + RECORD_HEADER_LENGTH, tail);
      ByteBuffer mended = ByteBuffer.allocate(length > 0 ? Integer.BYTES : MAX_LENGTH);
      write(channel, mended.order(LITTLE_ENDIAN).putInt(0, length), offset);
      channel.force(true);
      return problem.file()
          + ": offset="
          + offset
          + (length > 0 ? ": finished" : ": wiped")
          + " an append that a crash had interrupted";
    }
  }

  /** Length of the frame behind a missing record header if it is the valid next one, else 0. */
  private static int wholeFrame(FileChannel channel, long offset, JournalTail tail)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MAX_FRAME_LENGTH);
    PlainReads.fill(channel, bytes, offset);
    UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    int length = FrameDescriptor.frameLength(buffer, 0);
    return FrameDescriptor.isFrameLength(length)
            && new FrameChain(tail).accept(buffer, bytes, 0, length)
        ? length
        : 0;
  }

  private static void write(FileChannel channel, ByteBuffer bytes, long offset) throws IOException {
    bytes.clear();
    while (bytes.hasRemaining()) {
      channel.write(bytes, offset + bytes.position());
    }
  }
}
