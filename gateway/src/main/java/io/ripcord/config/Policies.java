package io.ripcord.config;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The policies of all files of a run, each name once. */
final class Policies {
  /** Longest list of policies that anything has to handle. */
  static final int MAX_POLICIES = 4_096;

  private final Problems problems;
  private final SortedMap<String, PolicyConfig> good = new TreeMap<>();
  private final Set<String> bad = new HashSet<>();

  Policies(Problems problems) {
    this.problems = problems;
  }

  /** Takes over what another file has defined. */
  void addAll(Map<String, PolicyConfig> policies) {
    good.putAll(policies);
  }

  /** Binds the mapping under the key {@code policies} of a file, if there is one. */
  void bind(Block root) {
    Block policies = root.block("policies");
    if (policies == null) {
      return;
    }
    int count = policies.node().children().size();
    if (count > MAX_POLICIES) {
      policies.error("found " + count + " policies, expected at most " + MAX_POLICIES);
    }
    policies.node().children().forEach(this::bindOne);
  }

  private void bindOne(String name, ConfigNode node) {
    if (!Scalars.isName(name)) {
      problems.errorAtKey(node, node.path(), Scalars.NAME.mismatch(name));
      return;
    }
    PolicyConfig earlier = good.get(name);
    if (earlier != null) {
      problems.errorAtKey(
          node,
          node.path(),
          "found policy '"
              + name
              + "' again, expected it once; first at "
              + earlier.file()
              + ":"
              + earlier.line());
      return;
    }
    Optional<PolicyConfig> policy = PolicyBinder.bind(name, node, problems);
    policy.ifPresentOrElse(bound -> good.put(name, bound), () -> bad.add(name));
  }

  Optional<PolicyConfig> find(String name) {
    return Optional.ofNullable(good.get(name));
  }

  /** Whether a policy of this name was refused: naming it is no further mistake. */
  boolean isRefused(String name) {
    return bad.contains(name);
  }

  Set<String> names() {
    return good.keySet();
  }

  /** By name, in the order of names, so that numbers given in this order do not depend on files. */
  SortedMap<String, PolicyConfig> byName() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(good));
  }
}
