package io.ripcord.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a positions file asks for, with everything it refers to. Immutable.
 *
 * @param file the file, as the user named it
 * @param positions in file order
 * @param signals in file order
 * @param policies of all files of the run by name, in the order of names
 * @param groups of all files of the run by name, in the order of names
 * @param instruments of all symbols of the positions and signals, in the order of symbols
 * @param warnings what is probably not meant
 */
public record PositionsConfig(
    String file,
    List<PositionConfig> positions,
    List<SignalConfig> signals,
    SortedMap<String, PolicyConfig> policies,
    SortedMap<String, GroupConfig> groups,
    SortedMap<String, InstrumentConfig> instruments,
    List<Problem> warnings) {
  /** Copies lists and maps. */
  public PositionsConfig {
    positions = List.copyOf(positions);
    signals = List.copyOf(signals);
    policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    instruments = Collections.unmodifiableSortedMap(new TreeMap<>(instruments));
    warnings = List.copyOf(warnings);
  }

  /**
   * Refuses positions and signals whose symbol is not among those of the tapes: they would wait for
   * a price that never comes.
   *
   * @throws ConfigException naming each of them
   */
  public void checkSymbols(Set<String> tapeSymbols) {
    List<String> known = tapeSymbols.stream().sorted().toList();
    List<Problem> missing = new ArrayList<>();
    for (PositionConfig position : positions) {
      if (!tapeSymbols.contains(position.symbol())) {
        missing.add(
            notOnTape(position.line(), "position " + position.id(), position.symbol(), known));
      }
    }
    for (int i = 0; i < signals.size(); i++) {
      SignalConfig signal = signals.get(i);
      if (!tapeSymbols.contains(signal.symbol())) {
        missing.add(notOnTape(signal.line(), "signal " + (i + 1), signal.symbol(), known));
      }
    }
    if (!missing.isEmpty()) {
      throw new ConfigException(missing);
    }
  }

  /**
   * Refuses positions whose policy asks for what their symbol's market data does not have.
   *
   * @throws ConfigException naming each of the policies once per reason
   */
  public void checkFeeds(Function<String, FeedFacts> feedOfSymbol) {
    Set<Problem> found = new LinkedHashSet<>();
    for (PositionConfig position : positions) {
      PolicyConfig policy = policies.get(position.policy());
      found.addAll(FeedChecks.problems(policy, feedOfSymbol.apply(position.symbol())));
    }
    if (!found.isEmpty()) {
      throw new ConfigException(List.copyOf(found));
    }
  }

  private Problem notOnTape(int line, String who, String symbol, List<String> known) {
    String hint =
        Wording.nearest(symbol, known).map(near -> "; did you mean '" + near + "'?").orElse("");
    String text =
        who
            + ": symbol '"
            + symbol
            + "' is not on the tape, which has: "
            + Wording.list(known)
            + hint;
    return new Problem(Problem.Severity.ERROR, file, line, 0, text);
  }
}
