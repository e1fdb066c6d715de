package io.ripcord.journal;

import java.util.Objects;

/**
 * What a {@link ChronicleJournal} is built from. Set what differs from the defaults, then hand it
 * over; the journal calls {@link #conclude()} and copies the values. Not thread-safe.
 */
public final class JournalContext {
  /** Size of the blocks in which the library maps a cycle file. */
  public static final int DEFAULT_BLOCK_SIZE_BYTES = 64 << 20;

  /** Disk space that the journal owns ahead of its end. */
  public static final long DEFAULT_PREALLOCATE_BYTES = 16L << 20;

  /** Largest generation: far behind what one disk of today holds. */
  public static final long DEFAULT_MAX_GENERATION_BYTES = 1L << 40;

  /** Time between two syncs with {@link Durability#BATCH}. */
  public static final long DEFAULT_BATCH_INTERVAL_NS = 10_000_000L;

  /** Length from which a cycle file is closed at the next quiet moment. */
  public static final long DEFAULT_ROLL_AFTER_BYTES = 1L << 30;

  private static final int MIN_BLOCK_SIZE_BYTES = 1 << 18;

  private JournalDirectory directory;
  private int epoch;
  private Durability durability = Durability.PROCESS;
  private JournalTail resumeAt = JournalTail.EMPTY;
  private int blockSizeBytes = DEFAULT_BLOCK_SIZE_BYTES;
  private long preallocateBytes = DEFAULT_PREALLOCATE_BYTES;
  private long maxGenerationBytes = DEFAULT_MAX_GENERATION_BYTES;
  private long batchIntervalNs = DEFAULT_BATCH_INTERVAL_NS;
  private long rollAfterBytes = DEFAULT_ROLL_AFTER_BYTES;
  private boolean allocates = true;

  /** The directory, held by the caller for as long as the journal lives. */
  public JournalContext directory(JournalDirectory value) {
    directory = value;
    return this;
  }

  /** The directory. */
  public JournalDirectory directory() {
    return directory;
  }

  /** The epoch of this engine start, from {@link JournalDirectory#nextEpoch}. */
  public JournalContext epoch(int value) {
    epoch = value;
    return this;
  }

  /** The epoch. */
  public int epoch() {
    return epoch;
  }

  /** What an append and a sent order promise. */
  public JournalContext durability(Durability value) {
    durability = value;
    return this;
  }

  /** The durability. */
  public Durability durability() {
    return durability;
  }

  /** Where the frames that were read and verified end; {@link JournalTail#EMPTY} to begin. */
  public JournalContext resumeAt(JournalTail value) {
    resumeAt = value;
    return this;
  }

  /** Where to go on. */
  public JournalTail resumeAt() {
    return resumeAt;
  }

  /** Larger blocks mean fewer stalls and allocations of the library, one of each per block. */
  public JournalContext blockSizeBytes(int value) {
    blockSizeBytes = value;
    return this;
  }

  /** The block size. */
  public int blockSizeBytes() {
    return blockSizeBytes;
  }

  /** How much disk space to own ahead, at least; checked at the start. */
  public JournalContext preallocateBytes(long value) {
    preallocateBytes = value;
    return this;
  }

  /** The disk space owned ahead. */
  public long preallocateBytes() {
    return preallocateBytes;
  }

  /** The append that would make the generation longer than this fails. */
  public JournalContext maxGenerationBytes(long value) {
    maxGenerationBytes = value;
    return this;
  }

  /** The largest length of the generation. */
  public long maxGenerationBytes() {
    return maxGenerationBytes;
  }

  /** Time between two syncs with {@link Durability#BATCH}. */
  public JournalContext batchIntervalNs(long value) {
    batchIntervalNs = value;
    return this;
  }

  /** The batch interval. */
  public long batchIntervalNs() {
    return batchIntervalNs;
  }

  /** Length from which a cycle file is closed at the next quiet moment. */
  public JournalContext rollAfterBytes(long value) {
    rollAfterBytes = value;
    return this;
  }

  /** The length from which a cycle file is closed. */
  public long rollAfterBytes() {
    return rollAfterBytes;
  }

  /** False to do without {@code fallocate}, as on file systems that have none; for tests. */
  JournalContext allocates(boolean value) {
    allocates = value;
    return this;
  }

  boolean allocates() {
    return allocates;
  }

  /**
   * Checks that the values can work together.
   *
   * @throws IllegalArgumentException naming the value and what is expected
   */
  public JournalContext conclude() {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(durability, "durability");
    Objects.requireNonNull(resumeAt, "resumeAt");
    require(epoch > resumeAt.epoch(), "epoch", epoch, "more than " + resumeAt.epoch());
    require(
        blockSizeBytes >= MIN_BLOCK_SIZE_BYTES && Integer.bitCount(blockSizeBytes) == 1,
        "blockSizeBytes",
        blockSizeBytes,
        "a power of two from " + MIN_BLOCK_SIZE_BYTES);
    require(preallocateBytes >= 0, "preallocateBytes", preallocateBytes, "0 or more");
    require(maxGenerationBytes > 0, "maxGenerationBytes", maxGenerationBytes, "more than 0");
    require(rollAfterBytes > 0, "rollAfterBytes", rollAfterBytes, "more than 0");
    require(batchIntervalNs > 0, "batchIntervalNs", batchIntervalNs, "more than 0");
    return this;
  }

  private static void require(boolean holds, String name, long value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + "=" + value + ", expected " + expected);
    }
  }
}
