package io.ripcord.config;

import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses what a policy asks of a venue that does not have it: a stop that looks at prices which
 * never come protects nobody.
 */
public final class FeedChecks {
  private final PolicyConfig policy;
  private final FeedFacts feed;
  private final List<Problem> problems = new ArrayList<>();

  private FeedChecks(PolicyConfig policy, FeedFacts feed) {
    this.policy = policy;
    this.feed = feed;
  }

  /** What the policy asks for and the feed does not have; empty when it has everything. */
  public static List<Problem> problems(PolicyConfig policy, FeedFacts feed) {
    FeedChecks checks = new FeedChecks(policy, feed);
    checks.run();
    return List.copyOf(checks.problems);
  }

  private void run() {
    TriggerSource source =
        policy.block(TriggerBlock.class).map(TriggerBlock::source).orElse(TriggerSource.LAST);
    if (source == TriggerSource.MARK && !feed.hasMark()) {
      add("trigger", "found 'mark', expected another price: " + feed.name() + " has no mark price");
    }
    if (source == TriggerSource.BID_ASK && !feed.hasBook()) {
      add("trigger", "found 'bid-ask', expected another price: " + feed.name() + " has no book");
    }
    boolean asksForVolume =
        policy.block(ScaleInBlock.class).filter(b -> b.volumeRatioE6() != E8.NULL).isPresent();
    if (asksForVolume && !feed.hasVolume()) {
      add(
          "scale-in.volume-ratio",
          "found a ratio, expected 'none': " + feed.name() + " has no volume");
    }
    if (policy.squareOff().filter(off -> !off.isTimeOfDay()).isPresent() && !feed.hasCalendar()) {
      add(
          "time.square-off",
          "found before-close, expected a time of day with a zone, or a calendar of sessions: "
              + feed.name()
              + " has none");
    }
  }

  private void add(String key, String text) {
    String label = KeyPath.child("policies", policy.name()) + "." + key + ": ";
    problems.add(
        new Problem(Problem.Severity.ERROR, policy.file(), policy.line(), 0, label + text));
  }
}
