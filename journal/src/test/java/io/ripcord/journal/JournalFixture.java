package io.ripcord.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/** A journal in a temporary directory, payloads with a meaning, and ways to read and damage it. */
final class JournalFixture implements AutoCloseable {
  /** First byte of a payload that is the record of an orderly stop. */
  static final byte STOP = 99;

  static final StopRecord STOP_RECORD = (buffer, offset, length) -> buffer.getByte(offset) == STOP;

  /** Small blocks: most tests need no more. */
  static final int BLOCK = 1 << 20;

  final Path path;
  final UnsafeBuffer payload = new UnsafeBuffer(new byte[FrameDescriptor.MAX_PAYLOAD_LENGTH]);
  JournalDirectory directory;
  ChronicleJournal journal;
  private long nextSequence;

  JournalFixture(Path path) {
    this.path = path;
  }

  /** Opens the directory and starts a journal behind whatever is there. */
  JournalFixture start() {
    return start(context -> {});
  }

  JournalFixture start(Consumer<JournalContext> settings) {
    directory = JournalDirectory.open(path);
    JournalTail tail = tail();
    JournalContext context =
        new JournalContext()
            .directory(directory)
            .epoch(directory.nextEpoch(tail.epoch()))
            .blockSizeBytes(BLOCK)
            .preallocateBytes(0)
            .resumeAt(tail);
    settings.accept(context);
    journal = new ChronicleJournal(context);
    journal.onStart();
    nextSequence = tail.lastSequence() + 1;
    return this;
  }

  JournalTail tail() {
    try (JournalReader reader = read()) {
      while (reader.next()) {
        reader.kind();
      }
      return reader.tail();
    }
  }

  JournalReader read() {
    return JournalReader.open(path, STOP_RECORD);
  }

  VerifyResult verify() {
    return JournalVerifier.verify(path, STOP_RECORD);
  }

  /** Appends an input whose payload follows from its sequence. */
  long input(int length) {
    long sequence = nextSequence++;
    fill(sequence, 0, length);
    journal.appendInput(sequence, payload, 0, length);
    return sequence;
  }

  void decision(long cause, int index, int length) {
    fill(cause, index + 1, length);
    journal.appendDecision(cause, index, payload, 0, length);
  }

  void stop() {
    long sequence = nextSequence++;
    fill(sequence, 0, 8);
    payload.putByte(0, STOP);
    journal.appendInput(sequence, payload, 0, 8);
  }

  /** Some inputs of all lengths with decisions in between. */
  void appendSome(int inputs, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < inputs; i++) {
      long cause = input(randomLength(random));
      for (int index = 0; index < random.nextInt(3); index++) {
        decision(cause, index, randomLength(random));
      }
    }
  }

  static int randomLength(Random random) {
    return 8 * (1 + random.nextInt(16));
  }

  private void fill(long sequence, int salt, int length) {
    payload.setMemory(0, length, (byte) (sequence % 90 + salt));
    payload.putLong(0, sequence * 100 + salt, LITTLE_ENDIAN);
    payload.putByte(0, (byte) (salt == 0 ? 1 : 2));
  }

  /** Frees everything but the files; {@link #start} may follow. */
  void end() {
    if (journal != null) {
      journal.close();
      journal = null;
    }
    if (directory != null) {
      directory.close();
      directory = null;
    }
  }

  @Override
  public void close() {
    end();
  }

  Path cycleFile() {
    return cycleFile(0);
  }

  Path cycleFile(int cycle) {
    return JournalDirectory.generation(path).resolve(QueueFileDescriptor.fileName(cycle));
  }

  /** Offsets of the record headers of all data records of the first cycle, in order. */
  List<Long> recordOffsets() {
    List<Long> offsets = new ArrayList<>();
    try {
      QueueFileScanner.scan(
          cycleFile(),
          (buffer, offset, length, fileOffset) ->
              offsets.add(fileOffset - QueueFileDescriptor.RECORD_HEADER_LENGTH));
      return offsets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long endOffset() {
    return tail().endOffset();
  }

  static void write(Path file, long offset, byte[] bytes) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(Path file, long offset, int length) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate(length);
      PlainReads.fill(channel, bytes, offset);
      return bytes.array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void flip(Path file, long offset, int bit) {
    byte[] one = read(file, offset, 1);
    one[0] ^= (byte) (1 << bit);
    write(file, offset, one);
  }

  static void truncate(Path file, long length) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of a stopped journal whose cycle file is cut behind its end: small, so fast to read. */
  JournalFixture compactCopy(Path target) {
    try {
      Path generation = Files.createDirectories(JournalDirectory.generation(target));
      long length = endOffset() + 4096;
      JournalFixture copy = new JournalFixture(target);
      Files.write(
          generation.resolve(cycleFile().getFileName()), read(cycleFile(), 0, (int) length));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
