package io.ripcord.config;

import io.ripcord.rule.RuleSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When a position leaves. Immutable.
 *
 * @param name what positions call it
 * @param stopLoss fixed stop
 * @param takeProfit target
 * @param trailing trailing stop
 * @param signalExitEnabled whether an exit signal is obeyed
 * @param unprotected whether it may go without a protective stop
 * @param file the file that defines it, as the user named it
 * @param line the line that defines it
 */
public record PolicyConfig(
    String name,
    Optional<StopLossConfig> stopLoss,
    Optional<TakeProfitConfig> takeProfit,
    Optional<TrailingConfig> trailing,
    boolean signalExitEnabled,
    boolean unprotected,
    String file,
    int line) {
  /** Refuses missing components and names that no event can carry. */
  public PolicyConfig {
    Objects.requireNonNull(stopLoss, "stopLoss");
    Objects.requireNonNull(takeProfit, "takeProfit");
    Objects.requireNonNull(trailing, "trailing");
    Objects.requireNonNull(file, "file");
    if (!Scalars.isName(name)) {
      throw new IllegalArgumentException("name=" + name);
    }
  }

  /** Whether a stop protects from the first price on. */
  public boolean isProtected() {
    return stopLoss.isPresent() || trailing.filter(TrailingConfig::isProtective).isPresent();
  }

  /** Whether anything at all can end a position. */
  public boolean hasExit() {
    return stopLoss.isPresent()
        || takeProfit.isPresent()
        || trailing.isPresent()
        || signalExitEnabled;
  }

  /** Its rules as the engine has them, in ascending order of kind. */
  public List<RuleSpec> rules() {
    List<RuleSpec> rules = new ArrayList<>();
    stopLoss.ifPresent(stop -> rules.add(stop.rule()));
    takeProfit.ifPresent(target -> rules.add(target.rule()));
    trailing.ifPresent(trail -> rules.add(trail.rule()));
    return List.copyOf(rules);
  }
}
