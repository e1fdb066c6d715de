package io.ripcord.config;

/**
 * {@code signal-exit}: whether an exit signal from outside is obeyed. No rule, but a flag of the
 * policy. Immutable.
 *
 * @param enabled whether it is
 */
public record SignalExitBlock(boolean enabled) implements PolicyBlock {
  static final String KEY = "signal-exit";
  private static final Vocabulary KEYS = Vocabulary.of("enabled");

  static SignalExitBlock bind(Block policy) {
    Block block = policy.block(KEY);
    if (block == null) {
      return new SignalExitBlock(false);
    }
    block.allow(KEYS);
    Boolean isEnabled = block.required("enabled", Scalars.BOOLEAN);
    return new SignalExitBlock(isEnabled != null && isEnabled);
  }

  @Override
  public void addRules(RuleList rules) {
    // The event that begins a policy carries it.
  }

  @Override
  public void show(BlockValues values) {
    values.under(KEY).flag("enabled", enabled);
  }
}
