package io.ripcord.config;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The groups of all files of a run, each name once. */
final class GroupConfigs {
  /** Most groups that anything has to handle. */
  static final int MAX_GROUPS = 1_024;

  private final Problems problems;
  private final SortedMap<String, GroupConfig> good = new TreeMap<>();
  private final Set<String> bad = new HashSet<>();

  GroupConfigs(Problems problems) {
    this.problems = problems;
  }

  /** Takes over what another file has defined. */
  void addAll(Map<String, GroupConfig> groups) {
    good.putAll(groups);
  }

  /** Binds the mapping under the key {@code groups} of a file, if there is one. */
  void bind(Block root) {
    Block groups = root.block("groups");
    if (groups == null) {
      return;
    }
    int count = groups.node().children().size();
    if (count > MAX_GROUPS) {
      groups.error("found " + count + " groups, expected at most " + MAX_GROUPS);
    }
    groups.node().children().forEach(this::bindOne);
  }

  private void bindOne(String name, ConfigNode node) {
    if (!Scalars.isName(name)) {
      problems.errorAtKey(node, node.path(), Scalars.NAME.mismatch(name));
      return;
    }
    GroupConfig earlier = good.get(name);
    if (earlier != null) {
      problems.errorAtKey(
          node,
          node.path(),
          "found group '"
              + name
              + "' again, expected it once; first at "
              + earlier.file()
              + ":"
              + earlier.line());
      return;
    }
    Optional<GroupConfig> group = GroupBinder.bind(name, node, problems);
    group.ifPresentOrElse(bound -> good.put(name, bound), () -> bad.add(name));
  }

  Optional<GroupConfig> find(String name) {
    return Optional.ofNullable(good.get(name));
  }

  /** Whether a group of this name was refused: naming it is no further mistake. */
  boolean isRefused(String name) {
    return bad.contains(name);
  }

  Set<String> names() {
    return good.keySet();
  }

  /** By name, in the order of names, so that numbers given in this order do not depend on files. */
  SortedMap<String, GroupConfig> byName() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(good));
  }
}
