package io.ripcord.config;

import io.ripcord.event.TriggerSource;
import io.ripcord.rule.RuleKind;

/**
 * {@code trigger}: the price that rules look at. Immutable.
 *
 * @param source which price
 */
public record TriggerBlock(TriggerSource source) implements PolicyBlock {
  static final String KEY = "trigger";
  private static final ScalarType<TriggerSource> SOURCE = Scalars.word(TriggerSource.class);

  static TriggerBlock bind(Block policy) {
    return new TriggerBlock(policy.value(KEY, SOURCE, TriggerSource.LAST));
  }

  @Override
  public void addRules(RuleList rules) {
    if (source != TriggerSource.LAST) {
      rules.add(RuleKind.TRIGGER, source.code());
    }
  }

  @Override
  public void show(BlockValues values) {
    values.text(KEY, SOURCE.format(source));
  }
}
