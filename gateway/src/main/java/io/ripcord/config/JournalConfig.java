package io.ripcord.config;

import io.ripcord.journal.Durability;
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
 * @param rollAfterBytes length from which on the next frame goes to a new journal file
 */
public record JournalConfig(
    Durability durability,
    long batchIntervalNs,
    long blockSizeBytes,
    long preallocateBytes,
    long maxSizeBytes,
    long touchAheadBytes,
    long rollAfterBytes) {
  /** Refuses missing components. */
  public JournalConfig {
    Objects.requireNonNull(durability, "durability");
  }
}
