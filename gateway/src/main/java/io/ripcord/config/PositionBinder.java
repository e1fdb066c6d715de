package io.ripcord.config;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.util.List;
import java.util.Optional;

/** Turns one item of the list of positions into a {@link PositionConfig}. */
final class PositionBinder {
  /** Ids stay exact in every reader of the JSON report, which may hold numbers as doubles. */
  static final ScalarType<Long> ID = Scalars.wholeLong(1, (1L << 53) - 1);

  private static final Vocabulary POSITION =
      Vocabulary.of(
          "id",
          "symbol",
          "side",
          "quantity",
          "lots",
          "entry-price",
          "at",
          "policy",
          "leverage",
          "group");
  static final ScalarType<Long> AMOUNT = Scalars.positiveDecimal();
  private static final ScalarType<Long> LOTS = Scalars.wholeLong(1, 1_000_000_000_000_000L);
  static final ScalarType<Long> LEVERAGE = Scalars.decimalBetween(E8.ONE, 1_000 * E8.ONE);
  static final ScalarType<Side> SIDE = Scalars.constant(Side.class);

  private final Block block;
  private final Problems problems;

  private PositionBinder(Block block) {
    this.block = block;
    this.problems = block.problems();
  }

  /**
   * The position, with id {@link E8#NULL} where the file gives none; null after saying what is
   * wrong. Problems call it by its id, else by its place in the list.
   */
  static PositionConfig bind(
      ConfigNode item,
      int ordinal,
      Policies policies,
      GroupConfigs groups,
      RipcordConfig config,
      Problems problems) {
    ConfigNode idNode = item.child("id");
    Long id = idNode == null ? null : ID.parse(idNode.text());
    String name = "position " + (id == null ? ordinal : id);
    Block block = Block.named(item, name, problems);
    return block == null ? null : new PositionBinder(block).bind(policies, groups, config);
  }

  private PositionConfig bind(Policies policies, GroupConfigs groups, RipcordConfig config) {
    int before = problems.errorCount();
    block.allow(POSITION);
    Long id = block.value("id", ID, E8.NULL);
    String symbol = block.required("symbol", Scalars.NAME);
    Side side = block.required("side", SIDE);
    // Steps need an instrument even where the symbol was refused; the finest accept everything.
    InstrumentConfig instrument =
        symbol == null ? InstrumentConfig.defaults("-") : config.instrument(symbol);
    Long quantity = quantity(instrument);
    Long entryPrice =
        block.has("entry-price")
            ? onStep("entry-price", instrument.priceIncrementE8(), "price-increment", instrument)
            : Long.valueOf(E8.NULL);
    Long at = block.value("at", Scalars.INSTANT, E8.NULL);
    Long leverage = block.value("leverage", LEVERAGE, E8.ONE);
    Optional<PolicyConfig> policy = policy(policies);
    List<String> memberOf = groups(groups);
    if (problems.errorCount() > before || policy.isEmpty()) {
      return null;
    }
    PositionConfig position =
        new PositionConfig(
            id,
            symbol,
            side,
            quantity,
            entryPrice,
            at,
            policy.get().name(),
            leverage,
            block.node().line(),
            memberOf);
    new LevelChecks(block, position, policy.get(), instrument).run();
    SquareOffCheck.run(block, position, policy.get(), config.calendarOf(symbol));
    new WorthChecks(block, position, policy.get(), instrument).run();
    return problems.errorCount() > before ? null : position;
  }

  private List<String> groups(GroupConfigs groups) {
    List<String> names = block.value("group", GroupNames.TYPE, GroupNames.NONE).names();
    for (String name : names) {
      if (name.equals(GroupConfig.ACCOUNT)) {
        block.error("group", "found 'account', expected another: it has all positions by itself");
      } else if (groups.find(name).isEmpty() && !groups.isRefused(name)) {
        String known =
            groups.names().isEmpty()
                ? "expected one under groups, which has none"
                : Wording.suggestion(name, groups.names());
        block.error("group", "unknown group '" + name + "', " + known);
      }
    }
    return names;
  }

  private Long quantity(InstrumentConfig instrument) {
    if (!block.oneOf("quantity", "lots")) {
      return null;
    }
    if (block.has("quantity")) {
      return onStep("quantity", instrument.lotE8(), "lot", instrument);
    }
    Long lots = LOTS.read(block.get("lots"), block.label("lots"), problems);
    if (lots == null) {
      return null;
    }
    if (lots > E8.MAX_VALUE / instrument.lotE8()) {
      block.error(
          "lots",
          "found "
              + lots
              + " lots of "
              + E8.format(instrument.lotE8())
              + ", expected a quantity of at most "
              + E8.format(E8.MAX_VALUE));
      return null;
    }
    return lots * instrument.lotE8();
  }

  /** A number above 0 that is a multiple of a step; null after saying what is wrong. */
  private Long onStep(String key, long stepE8, String stepName, InstrumentConfig instrument) {
    ConfigNode node = block.get(key);
    boolean isFiner = AMOUNT.kinds().contains(node.kind()) && Scalars.isFinerThanE8(node.text());
    Long value = isFiner ? null : AMOUNT.read(node, block.label(key), problems);
    if (isFiner || (value != null && !E8.isMultiple(value, stepE8))) {
      block.error(
          key,
          "found "
              + node.describe()
              + ", expected a multiple of the "
              + stepName
              + " "
              + E8.format(stepE8)
              + " of "
              + instrument.symbol());
      return null;
    }
    return value;
  }

  private Optional<PolicyConfig> policy(Policies policies) {
    String name = block.required("policy", Scalars.NAME);
    if (name == null) {
      return Optional.empty();
    }
    Optional<PolicyConfig> policy = policies.find(name);
    if (policy.isEmpty() && !policies.isRefused(name)) {
      block.error(
          "policy", "unknown policy '" + name + "', " + Wording.suggestion(name, policies.names()));
    }
    return policy;
  }
}
