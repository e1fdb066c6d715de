package io.ripcord.config;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code trailing}: stops that follow the market, one mapping or a list of them; the tightest
 * holds. Immutable.
 *
 * @param rules in file order: {@link TrailingDistance}, {@link SupertrendStop} or {@link
 *     MaCrossExit}
 * @param isList whether they stand in a list
 */
public record TrailingBlock(List<PolicyBlock> rules, boolean isList) implements PolicyBlock {
  static final String KEY = "trailing";
  private static final Vocabulary VARIANTS =
      Vocabulary.of("percent", "ticks", "atr", SupertrendStop.KEY, MaCrossExit.KEY);
  private static final List<String> OF_A_DISTANCE = List.of("activate-at", "step", "tighten");
  private static final Vocabulary KEYS = keys();

  /** Copies the list. */
  public TrailingBlock {
    rules = List.copyOf(rules);
  }

  private static Vocabulary keys() {
    List<String> all = new ArrayList<>(VARIANTS.keys());
    all.addAll(OF_A_DISTANCE);
    return new Vocabulary(all);
  }

  static TrailingBlock bind(Block policy) {
    if (!policy.has(KEY)) {
      return null;
    }
    int before = policy.errorCount();
    boolean isList = policy.get(KEY).kind() == ConfigNode.Kind.LIST;
    List<PolicyBlock> rules = isList ? list(policy) : one(policy.block(KEY));
    return policy.errorCount() > before ? null : new TrailingBlock(rules, isList);
  }

  private static List<PolicyBlock> list(Block policy) {
    List<PolicyBlock> rules = new ArrayList<>();
    for (Block block : policy.items(KEY, "stop", PolicyConfig.MAX_RULES)) {
      for (PolicyBlock rule : one(block)) {
        int same = rules.indexOf(rule);
        if (same >= 0) {
          block.error("found stop " + (same + 1) + " again, expected it once");
        }
        rules.add(rule);
      }
    }
    return rules;
  }

  private static List<PolicyBlock> one(Block block) {
    if (block == null) {
      return List.of();
    }
    int before = block.errorCount();
    block.allow(KEYS);
    block.exactlyOne(VARIANTS);
    if (block.errorCount() > before) {
      return List.of();
    }
    boolean isSupertrend = block.has(SupertrendStop.KEY);
    if (!isSupertrend && !block.has(MaCrossExit.KEY)) {
      return TrailingDistance.bind(block).stream().map(PolicyBlock.class::cast).toList();
    }
    for (String key : OF_A_DISTANCE) {
      if (block.has(key)) {
        block.error(
            key,
            "found it with "
                + (isSupertrend ? SupertrendStop.KEY : MaCrossExit.KEY)
                + ", expected it with percent, ticks or atr only");
      }
    }
    PolicyBlock rule = isSupertrend ? SupertrendStop.bind(block) : MaCrossExit.bind(block);
    return rule == null ? List.of() : List.of(rule);
  }

  /** Those that follow at a distance. */
  List<TrailingDistance> distances() {
    return rules.stream()
        .filter(TrailingDistance.class::isInstance)
        .map(TrailingDistance.class::cast)
        .toList();
  }

  /** Whether one of them protects from the first price on. */
  boolean isProtective() {
    return distances().stream().anyMatch(TrailingDistance::isProtective);
  }

  @Override
  public void addRules(RuleList list) {
    rules.forEach(rule -> rule.addRules(list));
  }

  @Override
  public void show(BlockValues values) {
    for (int i = 0; i < rules.size(); i++) {
      rules.get(i).show(isList ? values.item(KEY, i + 1) : values.under(KEY));
    }
  }
}
