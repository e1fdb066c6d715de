package io.ripcord.config;

import io.ripcord.event.SignalAction;
import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the root of a positions file into a {@link PositionsConfig}. */
final class PositionsBinder {
  private static final Vocabulary ROOT =
      Vocabulary.of("positions", "signals", "policies", "groups");
  private static final Vocabulary SIGNAL = Vocabulary.of("at", "symbol", "action", "position");
  private static final ScalarType<SignalAction> ACTION = Scalars.word(SignalAction.class);
  private static final int MAX_SIGNALS = 65_536;

  private final Problems problems;
  private final Policies policies;
  private final GroupConfigs groups;
  private final RipcordConfig config;
  private final List<PositionConfig> positions = new ArrayList<>();
  private final Map<Long, PositionConfig> byId = new HashMap<>();
  private final Set<String> listening = new HashSet<>();
  private final List<SignalConfig> signals = new ArrayList<>();

  PositionsBinder(Problems problems, Policies policies, RipcordConfig config) {
    this(problems, policies, new GroupConfigs(problems), config);
    groups.addAll(config.groups());
  }

  PositionsBinder(Problems problems, Policies policies, GroupConfigs groups, RipcordConfig config) {
    this.problems = problems;
    this.policies = policies;
    this.groups = groups;
    this.config = config;
  }

  /** What can be bound of it; the caller must not use the result when there are errors. */
  PositionsConfig bind(ConfigNode rootNode) {
    Block root = Block.of(rootNode, problems);
    root.allow(ROOT);
    policies.bind(root);
    groups.bind(root);
    root.requireKey("positions", "a list of positions");
    bindPositions(root);
    bindSignals(root);
    return new PositionsConfig(
        rootNode.file(),
        positions,
        signals,
        policies.byName(),
        groups.byName(),
        instruments(),
        problems.warnings());
  }

  /** The positions of a configuration file, which a node registers when it starts first. */
  List<PositionConfig> bindNode(Block root) {
    bindPositions(root);
    List<ConfigNode> items = root.has("positions") ? root.get("positions").items() : List.of();
    for (ConfigNode item : items) {
      if (item.child("at") != null) {
        problems.error(
            item.child("at"),
            item.child("at").path(),
            "found a time, expected none: a node registers its positions when it starts first");
      }
    }
    return List.copyOf(positions);
  }

  private void bindPositions(Block root) {
    List<ConfigNode> items = root.list("positions");
    if (items.size() > config.maxPositions()) {
      root.error(
          "positions",
          "found "
              + items.size()
              + " positions, expected at most max-positions, "
              + config.maxPositions());
      return;
    }
    boolean hasIds = checkIds(items);
    for (int i = 0; i < items.size(); i++) {
      bindPosition(items.get(i), i + 1, hasIds);
    }
    new SettlementChecks(root, config, positions, groups.byName()).run();
  }

  /** Whether positions bring their ids; says when only some do. */
  private boolean checkIds(List<ConfigNode> items) {
    List<ConfigNode> with = items.stream().filter(item -> item.child("id") != null).toList();
    if (with.isEmpty() || with.size() == items.size()) {
      return !with.isEmpty();
    }
    for (int i = 0; i < items.size(); i++) {
      ConfigNode item = items.get(i);
      if (item.child("id") == null && item.kind() == ConfigNode.Kind.MAPPING) {
        problems.error(
            item,
            "position " + (i + 1),
            "found no id, expected one because line "
                + with.get(0).line()
                + " has one: give all positions an id or none");
      }
    }
    return true;
  }

  private void bindPosition(ConfigNode item, int ordinal, boolean hasIds) {
    PositionConfig bound = PositionBinder.bind(item, ordinal, policies, groups, config, problems);
    if (bound == null) {
      return;
    }
    PositionConfig position = hasIds ? bound : bound.withId(ordinal);
    if (position.id() == E8.NULL) {
      return;
    }
    PositionConfig earlier = byId.putIfAbsent(position.id(), position);
    if (earlier != null) {
      problems.error(
          item.child("id"),
          "position " + position.id() + ": id",
          "found id "
              + position.id()
              + " again, expected it once; first at line "
              + earlier.line());
      return;
    }
    positions.add(position);
    if (!isDeaf(position)) {
      listening.add(position.symbol());
    }
  }

  private void bindSignals(Block root) {
    List<ConfigNode> items = root.list("signals");
    if (items.size() > MAX_SIGNALS) {
      root.error("signals", "found " + items.size() + " signals, expected at most " + MAX_SIGNALS);
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      Block block = Block.named(items.get(i), "signal " + (i + 1), problems);
      if (block != null) {
        bindSignal(block);
      }
    }
  }

  private void bindSignal(Block block) {
    int before = problems.errorCount();
    block.allow(SIGNAL);
    Long at = block.required("at", Scalars.INSTANT);
    String symbol = block.required("symbol", Scalars.NAME);
    SignalAction action = block.required("action", ACTION);
    Long position = block.value("position", PositionBinder.ID, E8.NULL);
    if (problems.errorCount() > before) {
      return;
    }
    if (position != E8.NULL) {
      checkTarget(block, position, symbol);
    } else {
      checkListeners(block, symbol);
    }
    signals.add(new SignalConfig(at, symbol, action, position, block.node().line()));
  }

  /** A signal that names a position must name one that is there. */
  private void checkTarget(Block block, long id, String symbol) {
    PositionConfig target = byId.get(id);
    if (target == null) {
      // A position that was refused is no further mistake of the signal.
      if (problems.errorCount() == 0) {
        block.error("position", "found position " + id + ", expected one of this file");
      }
    } else if (!target.symbol().equals(symbol)) {
      block.error(
          "position",
          "found position "
              + id
              + ", which is of "
              + target.symbol()
              + ", expected one of "
              + symbol);
    } else if (isDeaf(target)) {
      block.warning(
          "position", "has no effect: policy '" + target.policy() + "' has signal-exit disabled");
    }
  }

  private void checkListeners(Block block, String symbol) {
    if (!listening.contains(symbol) && problems.errorCount() == 0) {
      block.warning(
          "symbol", "has no effect: no position of " + symbol + " has signal-exit enabled");
    }
  }

  private boolean isDeaf(PositionConfig position) {
    return policies.find(position.policy()).map(policy -> !policy.signalExitEnabled()).orElse(true);
  }

  private SortedMap<String, InstrumentConfig> instruments() {
    SortedMap<String, InstrumentConfig> all = new TreeMap<>();
    positions.forEach(p -> all.put(p.symbol(), config.instrument(p.symbol())));
    signals.forEach(s -> all.put(s.symbol(), config.instrument(s.symbol())));
    return all;
  }
}
