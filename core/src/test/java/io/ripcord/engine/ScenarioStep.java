package io.ripcord.engine;

import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.NaivePosition;

/** A registration or an event; {@code rank} orders the kinds at equal time. */
record ScenarioStep(long timeNs, int rank, long order, Object what) {
  static ScenarioStep of(NaivePosition position) {
    return new ScenarioStep(position.registeredAtNs(), 0, position.id(), position);
  }

  static ScenarioStep of(NaiveEvent event) {
    return new ScenarioStep(event.timeNs(), event.isCommand() ? 2 : 1, event.order(), event);
  }

  /** Whether both are trades of one instrument that a full ring may make one. */
  boolean continuesBurst(ScenarioStep previous) {
    return what instanceof NaiveEvent.Tick tick
        && previous.what instanceof NaiveEvent.Tick before
        && tick.symbol().equals(before.symbol())
        && ScenarioInputs.isPrice(tick)
        && ScenarioInputs.isPrice(before);
  }
}
