package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the mapping of one policy into a {@link PolicyConfig}. */
final class PolicyBinder {
  private static final Vocabulary POLICY =
      Vocabulary.of(
              "trigger",
              "evaluate",
              "stop-loss",
              "take-profit",
              "trailing",
              "signal-exit",
              "unprotected")
          .notBuiltYet(
              "remove it", "break-even", "partial", "scale-in", "time", "volatility", "hard-stop");
  private static final Vocabulary STOP_LOSS =
      Vocabulary.of("price", "percent", "ticks").notBuiltYet("use price, percent or ticks", "atr");
  private static final Vocabulary TAKE_PROFIT =
      Vocabulary.of("price", "percent", "ladder")
          .notBuiltYet("use price, percent or ladder", "risk-reward");
  private static final Vocabulary TRAILING =
      Vocabulary.of("percent", "activate-at", "step", "tighten")
          .notBuiltYet("use percent", "ticks", "atr", "supertrend", "ma-cross");
  private static final Vocabulary TIGHTEN = Vocabulary.of("at", "percent");
  private static final Vocabulary RUNG = Vocabulary.of("after", "percent", "any");
  private static final Vocabulary SIGNAL_EXIT = Vocabulary.of("enabled");

  private static final List<String> TRIGGERS_TO_COME = List.of("bid-ask", "mark", "double-last");

  private static final ScalarType<Long> PRICE = Scalars.positiveDecimal();
  private static final ScalarType<Long> DISTANCE = Scalars.percentBelow(100 * Percent.ONE);
  private static final ScalarType<Long> GAIN = Scalars.positivePercent();
  private static final ScalarType<Long> GAIN_OR_NONE = Scalars.percentBetween(0, Percent.MAX_VALUE);
  private static final ScalarType<Integer> TICKS = Scalars.whole(1, 1_000_000_000);
  private static final ScalarType<Long> AGE = Scalars.duration(0, 3_650 * Durations.DAY);

  /** A protective percentage below this is rather a fraction taken for a percentage. */
  private static final long SUSPICIOUS_BELOW_E6 = Percent.ONE / 5;

  private final Block policy;
  private final Problems problems;

  private PolicyBinder(Block policy) {
    this.policy = policy;
    this.problems = policy.problems();
  }

  /** The policy, empty after saying what is wrong with it. */
  static Optional<PolicyConfig> bind(String name, ConfigNode node, Problems problems) {
    int before = problems.errorCount();
    Block policy = Block.of(node, problems);
    if (policy == null) {
      return Optional.empty();
    }
    PolicyBinder binder = new PolicyBinder(policy);
    policy.allow(POLICY);
    binder.trigger();
    binder.evaluate();
    Optional<StopLossConfig> stopLoss = binder.stopLoss();
    Optional<TakeProfitConfig> takeProfit = binder.takeProfit();
    Optional<TrailingConfig> trailing = binder.trailing();
    boolean signalExit = binder.signalExit();
    boolean unprotected = policy.value("unprotected", Scalars.BOOLEAN, false);
    if (problems.errorCount() > before) {
      return Optional.empty();
    }
    PolicyConfig bound =
        new PolicyConfig(
            name,
            stopLoss,
            takeProfit,
            trailing,
            signalExit,
            unprotected,
            node.file(),
            node.line());
    binder.checkProtection(bound);
    return problems.errorCount() > before ? Optional.empty() : Optional.of(bound);
  }

  private void checkProtection(PolicyConfig bound) {
    if (!bound.hasExit() && bound.unprotected()) {
      policy.error("found no exit at all, expected one: a position would never exit");
    } else if (!bound.isProtected() && !bound.unprotected()) {
      policy.error(
          "found no protective stop, expected stop-loss, trailing without activate-at,"
              + " or 'unprotected: true'");
    } else if (bound.isProtected() && bound.unprotected()) {
      policy.warning("unprotected", "has no effect: there is a protective stop");
    }
  }

  private void trigger() {
    if (!policy.has("trigger")) {
      return;
    }
    ConfigNode node = policy.get("trigger");
    if (TRIGGERS_TO_COME.contains(node.text())) {
      policy.error("trigger", Vocabulary.notBuiltText(node.describe(), "use 'last'"));
    } else if (!node.text().equals("last")) {
      policy.error(
          "trigger",
          "found " + node.describe() + ", " + Wording.suggestion(node.text(), List.of("last")));
    }
  }

  private void evaluate() {
    if (!policy.has("evaluate")) {
      return;
    }
    ConfigNode node = policy.get("evaluate");
    if (node.kind() == ConfigNode.Kind.MAPPING) {
      policy.error("evaluate", Vocabulary.notBuiltText("'every'", "use 'every-tick'"));
    } else if (!node.text().equals("every-tick")) {
      String hint = Wording.suggestion(node.text(), List.of("every-tick"));
      policy.error("evaluate", "found " + node.describe() + ", " + hint);
    }
  }

  private Optional<StopLossConfig> stopLoss() {
    Block block = policy.block("stop-loss");
    if (block == null) {
      return Optional.empty();
    }
    int before = problems.errorCount();
    block.allow(STOP_LOSS);
    block.exactlyOne(STOP_LOSS);
    Long price = block.value("price", PRICE, E8.NULL);
    Long percent = protectivePercent(block);
    Integer ticks = block.value("ticks", TICKS, null);
    if (problems.errorCount() > before) {
      return Optional.empty();
    }
    return Optional.of(new StopLossConfig(price, percent, ticks == null ? E8.NULL : ticks));
  }

  private Optional<TakeProfitConfig> takeProfit() {
    Block block = policy.block("take-profit");
    if (block == null) {
      return Optional.empty();
    }
    int before = problems.errorCount();
    block.allow(TAKE_PROFIT);
    block.exactlyOne(TAKE_PROFIT);
    Long price = block.value("price", PRICE, E8.NULL);
    Long percent = block.value("percent", GAIN, E8.NULL);
    List<LadderRungConfig> ladder = ladder(block);
    if (problems.errorCount() > before) {
      return Optional.empty();
    }
    return Optional.of(new TakeProfitConfig(price, percent, ladder));
  }

  private List<LadderRungConfig> ladder(Block takeProfit) {
    if (!takeProfit.has("ladder")) {
      return List.of();
    }
    int before = problems.errorCount();
    List<ConfigNode> items = takeProfit.list("ladder");
    int most = TakeProfitConfig.MAX_RUNGS;
    if (problems.errorCount() == before && (items.isEmpty() || items.size() > most)) {
      takeProfit.error("ladder", "found " + items.size() + " rungs, expected 1 to " + most);
    }
    List<LadderRungConfig> rungs = new ArrayList<>();
    for (int i = 0; i < Math.min(items.size(), most); i++) {
      String name = takeProfit.label("ladder") + ": rung " + (i + 1);
      Block block = Block.named(items.get(i), name, problems);
      LadderRungConfig rung = block == null ? null : rung(block);
      if (rung != null) {
        checkOrder(block, rung, rungs);
        rungs.add(rung);
      }
    }
    return rungs;
  }

  private static LadderRungConfig rung(Block block) {
    int before = block.problems().errorCount();
    block.allow(RUNG);
    Long after = block.required("after", AGE);
    boolean isOne = block.oneOf("percent", "any");
    Long percent = block.value("percent", GAIN, E8.NULL);
    Boolean isAny = block.value("any", Scalars.BOOLEAN, null);
    if (isAny != null && !isAny) {
      block.error("any", "found 'false', expected true or a percent instead");
    }
    boolean isGood = isOne && block.problems().errorCount() == before;
    return isGood ? new LadderRungConfig(after, percent) : null;
  }

  /** A later rung asks for less profit, and nothing is less than any price. */
  private static void checkOrder(
      Block block, LadderRungConfig rung, List<LadderRungConfig> earlier) {
    if (earlier.isEmpty()) {
      return;
    }
    LadderRungConfig last = earlier.get(earlier.size() - 1);
    if (last.isAny()) {
      block.error("found a rung after 'any: true', expected that to be the last one");
    } else if (rung.afterNs() <= last.afterNs()) {
      block.error(
          "after",
          "found "
              + Durations.format(rung.afterNs())
              + ", expected more than the "
              + Durations.format(last.afterNs())
              + " of the rung before");
    } else if (!rung.isAny() && rung.percentE6() >= last.percentE6()) {
      block.error(
          "percent",
          "found "
              + Percent.format(rung.percentE6())
              + ", expected less than the "
              + Percent.format(last.percentE6())
              + " of the rung before");
    }
  }

  private Optional<TrailingConfig> trailing() {
    if (policy.has("trailing") && policy.get("trailing").kind() == ConfigNode.Kind.LIST) {
      policy.error(
          "trailing", Vocabulary.notBuiltText("a list of trailing stops", "give one mapping"));
      return Optional.empty();
    }
    Block block = policy.block("trailing");
    if (block == null) {
      return Optional.empty();
    }
    int before = problems.errorCount();
    block.allow(TRAILING);
    if (!block.has("percent") && !block.hasNotBuilt(TRAILING)) {
      block.required("percent", DISTANCE);
    }
    Long percent = protectivePercent(block);
    Long activateAt = block.value("activate-at", GAIN_OR_NONE, 0L);
    Long step = block.value("step", GAIN_OR_NONE, 0L);
    Tighten tighten = tighten(block, percent);
    if (problems.errorCount() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new TrailingConfig(percent, activateAt, step, tighten.atE6(), tighten.percentE6()));
  }

  private record Tighten(Long atE6, Long percentE6) {}

  private Tighten tighten(Block trailing, long wideE6) {
    Tighten none = new Tighten(E8.NULL, E8.NULL);
    Block block = trailing.block("tighten");
    if (block == null) {
      return none;
    }
    block.allow(TIGHTEN);
    Long at = block.required("at", GAIN);
    if (!block.has("percent")) {
      block.required("percent", DISTANCE);
      return none;
    }
    Long percent = protectivePercent(block);
    if (percent != E8.NULL && wideE6 != E8.NULL && percent >= wideE6) {
      block.error(
          "percent",
          "found "
              + Percent.format(percent)
              + ", expected less than the trailing percent "
              + Percent.format(wideE6));
    }
    return new Tighten(at, percent);
  }

  private boolean signalExit() {
    Block block = policy.block("signal-exit");
    if (block == null) {
      return false;
    }
    block.allow(SIGNAL_EXIT);
    Boolean isEnabled = block.required("enabled", Scalars.BOOLEAN);
    return isEnabled != null && isEnabled;
  }

  /** The key {@code percent} of a stop, {@link E8#NULL} when absent or refused. */
  private static Long protectivePercent(Block block) {
    Long percent = block.value("percent", DISTANCE, E8.NULL);
    if (percent > 0 && percent < SUSPICIOUS_BELOW_E6) {
      block.warning(
          "percent",
          "found "
              + Percent.format(percent)
              + " percent, did you mean "
              + Percent.format(100 * percent)
              + "?");
    }
    return percent;
  }
}
