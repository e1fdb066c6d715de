package io.ripcord.config;

import io.ripcord.rule.RuleKind;

/**
 * {@code trailing: {ma-cross: ...}}: an exit when the fast moving average of the closes falls below
 * the slow one; mirrored for shorts. Immutable.
 *
 * @param fast bars of the fast average
 * @param slow bars of the slow average
 * @param type kind of average
 * @param barNs length of a bar
 */
public record MaCrossExit(int fast, int slow, Type type, long barNs) implements PolicyBlock {
  /** Kinds of moving averages. */
  public enum Type {
    /** Simple. */
    SMA(0),
    /** Exponential. */
    EMA(1);

    private final int code;

    Type(int code) {
      this.code = code;
    }
  }

  static final String KEY = "ma-cross";
  private static final Vocabulary KEYS = Vocabulary.of("fast", "slow", "type", "bar");
  private static final ScalarType<Type> TYPE = Scalars.word(Type.class);

  /** The exit of a block that has the key, null after saying what is wrong. */
  static MaCrossExit bind(Block trailing) {
    Block block = trailing.block(KEY);
    if (block == null) {
      return null;
    }
    int before = block.errorCount();
    block.allow(KEYS);
    int fast = block.value("fast", PolicyScalars.PERIOD, 9);
    int slow = block.value("slow", PolicyScalars.PERIOD, 21);
    Type type = block.value("type", TYPE, Type.EMA);
    long bar = block.value("bar", PolicyScalars.BAR, PolicyScalars.MINUTE);
    if (block.errorCount() == before) {
      PolicyScalars.checkFaster(block, fast, slow);
    }
    return new MaCrossExit(fast, slow, type, bar);
  }

  @Override
  public void addRules(RuleList rules) {
    rules.add(RuleKind.MA_CROSS, fast, slow, type.code, barNs);
  }

  @Override
  public void show(BlockValues trailing) {
    BlockValues block = trailing.under(KEY);
    block.number("fast", fast);
    block.number("slow", slow);
    block.text("type", TYPE.format(type));
    block.duration("bar", barNs);
  }
}
