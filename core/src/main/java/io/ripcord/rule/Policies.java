package io.ripcord.rule;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The policies in force, and those that are being defined: parts of several may interleave, and a
 * policy takes effect at its end. Engine thread only; allocates when a policy is defined.
 */
public final class Policies {
  private static final int FIRST_CAPACITY = 16;
  private static final int MAX_POLICIES = 1 << 20;

  private Policy[] byId = new Policy[FIRST_CAPACITY];
  private Draft[] drafts = new Draft[FIRST_CAPACITY];

  /** Opens a definition; one left unfinished under the same id is void. */
  public void begin(int id, int nameId, int version, int partCount, boolean signalExit) {
    if (id < 0 || id >= MAX_POLICIES) {
      throw new IllegalArgumentException(
          "policyId=" + id + ", expected 0 to " + (MAX_POLICIES - 1));
    }
    if (id >= drafts.length) {
      int capacity = Math.min(MAX_POLICIES, Math.max(id + 1, drafts.length * 2));
      drafts = Arrays.copyOf(drafts, capacity);
      byId = Arrays.copyOf(byId, capacity);
    }
    drafts[id] = new Draft(nameId, version, partCount, signalExit);
  }

  /** Adds a rule to an open definition. */
  public void part(int id, ExitRule rule) {
    Draft draft = draft(id);
    draft.parts++;
    draft.rules.add(rule);
  }

  /** Adds a rung to the ladder of an open definition. */
  public void rung(int id, long afterNs, long percentE6) {
    Draft draft = draft(id);
    draft.parts++;
    draft.rungAfterNs.add(afterNs);
    draft.rungPercentE6.add(percentE6);
  }

  /**
   * Puts a definition in force.
   *
   * @throws IllegalArgumentException when its parts are not all there
   */
  public void end(int id, int version, int partCount) {
    Draft draft = draft(id);
    if (draft.parts != draft.partCount || partCount != draft.partCount) {
      throw new IllegalArgumentException(
          "policyId=" + id + " has parts=" + draft.parts + ", expected " + draft.partCount);
    }
    if (version != draft.version) {
      throw new IllegalArgumentException(
          "policyId=" + id + " ends version=" + version + ", expected " + draft.version);
    }
    byId[id] = draft.policy(id);
    drafts[id] = null;
  }

  /** Forgets every unfinished definition: a new engine start voids them. */
  public void voidDrafts() {
    Arrays.fill(drafts, null);
  }

  /** Whether a policy with this id is in force. */
  public boolean contains(int id) {
    return id >= 0 && id < byId.length && byId[id] != null;
  }

  /** The policy in force under this id, which must exist. */
  public Policy get(int id) {
    return byId[id];
  }

  /** How many ids may be in use. */
  public int capacity() {
    return byId.length;
  }

  /** Writes the policies in force and the unfinished definitions. */
  public void write(StateOut out) {
    out.put(byId.length);
    for (int id = 0; id < byId.length; id++) {
      out.put(byId[id] != null);
      if (byId[id] != null) {
        byId[id].write(out);
      }
      out.put(drafts[id] != null);
      if (drafts[id] != null) {
        drafts[id].write(out);
      }
    }
  }

  /** Takes on what was written. */
  public void read(StateIn in) {
    int capacity = in.nextCount(MAX_POLICIES);
    byId = new Policy[capacity];
    drafts = new Draft[capacity];
    for (int id = 0; id < capacity; id++) {
      byId[id] = in.nextFlag() ? Policy.read(in) : null;
      drafts[id] = in.nextFlag() ? Draft.read(in) : null;
    }
  }

  private Draft draft(int id) {
    Draft draft = id >= 0 && id < drafts.length ? drafts[id] : null;
    if (draft == null) {
      throw new IllegalArgumentException("policyId=" + id + " is not being defined");
    }
    return draft;
  }

  private static final class Draft {
    private final int nameId;
    private final int version;
    private final int partCount;
    private final boolean signalExit;
    private final List<ExitRule> rules = new ArrayList<>();
    private final List<Long> rungAfterNs = new ArrayList<>();
    private final List<Long> rungPercentE6 = new ArrayList<>();
    private int parts;

    Draft(int nameId, int version, int partCount, boolean signalExit) {
      this.nameId = nameId;
      this.version = version;
      this.partCount = partCount;
      this.signalExit = signalExit;
    }

    void write(StateOut out) {
      out.put(nameId);
      out.put(version);
      out.put(partCount);
      out.put(signalExit);
      out.put(parts);
      out.put(rules.size());
      rules.forEach(rule -> Policy.writeRule(rule, out));
      out.put(rungAfterNs.size());
      rungAfterNs.forEach(out::put);
      rungPercentE6.forEach(out::put);
    }

    static Draft read(StateIn in) {
      Draft draft = new Draft(in.nextInt(), in.nextInt(), in.nextInt(), in.nextFlag());
      draft.parts = in.nextInt();
      int rules = in.nextCount(Policy.MAX_RULES);
      for (int i = 0; i < rules; i++) {
        draft.rules.add(Policy.readRule(in));
      }
      int rungs = in.nextCount(Policy.MAX_PARAMETERS);
      for (long afterNs : in.nextAll(rungs)) {
        draft.rungAfterNs.add(afterNs);
      }
      for (long percentE6 : in.nextAll(rungs)) {
        draft.rungPercentE6.add(percentE6);
      }
      return draft;
    }

    Policy policy(int id) {
      List<ExitRule> all = new ArrayList<>(rules);
      if (!rungAfterNs.isEmpty()) {
        all.add(
            new TargetLadderRule(
                rungAfterNs.stream().mapToLong(Long::longValue).toArray(),
                rungPercentE6.stream().mapToLong(Long::longValue).toArray()));
      }
      return new Policy(id, nameId, version, signalExit, all.toArray(new ExitRule[0]));
    }
  }
}
