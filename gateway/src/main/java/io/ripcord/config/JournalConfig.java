package io.ripcord.config;

import java.util.Objects;

/**
 * How the journal keeps what it is given. Immutable.
 *
 * @param durability what a crash may cost
 * @param batchIntervalNs time between syncs under {@link Durability#BATCH}
 * @param blockSizeBytes length of one mapping of the journal file
 * @param preallocateBytes space reserved in a new file
 * @param maxSizeBytes most bytes of one journal file
 * @param touchAheadBytes how far ahead of the writer pages are made ready
 */
public record JournalConfig(
    Durability durability,
    long batchIntervalNs,
    long blockSizeBytes,
    long preallocateBytes,
    long maxSizeBytes,
    long touchAheadBytes) {
  /** What a crash may cost. */
  public enum Durability {
    /** Page cache: survives the death of the process, not the loss of power. */
    PROCESS,
    /** A real sync per interval: a loss of power costs at most that. */
    BATCH,
    /** A real sync before an order leaves. */
    ORDER
  }

  /** Refuses missing components. */
  public JournalConfig {
    Objects.requireNonNull(durability, "durability");
  }
}
