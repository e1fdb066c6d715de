package io.ripcord.testing;

import io.ripcord.event.DefinitionPublisher;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy in words: {@code new PolicyParts().stopPercent("2").trailing("1").activateAt("2")}.
 * Percentages and prices are plain decimal text. Publishes itself as the events of a definition.
 */
public final class PolicyParts {
  private static final long SECOND_NS = 1_000_000_000L;

  private interface Part {
    void publish(DefinitionPublisher publisher, long timeNs, int policyId);
  }

  private final List<Part> parts = new ArrayList<>();
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
    parts.add((p, timeNs, id) -> p.stopLossPart(timeNs, id, priceE8, percentE6, ticks));
    return this;
  }

  /** Fixed target at a price. */
  public PolicyParts targetPrice(String price) {
    long priceE8 = E8.parse(price);
    parts.add((p, timeNs, id) -> p.takeProfitPart(timeNs, id, priceE8, E8.NULL));
    return this;
  }

  /** Fixed target, percent of the entry price away. */
  public PolicyParts targetPercent(String percent) {
    long percentE6 = Percent.parse(percent);
    parts.add((p, timeNs, id) -> p.takeProfitPart(timeNs, id, E8.NULL, percentE6));
    return this;
  }

  /** A rung of a time-graded target. */
  public PolicyParts rung(long afterSeconds, String percent) {
    long percentE6 = Percent.parse(percent);
    parts.add((p, timeNs, id) -> p.ladderRungPart(timeNs, id, afterSeconds * SECOND_NS, percentE6));
    return this;
  }

  /** The rung that exits at any price. */
  public PolicyParts anyPriceAfter(long afterSeconds) {
    parts.add((p, timeNs, id) -> p.ladderRungPart(timeNs, id, afterSeconds * SECOND_NS, E8.NULL));
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
    long percentE6 = Percent.parse(percent);
    long activateAtE6 = Percent.parse(activateAt);
    long stepE6 = Percent.parse(step);
    parts.add(
        (p, timeNs, id) ->
            p.trailingPart(
                timeNs, id, percentE6, activateAtE6, stepE6, tightenAtE6, tightenPercentE6));
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

  /** Publishes begin, parts and end. */
  public void publish(DefinitionPublisher publisher, long timeNs, int policyId, int nameId) {
    publisher.policyBegin(timeNs, policyId, nameId, version, parts.size(), signalExit);
    for (Part part : parts) {
      part.publish(publisher, timeNs, policyId);
    }
    publisher.policyEnd(timeNs, policyId, version, parts.size());
  }
}
