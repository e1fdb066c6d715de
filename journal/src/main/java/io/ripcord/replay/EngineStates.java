package io.ripcord.replay;

import io.ripcord.engine.Engine;
import io.ripcord.journal.JournalTail;
import io.ripcord.journal.Snapshot;
import io.ripcord.state.StateOut;
import org.agrona.collections.LongArrayList;

/** Takes the state of an engine down. Stateless; for the thread that owns the engine. */
public final class EngineStates {
  private EngineStates() {}

  /**
   * The state of an engine that has seen all before {@code tail} and nothing behind it.
   *
   * @param stopped whether the last input that it has seen is the record of an orderly stop
   */
  public static Snapshot snapshot(
      Engine engine, int generation, JournalTail tail, boolean stopped) {
    LongArrayList numbers = new LongArrayList();
    engine.write(
        new StateOut() {
          @Override
          public void put(long value) {
            numbers.addLong(value);
          }

          @Override
          public void putStartBound(long value) {
            numbers.addLong(value);
          }
        });
    return new Snapshot(
        Engine.DECISION_VERSION,
        engine.view().positions().capacity(),
        generation,
        tail,
        stopped,
        engine.stateHash(),
        numbers.toLongArray());
  }
}
