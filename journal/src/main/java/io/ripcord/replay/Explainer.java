package io.ripcord.replay;

import java.nio.file.Path;
import java.util.List;

/**
 * Explains a position from its journal alone: an engine that replays it, and a fold that looks on.
 * One thread; the journal may be that of a live engine.
 */
public final class Explainer {
  private final ExplanationFold fold;
  private final Replay replay;

  /** Of the journal in {@code directory}. */
  public Explainer(Path directory, Question question) {
    fold = new ExplanationFold(question);
    replay = new Replay(directory, false, fold);
  }

  /** Replays the journal, to its end or to the first damage. */
  public ReplayResult run() {
    return replay.run();
  }

  /**
   * What became of it; {@code null} if the journal has no such position or order up to the end of
   * the span that was asked for.
   */
  public Explanation explanation() {
    return fold.explanation();
  }

  /** The numbers of the positions that were registered by then, ascending. */
  public List<Long> positionIds() {
    return fold.positionIds();
  }
}
