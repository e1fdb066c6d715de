package io.ripcord.config;

import java.util.List;
import java.util.Map;

/**
 * Refuses groups whose positions bring their profits in different currencies, as far as that can be
 * seen: an inverse contract pays in its coin, a linear one in the currency of its price.
 */
final class SettlementChecks {
  private final Block root;
  private final RipcordConfig config;
  private final List<PositionConfig> positions;
  private final Map<String, GroupConfig> groups;

  SettlementChecks(
      Block root,
      RipcordConfig config,
      List<PositionConfig> positions,
      Map<String, GroupConfig> groups) {
    this.root = root;
    this.config = config;
    this.positions = positions;
    this.groups = groups;
  }

  void run() {
    for (GroupConfig group : groups.values()) {
      check(
          group,
          positions.stream()
              .filter(p -> group.isAccount() || p.groups().contains(group.name()))
              .toList());
    }
  }

  private void check(GroupConfig group, List<PositionConfig> members) {
    if (members.isEmpty()) {
      return;
    }
    PositionConfig first = members.get(0);
    for (PositionConfig other : members) {
      if (isInverse(other) != isInverse(first)) {
        root.error(
            "positions",
            "found position "
                + first.id()
                + " of the "
                + kind(first)
                + " and position "
                + other.id()
                + " of the "
                + kind(other)
                + " in group '"
                + group.name()
                + "', expected profits in one currency");
        return;
      }
    }
  }

  private boolean isInverse(PositionConfig position) {
    return config.instrument(position.symbol()).inverse();
  }

  private String kind(PositionConfig position) {
    return (isInverse(position) ? "inverse " : "linear ") + position.symbol();
  }
}
