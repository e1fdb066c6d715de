package io.ripcord.engine;

import io.ripcord.event.DecisionEncoder;
import java.util.List;

/**
 * An engine that recovery has brought up to the end of the journal, to go on in a pipeline.
 *
 * @param engine in the state after the last journalled input
 * @param encoder the one that the engine speaks to
 * @param pending what it decided last and the journal does not hold, in order
 */
public record ResumedEngine(Engine engine, DecisionEncoder encoder, List<PendingDecision> pending) {
  /** Copies the list. */
  public ResumedEngine {
    pending = List.copyOf(pending);
  }

  /** An engine that begins; whoever runs it gives the encoder a sink. */
  public static ResumedEngine fresh(int maxPositions, boolean evaluateEverything) {
    DecisionEncoder encoder =
        new DecisionEncoder(
            (cause, index, buffer, offset, length) -> {
              throw new IllegalStateException("a decision before the engine is wired");
            });
    return new ResumedEngine(
        new Engine(encoder, maxPositions, evaluateEverything), encoder, List.of());
  }
}
