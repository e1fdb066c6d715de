package io.ripcord.benchmark.rig;

import java.util.List;

/**
 * Everything that was measured at one rate.
 *
 * @param rate ticks a second
 * @param ticks of one window
 * @param variants their names, controls first
 * @param windows of all variants, in the order in which they ran
 * @param checks what the oracle says of each pipeline
 * @param sections where the time of the journalled {@code fused} pipeline goes
 * @param journalBytes written by all of them
 */
public record RateResult(
    int rate,
    int ticks,
    List<String> variants,
    List<WindowResult> windows,
    List<OracleCheck> checks,
    List<SectionTime> sections,
    long journalBytes) {
  /** Copies the lists. */
  public RateResult {
    variants = List.copyOf(variants);
    windows = List.copyOf(windows);
    checks = List.copyOf(checks);
    sections = List.copyOf(sections);
  }

  /** The windows of one variant, in order of round. */
  public List<WindowResult> windowsOf(String variant) {
    return windows.stream().filter(window -> window.variant().equals(variant)).toList();
  }
}
