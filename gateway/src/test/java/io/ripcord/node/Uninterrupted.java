package io.ripcord.node;

import io.ripcord.engine.Engine;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EngineStarts;
import io.ripcord.event.EventDispatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the engine of a run was after each of its inputs, and what it decided upon each: made by
 * giving a bare engine the same inputs, without any of the code that recovers one.
 */
final class Uninterrupted {
  /** A decision and what caused it. */
  record Decision(long cause, int index, UnsafeBuffer bytes) {}

  private final Map<Long, Long> stateHashes = new HashMap<>();
  private final List<Decision> decisions = new ArrayList<>();

  Uninterrupted(List<CrashPoints.Frame> frames) {
    DecisionEncoder encoder =
        new DecisionEncoder(
            (cause, index, buffer, offset, length) -> {
              UnsafeBuffer bytes = new UnsafeBuffer(new byte[length]);
              bytes.putBytes(0, buffer, offset, length);
              decisions.add(new Decision(cause, index, bytes));
            });
    EventDispatcher dispatcher = new EventDispatcher();
    UnsafeBuffer first = frames.get(0).payload();
    Engine engine =
        new Engine(encoder, EngineStarts.maxPositions(first, 0, first.capacity()), true);
    for (CrashPoints.Frame frame : frames) {
      if (frame.isInput()) {
        encoder.cause(frame.sequence());
        dispatcher.dispatch(
            frame.sequence(), frame.payload(), 0, frame.payload().capacity(), engine);
        stateHashes.put(frame.sequence(), engine.stateHash());
      }
    }
  }

  /** Hash of the state after this input. */
  long stateHash(long sequence) {
    return stateHashes.get(sequence);
  }

  /** What was decided upon inputs up to this one, but for the first {@code held} of it. */
  List<Decision> decidedUpTo(long sequence, int held) {
    return decisions.stream().filter(decision -> decision.cause() <= sequence).skip(held).toList();
  }
}
