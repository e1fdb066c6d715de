package io.ripcord.venue.tape;

import java.util.List;
import java.util.Map;

/**
 * What a scan found. Immutable.
 *
 * @param name short name of the tape
 * @param format what it was read as, for people
 * @param generated true when no market made these records, but a generator
 * @param records number of records
 * @param symbols in order of first appearance: the index is that of {@link TapeCursor#symbolIndex}
 * @param recordsPerSymbol in the same order
 * @param counters by {@link TapeCounter#label()}; only those that are not zero
 * @param firstTimeNs ingress time of the first record, {@link Tape#NO_TIME} without records
 * @param lastTimeNs ingress time of the last record, {@link Tape#NO_TIME} without records
 * @param sha256 of the file as it is stored, compressed or not; of the records if generated
 * @param lengthBytes what was hashed
 */
public record TapeSummary(
    String name,
    String format,
    boolean generated,
    long records,
    List<String> symbols,
    Map<String, Long> recordsPerSymbol,
    Map<String, Long> counters,
    long firstTimeNs,
    long lastTimeNs,
    String sha256,
    long lengthBytes) {

  /** What was hashed. */
  public TapeBytes bytes() {
    return new TapeBytes(lengthBytes, sha256);
  }

  /** The value of a counter, zero included. */
  public long count(TapeCounter counter) {
    return counters.getOrDefault(counter.label(), 0L);
  }
}
