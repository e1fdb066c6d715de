package io.ripcord.replay;

import io.ripcord.engine.Engine;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EventDispatcher;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Explains what a harness has done, as a journal of its inputs and decisions would. */
final class ExplainedRun {
  private ExplainedRun() {}

  static Explanation of(EngineHarness harness, long positionId) {
    return of(harness, Question.ofPosition(positionId));
  }

  static Explanation of(EngineHarness harness, Question question) {
    return from(harness, 0, question);
  }

  /** As the others, but the journal begins with a snapshot after so many inputs. */
  static Explanation from(EngineHarness harness, int known, Question question) {
    ExplanationFold fold = new ExplanationFold(question);
    DecisionEncoder encoder = new DecisionEncoder(fold::onDecision);
    Engine engine = new Engine(encoder, EngineHarness.CAPACITY, false);
    EventDispatcher dispatcher = new EventDispatcher();
    List<byte[]> inputs = harness.rig().inputFrames();
    for (int i = 0; i < inputs.size(); i++) {
      UnsafeBuffer buffer = new UnsafeBuffer(inputs.get(i));
      if (i < known) {
        dispatcher.dispatch(i + 1L, buffer, 0, buffer.capacity(), engine);
        continue;
      }
      if (i == known && known > 0) {
        fold.onResumed(engine);
      }
      fold.onInput(i + 1L, buffer, 0, buffer.capacity());
      encoder.cause(i + 1L);
      dispatcher.dispatch(i + 1L, buffer, 0, buffer.capacity(), engine);
      fold.onProcessed(i + 1L, engine);
    }
    return fold.explanation();
  }

  /** Such as {@code STOP 98 -> 100.98 TRAILING_STOP}; a command or a price instead of the rule. */
  static List<String> changes(Explanation explanation) {
    return explanation.changes().stream()
        .map(
            change ->
                change.level()
                    + " "
                    + E8.format(change.fromE8())
                    + " -> "
                    + E8.format(change.toE8())
                    + " "
                    + (change.rule() == null ? change.input().kind() : change.rule().kind()))
        .toList();
  }

  /** Such as {@code STOP HALTED 2 97 98}: level, reason, how often, worst price, level then. */
  static List<String> touches(Explanation explanation) {
    return explanation.touches().stream()
        .map(
            touch ->
                touch.level()
                    + " "
                    + touch.reason()
                    + " "
                    + touch.count()
                    + " "
                    + E8.format(touch.worstE8())
                    + " "
                    + E8.format(touch.levelE8()))
        .toList();
  }

  /** Such as {@code STOP_LOSS 98 97.5 Tick}: reason, level, price, input; {@code open} if none. */
  static String firing(Explanation explanation) {
    Firing firing = explanation.firing();
    return firing == null
        ? "open"
        : firing.reason()
            + " "
            + E8.format(firing.levelE8())
            + " "
            + E8.format(firing.triggerPriceE8())
            + " "
            + firing.input().kind();
  }
}
