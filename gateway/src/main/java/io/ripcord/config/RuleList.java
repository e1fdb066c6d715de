package io.ripcord.config;

import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Collects the rules of a policy while its blocks are asked for them. One thread. */
public final class RuleList {
  private final ToLongFunction<String> nameIds;
  private final List<RuleSpec> specs = new ArrayList<>();

  /** Rules refer to names by the numbers that {@code nameIds} gives them. */
  RuleList(ToLongFunction<String> nameIds) {
    this.nameIds = nameIds;
  }

  void add(RuleKind kind, long... parameters) {
    specs.add(new RuleSpec(kind, parameters));
  }

  long nameId(String name) {
    return nameIds.applyAsLong(name);
  }

  /** In ascending code, those of one kind in file order: the order in which events carry them. */
  List<RuleSpec> inOrder() {
    return specs.stream().sorted(Comparator.comparingInt(spec -> spec.kind().code())).toList();
  }
}
