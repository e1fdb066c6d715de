package io.ripcord.node;

import io.ripcord.config.ConfigException;
import io.ripcord.config.EvaluateBlock;
import io.ripcord.config.PolicyConfig;
import io.ripcord.config.Problem;
import io.ripcord.rule.Policies;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Asks the engine's own rules whether they take what configuration gives them, before any of it
 * becomes an event: an engine that meets a rule which it does not take halts. Stateless.
 */
final class EngineRules {
  private static final int PART = 8;

  private EngineRules() {}

  /** The rules of a policy that is taken, in the order of events. */
  static List<RuleSpec> of(PolicyConfig policy, ToLongFunction<String> nameIds) {
    return policy.rules(nameIds).stream()
        .filter(rule -> !isDefault(rule) || isTaken(rule))
        .toList();
  }

  /** A policy asks for a look at every price, with alerts at gaps, without saying so. */
  private static boolean isDefault(RuleSpec rule) {
    return rule.equals(
        new RuleSpec(
            RuleKind.EVALUATION,
            EvaluateBlock.DEFAULT.everyNs(),
            EvaluateBlock.DEFAULT.gapPercentE6()));
  }

  /**
   * Refuses policies with rules that the engine does not take.
   *
   * @throws ConfigException naming each of the rules
   */
  static void check(Collection<PolicyConfig> policies) {
    List<Problem> refused = new ArrayList<>();
    for (PolicyConfig policy : policies) {
      for (RuleSpec rule : of(policy, name -> 1)) {
        if (!isTaken(rule)) {
          refused.add(problem(policy, rule));
        }
      }
    }
    if (!refused.isEmpty()) {
      throw new ConfigException(refused);
    }
  }

  private static Problem problem(PolicyConfig policy, RuleSpec rule) {
    String kind = rule.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(
        Problem.Severity.ERROR,
        policy.file(),
        policy.line(),
        0,
        "policies." + policy.name() + ": " + kind + " is not built yet in this version; remove it");
  }

  private static boolean isTaken(RuleSpec rule) {
    Policies scratch = new Policies();
    int parts = (rule.count() + PART - 1) / PART;
    scratch.begin(0, 1, 1, parts, false);
    long[] p = new long[parts * PART];
    for (int i = 0; i < rule.count(); i++) {
      p[i] = rule.parameter(i);
    }
    try {
      for (int i = 0; i < p.length; i += PART) {
        scratch.part(
            0,
            0,
            rule.kindCode(),
            rule.count(),
            p[i],
            p[i + 1],
            p[i + 2],
            p[i + 3],
            p[i + 4],
            p[i + 5],
            p[i + 6],
            p[i + 7]);
      }
      scratch.end(0, 1, parts);
      return true;
    } catch (IllegalArgumentException notTaken) {
      return false;
    }
  }
}
