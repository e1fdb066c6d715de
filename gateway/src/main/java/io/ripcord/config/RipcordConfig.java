package io.ripcord.config;

import io.ripcord.calendar.SessionCalendar;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The effective configuration. Immutable.
 *
 * @param instruments by symbol, in the order of symbols
 * @param policies by name, in the order of names
 * @param groups by name, in the order of names
 * @param pipeline how the pipeline runs
 * @param journal how the journal keeps what it is given
 * @param paper how the paper venue treats orders
 * @param maxPositions most positions at a time
 * @param node what only a node needs
 * @param positions that a node registers at its first start, in file order
 * @param calendars of sessions by name, in the order of names
 */
public record RipcordConfig(
    SortedMap<String, InstrumentConfig> instruments,
    SortedMap<String, PolicyConfig> policies,
    SortedMap<String, GroupConfig> groups,
    PipelineConfig pipeline,
    JournalConfig journal,
    PaperConfig paper,
    int maxPositions,
    NodeConfig node,
    List<PositionConfig> positions,
    SortedMap<String, CalendarConfig> calendars) {
  /** Copies maps and list. */
  public RipcordConfig {
    instruments = Collections.unmodifiableSortedMap(new TreeMap<>(instruments));
    policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    positions = List.copyOf(positions);
    calendars = Collections.unmodifiableSortedMap(new TreeMap<>(calendars));
  }

  /** The configuration that holds when there is no file and no override. */
  public static RipcordConfig defaults() {
    return ConfigLoader.defaults(Overrides.none()).config();
  }

  /** The instrument of a symbol, with default steps if the configuration does not know it. */
  public InstrumentConfig instrument(String symbol) {
    InstrumentConfig known = instruments.get(symbol);
    return known == null ? InstrumentConfig.defaults(symbol) : known;
  }

  /** The sessions of a symbol, nothing if it always trades. */
  public Optional<SessionCalendar> calendarOf(String symbol) {
    return Optional.ofNullable(calendars.get(instrument(symbol).calendar()))
        .map(CalendarConfig::sessions);
  }

  /** The same with another pipeline, for the command line. */
  public RipcordConfig withPipeline(PipelineConfig newPipeline) {
    return new RipcordConfig(
        instruments,
        policies,
        groups,
        newPipeline,
        journal,
        paper,
        maxPositions,
        node,
        positions,
        calendars);
  }

  /** The same with its data elsewhere, for the command line. */
  public RipcordConfig withData(String newData) {
    return new RipcordConfig(
        instruments,
        policies,
        groups,
        pipeline,
        journal,
        paper,
        maxPositions,
        node.withData(newData),
        positions,
        calendars);
  }

  RipcordConfig withPositions(List<PositionConfig> newPositions) {
    return new RipcordConfig(
        instruments,
        policies,
        groups,
        pipeline,
        journal,
        paper,
        maxPositions,
        node,
        newPositions,
        calendars);
  }

  /**
   * SHA-256, 32 bytes, of {@link #canonicalText()}: equal for two configurations exactly when all
   * their effective values are equal, wherever those come from and however they were written.
   */
  public byte[] hash() {
    return CanonicalText.sha256(canonicalText());
  }

  /**
   * As {@link #hash()}, of instruments, policies, groups, the paper venue and {@code max-positions}
   * alone: the rest never changes what is decided about an input. This one belongs into the stream
   * of inputs: a run must have the same inputs in every topology and in every data folder.
   */
  public byte[] decisionHash() {
    return CanonicalText.sha256(CanonicalText.ofDecisions(this));
  }

  /**
   * All effective values, one {@code path=value} per line, in an order that files do not change.
   */
  public String canonicalText() {
    return CanonicalText.of(this);
  }
}
