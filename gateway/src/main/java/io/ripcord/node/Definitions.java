package io.ripcord.node;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.config.GroupConfig;
import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.PolicyConfig;
import io.ripcord.config.PositionConfig;
import io.ripcord.config.SquareOff;
import io.ripcord.config.SquareOffTime;
import io.ripcord.engine.EngineView;
import io.ripcord.engine.GroupStatus;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.GroupScope;
import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.rule.Policy;
import io.ripcord.rule.RuleSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns configured instruments, policies and groups into events and remembers their numbers. What
 * an earlier start has defined alike is not defined again; a policy that has changed gets its next
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
  private final Map<String, SquareOff> squareOffs = new HashMap<>();
  private final Set<String> onBars = new HashSet<>();
  private final Map<String, Policy> knownPolicies = new HashMap<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private final Map<String, GroupStatus> knownGroups = new HashMap<>();
  private int nextGroupId;
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
    for (GroupStatus group : known.groups()) {
      knownGroups.put(known.groupName(group.id()), group);
      nextGroupId = group.id() + 1;
    }
  }

  /**
   * An instrument.
   *
   * @return whether it is new
   * @throws IllegalStateException when it was defined otherwise
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
        instrument.multiplierE8(),
        instrument.inverse(),
        instrument.feePercentE6(),
        instrument.badTickPercentE6(),
        instrument.badTickConfirmNs(),
        instrument.kind());
    return true;
  }

  private static void checkAlike(InstrumentConfig instrument, Instrument known) {
    InstrumentConfig begun =
        new InstrumentConfig(
            instrument.symbol(),
            known.priceIncrementE8(),
            known.lotE8(),
            known.multiplierE8(),
            known.feePercentE6(),
            known.inverse(),
            known.badTickPercentE6(),
            known.badTickConfirmNs(),
            known.kind(),
            instrument.calendar());
    if (!begun.equals(instrument)) {
      throw new IllegalStateException(
          "instrument "
              + instrument.symbol()
              + ": price-increment, lot, multiplier, fee-percent, inverse, bad-tick or kind differ from"
              + " what the journal was begun with;"
              + " expected the same, or a new data directory once all is flat");
    }
  }

  void policy(PolicyConfig policy) {
    policy.squareOff().ifPresent(off -> squareOffs.put(policy.name(), off));
    Policy known = knownPolicies.get(policy.name());
    List<RuleSpec> rules = policy.rules(this::name);
    if (rules.stream().anyMatch(RuleSpec::isOnBars)) {
      onBars.add(policy.name());
    }
    if (known != null && known.hasRules(policy.signalExitEnabled(), rules)) {
      policies.put(policy.name(), known.id());
      return;
    }
    int id = known == null ? nextPolicyId++ : known.id();
    int version = known == null ? FIRST_VERSION : known.version() + 1;
    policies.put(policy.name(), id);
    publisher.policy(timeNs, id, name(policy.name()), version, policy.signalExitEnabled(), rules);
  }

  /** A group; what an earlier start has defined with other terms is defined anew. */
  void group(GroupConfig group) {
    GroupStatus known = knownGroups.get(group.name());
    int id = known == null ? nextGroupId++ : known.id();
    groups.put(group.name(), id);
    if (known == null || !isAlike(group, known)) {
      publisher.groupDefined(
          timeNs,
          id,
          name(group.name()),
          group.stopE8(),
          group.targetE8(),
          group.lockAtE8(),
          group.lockFloorE8(),
          group.confirmNs(),
          group.staleNs(),
          group.isAccount() ? GroupScope.ACCOUNT : GroupScope.STRATEGY);
    }
  }

  private static boolean isAlike(GroupConfig group, GroupStatus known) {
    return group.stopE8() == known.stopE8()
        && group.targetE8() == known.targetE8()
        && group.lockAtE8() == known.lockAtE8()
        && group.lockFloorE8() == known.lockFloorE8()
        && group.confirmNs() == known.confirmNs()
        && group.staleNs() == known.staleNs();
  }

  /**
   * Has the indicators of the positions' policies kept from now on, so that they are warm when the
   * positions come. Said at every start: a policy may have changed, and saying it twice changes
   * nothing.
   */
  void watch(List<PositionConfig> positions) {
    Set<List<String>> pairs = new LinkedHashSet<>();
    for (PositionConfig position : positions) {
      if (onBars.contains(position.policy())) {
        pairs.add(List.of(position.symbol(), position.policy()));
      }
    }
    for (List<String> pair : pairs) {
      publisher.policyWatched(timeNs, instrumentId(pair.get(0)), policyId(pair.get(1)));
    }
  }

  /**
   * When a position of a policy that is registered at a time leaves at the latest, {@link E8#NULL}
   * if never.
   *
   * @param calendar of its instrument
   * @throws IllegalStateException when its session does not allow it, which is checked before
   */
  long squareOffNs(String policy, Optional<SessionCalendar> calendar, long registeredNs) {
    SquareOff squareOff = squareOffs.get(policy);
    if (squareOff == null) {
      return E8.NULL;
    }
    SquareOffTime time = SquareOffTime.of(squareOff, calendar, registeredNs);
    if (time.isRefused()) {
      throw new IllegalStateException(time.refusal());
    }
    return time.atNs();
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

  int groupId(String group) {
    return groups.get(group);
  }

  int policyId(String policy) {
    return policies.get(policy);
  }
}
