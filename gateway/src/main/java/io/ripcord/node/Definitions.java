package io.ripcord.node;

import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.LadderRungConfig;
import io.ripcord.config.PolicyConfig;
import io.ripcord.config.StopLossConfig;
import io.ripcord.config.TakeProfitConfig;
import io.ripcord.config.TrailingConfig;
import io.ripcord.engine.EngineView;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.market.Instrument;
import io.ripcord.rule.Policies;
import io.ripcord.rule.Policy;
import io.ripcord.rule.StopLossRule;
import io.ripcord.rule.TakeProfitRule;
import io.ripcord.rule.TrailingStopRule;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns configured instruments and policies into events and remembers their numbers. What an
 * earlier start has defined alike is not defined again; a policy that has changed gets its next
 * version. The publishing thread's.
 */
final class Definitions {
  private static final int FIRST_VERSION = 1;

  private final DefinitionPublisher publisher;
  private final long timeNs;
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> instruments = new HashMap<>();
  private final Map<String, Integer> policies = new HashMap<>();
  private final Map<String, Instrument> knownInstruments = new HashMap<>();
  private final Map<String, Policy> knownPolicies = new HashMap<>();
  private int lastNameId;
  private int nextInstrumentId;
  private int nextPolicyId;

  /** Publishes as of {@code timeNs} what {@code known}, the engine so far, does not have. */
  Definitions(DefinitionPublisher publisher, long timeNs, EngineView known) {
    this.publisher = publisher;
    this.timeNs = timeNs;
    lastNameId = known.names().last();
    for (int id = 1; id <= lastNameId; id++) {
      names.put(known.names().name(id), id);
    }
    nextInstrumentId = known.instruments().count();
    for (int id = 0; id < nextInstrumentId; id++) {
      knownInstruments.put(known.symbol(id), known.instruments().get(id));
    }
    for (int id = 0; id < known.policies().capacity(); id++) {
      if (known.policies().contains(id)) {
        knownPolicies.put(known.policyName(id), known.policies().get(id));
        nextPolicyId = id + 1;
      }
    }
  }

  /**
   * An instrument.
   *
   * @return whether it is new
   * @throws IllegalStateException when it was defined with other steps
   */
  boolean instrument(InstrumentConfig instrument) {
    String symbol = instrument.symbol();
    Instrument known = knownInstruments.get(symbol);
    if (known != null) {
      checkAlike(instrument, known);
      instruments.put(symbol, known.id());
      return false;
    }
    int id = nextInstrumentId++;
    instruments.put(symbol, id);
    publisher.instrumentDefined(
        timeNs,
        id,
        name(symbol),
        instrument.priceIncrementE8(),
        instrument.lotE8(),
        instrument.multiplierE8());
    return true;
  }

  private static void checkAlike(InstrumentConfig instrument, Instrument known) {
    boolean alike =
        known.priceIncrementE8() == instrument.priceIncrementE8()
            && known.lotE8() == instrument.lotE8()
            && known.multiplierE8() == instrument.multiplierE8();
    if (!alike) {
      throw new IllegalStateException(
          "instrument "
              + instrument.symbol()
              + ": price-increment, lot or multiplier differ from what the journal was begun with;"
              + " expected the same, or a new data directory once all is flat");
    }
  }

  void policy(PolicyConfig policy) {
    Policy known = knownPolicies.get(policy.name());
    if (known != null && known.hasRulesOf(compiled(policy))) {
      policies.put(policy.name(), known.id());
      return;
    }
    int id = known == null ? nextPolicyId++ : known.id();
    int version = known == null ? FIRST_VERSION : known.version() + 1;
    int parts = parts(policy);
    policies.put(policy.name(), id);
    publisher.policyBegin(
        timeNs, id, name(policy.name()), version, parts, policy.signalExitEnabled());
    policy.stopLoss().ifPresent(stop -> stopLoss(id, stop));
    policy.takeProfit().ifPresent(target -> takeProfit(id, target));
    policy.trailing().ifPresent(trailing -> trailing(id, trailing));
    publisher.policyEnd(timeNs, id, version, parts);
  }

  /** As the engine would have it. */
  private static Policy compiled(PolicyConfig policy) {
    Policies scratch = new Policies();
    int parts = parts(policy);
    scratch.begin(0, 1, FIRST_VERSION, parts, policy.signalExitEnabled());
    policy
        .stopLoss()
        .ifPresent(
            stop ->
                scratch.part(0, new StopLossRule(stop.priceE8(), stop.percentE6(), stop.ticks())));
    policy.takeProfit().ifPresent(target -> compile(scratch, target));
    policy
        .trailing()
        .ifPresent(
            trailing ->
                scratch.part(
                    0,
                    new TrailingStopRule(
                        trailing.percentE6(),
                        trailing.activateAtE6(),
                        trailing.stepE6(),
                        trailing.tightenAtE6(),
                        trailing.tightenPercentE6())));
    scratch.end(0, FIRST_VERSION, parts);
    return scratch.get(0);
  }

  private static void compile(Policies scratch, TakeProfitConfig target) {
    if (target.ladder().isEmpty()) {
      scratch.part(0, new TakeProfitRule(target.priceE8(), target.percentE6()));
    }
    for (LadderRungConfig rung : target.ladder()) {
      scratch.rung(0, rung.afterNs(), rung.percentE6());
    }
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
    return names.computeIfAbsent(
        text,
        fresh -> {
          publisher.nameDefined(timeNs, ++lastNameId, fresh);
          return lastNameId;
        });
  }

  int instrumentId(String symbol) {
    return instruments.get(symbol);
  }

  int policyId(String policy) {
    return policies.get(policy);
  }
}
