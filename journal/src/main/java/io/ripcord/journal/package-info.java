/**
 * The journal: every input and every decision as a checksummed frame in a Chronicle Queue file.
 *
 * <p>Threading: the appending thread owns {@link io.ripcord.journal.ChronicleJournal}'s appends;
 * syncs and agents ({@code doWork}) may run elsewhere; readers are one thread each, in any process,
 * and need nothing from the writer. May use: {@code io.ripcord.pipeline}'s port, Agrona, Chronicle.
 * Only the appender, the stale-lock clearing and the preallocation touch Chronicle's classes;
 * everything that reads uses plain reads, because a flipped bit in a mapped queue file can crash
 * the JVM. The bytes are described in {@code journal/FORMAT.md}.
 *
 * <p>Start reading at {@link io.ripcord.journal.FrameDescriptor}, then {@link
 * io.ripcord.journal.ChronicleJournal} and {@link io.ripcord.journal.JournalReader}.
 */
package io.ripcord.journal;
