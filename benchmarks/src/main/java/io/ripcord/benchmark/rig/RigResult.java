package io.ripcord.benchmark.rig;

import java.util.List;

/**
 * Everything that a run has measured.
 *
 * @param threads where the threads ran
 * @param pinned whether they were pinned
 * @param splitRefusal why there is no variant {@code split}, null if there is one
 * @param rates results by rate
 */
public record RigResult(
    String threads, boolean pinned, String splitRefusal, List<RateResult> rates) {
  /** Copies the list. */
  public RigResult {
    rates = List.copyOf(rates);
  }

  /** What the oracle has to object; a run with objections says nothing about speed. */
  public List<OracleCheck> objections() {
    return rates.stream()
        .flatMap(rate -> rate.checks().stream())
        .filter(check -> !check.holds())
        .toList();
  }

  /** Bytes of all journals. */
  public long journalBytes() {
    return rates.stream().mapToLong(RateResult::journalBytes).sum();
  }
}
