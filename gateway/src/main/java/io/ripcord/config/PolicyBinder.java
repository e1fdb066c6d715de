package io.ripcord.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns the mapping of one policy into a {@link PolicyConfig}. Each block binds itself, in a file
 * of its own; what blocks mean to each other is the business of {@link ProtectionChecks} and {@link
 * ReachChecks}.
 */
final class PolicyBinder {
  /** The keys of a block, and what reads them: null for a block that is not there or refused. */
  private record Entry(Function<Block, PolicyBlock> binder, List<String> keys) {
    Entry(Function<Block, PolicyBlock> binder, String key) {
      this(binder, List.of(key));
    }
  }

  /** In the order in which problems and {@code config show} list them. */
  private static final List<Entry> BLOCKS =
      List.of(
          new Entry(TriggerBlock::bind, TriggerBlock.KEY),
          new Entry(EvaluateBlock::bind, EvaluateBlock.KEY),
          new Entry(StopLossBlock::bind, StopLossBlock.KEY),
          new Entry(TakeProfitBlock::bind, TakeProfitBlock.KEY),
          new Entry(TrailingBlock::bind, TrailingBlock.KEY),
          new Entry(BreakEvenBlock::bind, BreakEvenBlock.KEY),
          new Entry(PartialBlock::bind, PartialBlock.KEY),
          new Entry(ScaleInBlock::bind, ScaleInBlock.KEY),
          new Entry(TimeBlock::bind, TimeBlock.KEY),
          new Entry(VolatilityBlock::bind, VolatilityBlock.KEY),
          new Entry(HardStopBlock::bind, HardStopBlock.KEY),
          new Entry(SignalExitBlock::bind, SignalExitBlock.KEY),
          new Entry(BookThroughBlock::bind, BookThroughBlock.KEY),
          new Entry(StaleBlock::bind, List.of(StaleBlock.AFTER, StaleBlock.ACTION)),
          new Entry(DeferBlock::bind, List.of(DeferBlock.MS, DeferBlock.WITHIN)));

  private static final String UNPROTECTED = "unprotected";
  private static final Vocabulary POLICY = vocabulary();

  private PolicyBinder() {}

  private static Vocabulary vocabulary() {
    List<String> keys = new ArrayList<>();
    BLOCKS.forEach(entry -> keys.addAll(entry.keys));
    keys.add(UNPROTECTED);
    return new Vocabulary(List.copyOf(keys));
  }

  /** The policy, empty after saying what is wrong with it. */
  static Optional<PolicyConfig> bind(String name, ConfigNode node, Problems problems) {
    int before = problems.errorCount();
    Block policy = Block.of(node, problems);
    if (policy == null) {
      return Optional.empty();
    }
    policy.allow(POLICY);
    List<PolicyBlock> blocks = new ArrayList<>();
    for (Entry entry : BLOCKS) {
      PolicyBlock block = entry.binder.apply(policy);
      if (block != null) {
        blocks.add(block);
      }
    }
    boolean unprotected = policy.value(UNPROTECTED, Scalars.BOOLEAN, false);
    if (problems.errorCount() > before) {
      return Optional.empty();
    }
    PolicyConfig bound = new PolicyConfig(name, blocks, unprotected, node.file(), node.line());
    checkCount(policy, bound);
    new ProtectionChecks(policy, bound).run();
    new ReachChecks(policy, bound).run();
    new DeadRuleChecks(policy, bound).run();
    return problems.errorCount() > before ? Optional.empty() : Optional.of(bound);
  }

  private static void checkCount(Block policy, PolicyConfig bound) {
    int count = bound.rules(symbol -> 0).size();
    if (count > PolicyConfig.MAX_RULES) {
      policy.error("found " + count + " rules, expected at most " + PolicyConfig.MAX_RULES);
    }
  }
}
