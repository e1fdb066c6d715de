package io.ripcord.node;

import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.LadderRungConfig;
import io.ripcord.config.PolicyConfig;
import io.ripcord.config.StopLossConfig;
import io.ripcord.config.TakeProfitConfig;
import io.ripcord.config.TrailingConfig;
import io.ripcord.event.DefinitionPublisher;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns configured instruments and policies into events and remembers their numbers. The publishing
 * thread's.
 */
final class Definitions {
  private static final int FIRST_VERSION = 1;

  private final DefinitionPublisher publisher;
  private final long timeNs;
  private final Map<String, Integer> instruments = new HashMap<>();
  private final Map<String, Integer> policies = new HashMap<>();
  private int lastNameId;

  /** Publishes as of {@code timeNs}. */
  Definitions(DefinitionPublisher publisher, long timeNs) {
    this.publisher = publisher;
    this.timeNs = timeNs;
  }

  void instrument(InstrumentConfig instrument) {
    int id = instruments.size();
    instruments.put(instrument.symbol(), id);
    publisher.instrumentDefined(
        timeNs,
        id,
        name(instrument.symbol()),
        instrument.priceIncrementE8(),
        instrument.lotE8(),
        instrument.multiplierE8());
  }

  void policy(PolicyConfig policy) {
    int id = policies.size();
    policies.put(policy.name(), id);
    int parts = parts(policy);
    publisher.policyBegin(
        timeNs, id, name(policy.name()), FIRST_VERSION, parts, policy.signalExitEnabled());
    policy.stopLoss().ifPresent(stop -> stopLoss(id, stop));
    policy.takeProfit().ifPresent(target -> takeProfit(id, target));
    policy.trailing().ifPresent(trailing -> trailing(id, trailing));
    publisher.policyEnd(timeNs, id, FIRST_VERSION, parts);
  }

  private static int parts(PolicyConfig policy) {
    int targets = policy.takeProfit().map(target -> Math.max(1, target.ladder().size())).orElse(0);
    return targets
        + (policy.stopLoss().isPresent() ? 1 : 0)
        + (policy.trailing().isPresent() ? 1 : 0);
  }

  private void stopLoss(int id, StopLossConfig stop) {
    publisher.stopLossPart(timeNs, id, stop.priceE8(), stop.percentE6(), stop.ticks());
  }

  private void takeProfit(int id, TakeProfitConfig target) {
    if (target.ladder().isEmpty()) {
      publisher.takeProfitPart(timeNs, id, target.priceE8(), target.percentE6());
    }
    for (LadderRungConfig rung : target.ladder()) {
      publisher.ladderRungPart(timeNs, id, rung.afterNs(), rung.percentE6());
    }
  }

  private void trailing(int id, TrailingConfig trailing) {
    publisher.trailingPart(
        timeNs,
        id,
        trailing.percentE6(),
        trailing.activateAtE6(),
        trailing.stepE6(),
        trailing.tightenAtE6(),
        trailing.tightenPercentE6());
  }

  private int name(String text) {
    publisher.nameDefined(timeNs, ++lastNameId, text);
    return lastNameId;
  }

  int instrumentId(String symbol) {
    return instruments.get(symbol);
  }

  int policyId(String policy) {
    return policies.get(policy);
  }
}
