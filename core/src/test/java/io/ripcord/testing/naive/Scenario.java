package io.ripcord.testing.naive;

import java.util.List;

/**
 * A complete input of the exit rules. Events are in the order in which they happen. {@link
 * #toString()} prints the seed first, then everything needed to run the case by hand.
 */
public record Scenario(
    long seed,
    List<NaiveInstrument> instruments,
    List<NaivePosition> positions,
    List<NaiveEvent> events) {

  /** Keeps copies of the lists. */
  public Scenario {
    instruments = List.copyOf(instruments);
    positions = List.copyOf(positions);
    events = List.copyOf(events);
  }

  /** What the specification says must happen. */
  public NaiveEvaluator.Result evaluate() {
    return NaiveEvaluator.evaluate(instruments, positions, events);
  }

  /** Policies, positions and signals as a positions file. */
  public String positionsFile() {
    return ScenarioText.positionsFile(this);
  }

  /** The market data as a generic CSV tape. */
  public String tapeFile() {
    return ScenarioText.tapeFile(this);
  }

  @Override
  public String toString() {
    return ScenarioText.head(this) + positionsFile() + tapeFile();
  }
}
