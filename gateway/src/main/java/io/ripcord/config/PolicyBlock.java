package io.ripcord.config;

/**
 * One block of a policy, bound and checked: what it asks of the engine, and what {@code config
 * show} lists. Immutable. Each block has a file of its own, with its keys, defaults and ranges.
 */
public interface PolicyBlock {
  /** Adds the rules that it stands for; none where the engine does by itself what it asks. */
  void addRules(RuleList rules);

  /** Lists its values in effect, defaults included. */
  void show(BlockValues values);
}
