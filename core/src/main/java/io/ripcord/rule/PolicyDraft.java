package io.ripcord.rule;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A policy that is being defined: the rules so far, the last of which may lack parameters. */
final class PolicyDraft {
  private static final long[] NOTHING = {};

  private final int nameId;
  private final int version;
  private final int partCount;
  private final boolean signalExit;
  private final List<RuleSpec> rules = new ArrayList<>();
  private int parts;
  private RuleKind openKind;
  private long[] openParameters = NOTHING;
  private int openSeen;

  PolicyDraft(int nameId, int version, int partCount, boolean signalExit) {
    this.nameId = nameId;
    this.version = version;
    this.partCount = partCount;
    this.signalExit = signalExit;
  }

  void part(int id, int ruleIndex, int kindCode, int count, long[] values) {
    boolean isNext = ruleIndex == rules.size();
    if (!isNext || ruleIndex >= Policy.MAX_RULES) {
      throw new IllegalArgumentException(
          isNext
              ? "policyId=" + id + " has more rules than " + Policy.MAX_RULES
              : "policyId="
                  + id
                  + " goes on with rule="
                  + ruleIndex
                  + ", expected "
                  + rules.size());
    }
    if (openKind == null) {
      open(id, RuleKind.of(kindCode), count);
    } else if (openKind.code() != kindCode || openParameters.length != count) {
      throw new IllegalArgumentException(
          "policyId=%d rule=%d goes on with kind=%d count=%d, expected kind=%d count=%d"
              .formatted(id, ruleIndex, kindCode, count, openKind.code(), openParameters.length));
    }
    int more = Math.min(values.length, count - openSeen);
    System.arraycopy(values, 0, openParameters, openSeen, more);
    openSeen += more;
    parts++;
    if (openSeen == count) {
      rules.add(new RuleSpec(openKind, openParameters));
      openKind = null;
      openParameters = NOTHING;
      openSeen = 0;
    }
  }

  private void open(int id, RuleKind kind, int count) {
    if (count < 1 || count > RuleSpec.MAX_PARAMETERS) {
      throw new IllegalArgumentException(
          "policyId=%d rule=%d has parameters=%d, expected 1 to %d"
              .formatted(id, rules.size(), count, RuleSpec.MAX_PARAMETERS));
    }
    openKind = kind;
    openParameters = new long[count];
  }

  void checkComplete(int id, int endVersion, int endPartCount) {
    if (parts != partCount || endPartCount != partCount) {
      throw new IllegalArgumentException(
          "policyId=" + id + " has parts=" + parts + ", expected " + partCount);
    }
    if (endVersion != version) {
      throw new IllegalArgumentException(
          "policyId=" + id + " ends version=" + endVersion + ", expected " + version);
    }
    if (openKind != null) {
      throw new IllegalArgumentException(
          "policyId=%d rule=%d has parameters=%d, expected %d"
              .formatted(id, rules.size(), openSeen, openParameters.length));
    }
  }

  Policy policy(int id) {
    return new Policy(id, nameId, version, signalExit, rules);
  }

  void write(StateOut out) {
    out.put(nameId);
    out.put(version);
    out.put(partCount);
    out.put(signalExit);
    out.put(parts);
    out.put(rules.size());
    rules.forEach(rule -> rule.write(out));
    out.put(openKind != null);
    if (openKind != null) {
      out.put(openKind.code());
      out.put(openParameters.length);
      out.put(openSeen);
      out.putAll(Arrays.copyOf(openParameters, openSeen));
    }
  }

  static PolicyDraft read(StateIn in) {
    PolicyDraft draft = new PolicyDraft(in.nextInt(), in.nextInt(), in.nextInt(), in.nextFlag());
    draft.parts = in.nextInt();
    int rules = in.nextCount(Policy.MAX_RULES);
    for (int i = 0; i < rules; i++) {
      draft.rules.add(RuleSpec.read(in));
    }
    if (in.nextFlag()) {
      draft.openKind = RuleKind.of(in.nextInt());
      int count = in.nextCount(RuleSpec.MAX_PARAMETERS);
      draft.openSeen = in.nextCount(count);
      draft.openParameters = Arrays.copyOf(in.nextAll(draft.openSeen), count);
    }
    return draft;
  }
}
