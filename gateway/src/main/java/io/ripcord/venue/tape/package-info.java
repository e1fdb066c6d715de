/**
 * Recorded and generated market data, read as one stream of records: what {@code simulate} and
 * {@code demo} feed into the pipeline.
 *
 * <p>Formats are found from the content of a file, gzip or plain: the generic CSV, the public dump
 * CSV of Binance, and raw recorded WebSocket lines. A tape is scanned in full before its first
 * record is used, so an error in it is found before the first event; what is tolerated (times that
 * step back, unknown events and fields, an incomplete last line) is counted in the summary.
 *
 * <p>Threading: none of these classes is thread safe; one thread uses a tape and its cursors.
 * Memory per open cursor is bounded by one line (1 MiB) plus the symbol table. No clock, no random
 * but the seed, no floating point: the same file gives the same records on every JVM.
 *
 * <p>Uses only {@code io.ripcord.money} and Jackson's streaming parser. Start reading at {@link
 * io.ripcord.venue.tape.Tape}, then {@code FileCursor}.
 */
package io.ripcord.venue.tape;
