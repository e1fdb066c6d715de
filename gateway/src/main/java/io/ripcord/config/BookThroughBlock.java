package io.ripcord.config;

import io.ripcord.rule.RuleKind;

/**
 * {@code book-through}: the stop fires as well when the whole book is beyond it, without a trade.
 * Immutable.
 *
 * @param confirmNs how long it must be
 */
public record BookThroughBlock(long confirmNs) implements PolicyBlock {
  static final String KEY = "book-through";
  private static final Vocabulary KEYS = Vocabulary.of("confirm-ms");
  private static final ScalarType<Integer> CONFIRM_MS = Scalars.whole(1, 60_000);
  private static final int DEFAULT_CONFIRM_MS = 500;

  /** The block, null when it is off or refused. */
  static BookThroughBlock bind(Block policy) {
    if (!policy.has(KEY)) {
      return null;
    }
    BookThroughBlock defaults = new BookThroughBlock(DEFAULT_CONFIRM_MS * Durations.MS);
    if (policy.get(KEY).kind() != ConfigNode.Kind.MAPPING) {
      Boolean isOn = policy.value(KEY, Scalars.BOOLEAN, null);
      return isOn == null || !isOn ? null : defaults;
    }
    Block block = policy.block(KEY);
    block.allow(KEYS);
    return new BookThroughBlock(
        block.value("confirm-ms", CONFIRM_MS, DEFAULT_CONFIRM_MS) * Durations.MS);
  }

  @Override
  public void addRules(RuleList rules) {
    rules.add(RuleKind.BOOK_THROUGH, confirmNs);
  }

  @Override
  public void show(BlockValues values) {
    values.under(KEY).number("confirm-ms", confirmNs / Durations.MS);
  }
}
