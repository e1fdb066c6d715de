package io.ripcord.testing;

import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy in words: {@code new PolicyParts().stopPercent("2").trailing("1").activateAt("2")}.
 * Percentages and prices are plain decimal text. Publishes itself as the events of a definition.
 */
public final class PolicyParts {
  private static final long SECOND_NS = 1_000_000_000L;

  private final List<RuleSpec> rules = new ArrayList<>();
  private final List<Long> rungAfterNs = new ArrayList<>();
  private final List<Long> rungPercentE6 = new ArrayList<>();
  private boolean signalExit;
  private int version = 1;

  /** Fixed stop at a price. */
  public PolicyParts stopPrice(String price) {
    return stop(E8.parse(price), E8.NULL, E8.NULL);
  }

  /** Fixed stop, percent of the entry price away. */
  public PolicyParts stopPercent(String percent) {
    return stop(E8.NULL, Percent.parse(percent), E8.NULL);
  }

  /** Fixed stop, price increments away from the entry price. */
  public PolicyParts stopTicks(long ticks) {
    return stop(E8.NULL, E8.NULL, ticks);
  }

  private PolicyParts stop(long priceE8, long percentE6, long ticks) {
    return rule(RuleKind.STOP_LOSS, priceE8, percentE6, ticks);
  }

  /** Fixed target at a price. */
  public PolicyParts targetPrice(String price) {
    return rule(RuleKind.TAKE_PROFIT, E8.parse(price), E8.NULL);
  }

  /** Fixed target, percent of the entry price away. */
  public PolicyParts targetPercent(String percent) {
    return rule(RuleKind.TAKE_PROFIT, E8.NULL, Percent.parse(percent));
  }

  /** A rung of a time-graded target. */
  public PolicyParts rung(long afterSeconds, String percent) {
    return rung(afterSeconds, Percent.parse(percent));
  }

  /** The rung that exits at any price. */
  public PolicyParts anyPriceAfter(long afterSeconds) {
    return rung(afterSeconds, E8.NULL);
  }

  private PolicyParts rung(long afterSeconds, long percentE6) {
    rungAfterNs.add(afterSeconds * SECOND_NS);
    rungPercentE6.add(percentE6);
    return this;
  }

  /** Trailing stop from the first price on. */
  public PolicyParts trailing(String percent) {
    return trailing(percent, "0", "0");
  }

  /** Trailing stop with an activation profit and a smallest move. */
  public PolicyParts trailing(String percent, String activateAt, String step) {
    return trailing(percent, activateAt, step, E8.NULL, E8.NULL);
  }

  /** Trailing stop that tightens once its best profit reaches {@code tightenAt}. */
  public PolicyParts trailing(
      String percent, String activateAt, String step, String tightenAt, String tightenPercent) {
    return trailing(
        percent, activateAt, step, Percent.parse(tightenAt), Percent.parse(tightenPercent));
  }

  private PolicyParts trailing(
      String percent, String activateAt, String step, long tightenAtE6, long tightenPercentE6) {
    return rule(
        RuleKind.TRAILING_STOP,
        Percent.parse(percent),
        Percent.parse(activateAt),
        Percent.parse(step),
        tightenAtE6,
        tightenPercentE6);
  }

  /** Which prices touch levels. */
  public PolicyParts trigger(TriggerSource source) {
    return rule(RuleKind.TRIGGER, source.code());
  }

  /** Looks now and then, and at gaps; {@code null} for every tick, and for no gaps. */
  public PolicyParts evaluation(Long everySeconds, String gapPercent) {
    return rule(
        RuleKind.EVALUATION,
        everySeconds == null ? E8.NULL : everySeconds * SECOND_NS,
        gapPercent == null ? E8.NULL : Percent.parse(gapPercent));
  }

  /** Exits when the book is through the stop for so long. */
  public PolicyParts bookThrough(long confirmNs) {
    return rule(RuleKind.BOOK_THROUGH, confirmNs);
  }

  /** What follows on silence. */
  public PolicyParts stale(long afterSeconds, StaleAction action) {
    return rule(RuleKind.STALENESS, afterSeconds * SECOND_NS, action.code());
  }

  /** Any rule, by its numbers. */
  public PolicyParts rule(RuleKind kind, long... parameters) {
    rules.add(new RuleSpec(kind, parameters));
    return this;
  }

  /** Signals may exit. */
  public PolicyParts signalExit() {
    signalExit = true;
    return this;
  }

  /** Counts the definitions under one id; 1 if nothing is said. */
  public PolicyParts version(int newVersion) {
    version = newVersion;
    return this;
  }

  /** Its rules in the order in which a policy has them. */
  public List<RuleSpec> rules() {
    List<RuleSpec> all = new ArrayList<>(rules);
    if (!rungAfterNs.isEmpty()) {
      all.add(
          new RuleSpec(
              RuleKind.TARGET_LADDER,
              Stream.concat(rungAfterNs.stream(), rungPercentE6.stream())
                  .mapToLong(Long::longValue)
                  .toArray()));
    }
    all.sort(Comparator.comparing(RuleSpec::kind));
    return all;
  }

  /** Publishes begin, rules and end. */
  public void publish(DefinitionPublisher publisher, long timeNs, int policyId, int nameId) {
    publisher.policy(timeNs, policyId, nameId, version, signalExit, rules());
  }
}
