package io.ripcord.pipeline;

import io.ripcord.engine.Engine;
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

  /** An engine that begins. */
  static ResumedEngine fresh(PipelineContext context) {
    DecisionEncoder encoder =
        new DecisionEncoder(
            (cause, index, buffer, offset, length) -> {
              throw new IllegalStateException("a decision before the pipeline is wired");
            });
    Engine engine = new Engine(encoder, context.maxPositions(), context.isEvaluateEverything());
    return new ResumedEngine(engine, encoder, List.of());
  }
}
