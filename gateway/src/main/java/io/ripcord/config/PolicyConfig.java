package io.ripcord.config;

import io.ripcord.event.StaleAction;
import io.ripcord.rule.Policy;
import io.ripcord.rule.RuleSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * When a position leaves. Immutable.
 *
 * @param name what positions call it
 * @param blocks what it consists of, at most one of each class, in the order of {@link
 *     PolicyBinder}
 * @param unprotected whether it may go without a protective stop
 * @param file the file that defines it, as the user named it
 * @param line the line that defines it
 */
public record PolicyConfig(
    String name, List<PolicyBlock> blocks, boolean unprotected, String file, int line) {
  /** Most rules of a policy, settings included. */
  public static final int MAX_RULES = Policy.MAX_RULES;

  /** Copies the list; refuses missing components and names that no event can carry. */
  public PolicyConfig {
    blocks = List.copyOf(blocks);
    Objects.requireNonNull(file, "file");
    if (!Scalars.isName(name)) {
      throw new IllegalArgumentException("name=" + name);
    }
  }

  /** The block of a class. */
  public <B extends PolicyBlock> Optional<B> block(Class<B> type) {
    return blocks.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** Fixed stop. */
  public Optional<StopLossBlock> stopLoss() {
    return block(StopLossBlock.class);
  }

  /** Target. */
  public Optional<TakeProfitBlock> takeProfit() {
    return block(TakeProfitBlock.class);
  }

  /** Stops that follow. */
  public Optional<TrailingBlock> trailing() {
    return block(TrailingBlock.class);
  }

  /** The last layer. */
  public Optional<HardStopBlock> hardStop() {
    return block(HardStopBlock.class);
  }

  /** When positions are squared off. */
  public Optional<SquareOff> squareOff() {
    return block(TimeBlock.class).flatMap(TimeBlock::squareOff);
  }

  /** Whether an exit signal is obeyed. */
  public boolean signalExitEnabled() {
    return block(SignalExitBlock.class).filter(SignalExitBlock::enabled).isPresent();
  }

  /**
   * The rules and settings that the engine is given, in ascending order of their codes.
   *
   * @param nameIds numbers of the names that rules refer to
   */
  public List<RuleSpec> rules(ToLongFunction<String> nameIds) {
    RuleList rules = new RuleList(nameIds);
    blocks.forEach(block -> block.addRules(rules));
    return rules.inOrder();
  }

  /** Whether a stop protects from the first price on. */
  public boolean isProtected() {
    return stopLoss().isPresent()
        || hardStop().isPresent()
        || trailing().filter(TrailingBlock::isProtective).isPresent();
  }

  /** Whether anything at all can end a position. */
  public boolean hasExit() {
    return isProtected()
        || takeProfit().isPresent()
        || trailing().isPresent()
        || block(BreakEvenBlock.class).isPresent()
        || block(TimeBlock.class).isPresent()
        || block(StaleBlock.class).filter(s -> s.action() == StaleAction.EXIT).isPresent()
        || signalExitEnabled();
  }
}
