package io.ripcord.journal;

/**
 * Syncs a journal with {@link Durability#BATCH} once per interval, if something was appended since.
 * An agent: one thread calls {@link #doWork} as often as it likes and passes the time. With another
 * durability it does nothing.
 */
public final class BatchSync {
  private final ChronicleJournal journal;
  private final boolean active;
  private long nextNs = Long.MIN_VALUE;

  /** Serves this journal. */
  public BatchSync(ChronicleJournal journal) {
    this.journal = journal;
    active = journal.durability() == Durability.BATCH;
  }

  /**
   * Syncs if it is time to.
   *
   * @param nowNs any clock that does not go back
   * @return 1 if it synced, else 0
   * @throws JournalFailedException if the disk cannot; the engine must halt
   */
  public int doWork(long nowNs) {
    if (!active || nowNs < nextNs || !journal.isDirty()) {
      return 0;
    }
    nextNs = nowNs + journal.batchIntervalNs();
    journal.sync();
    return 1;
  }
}
