package io.ripcord.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The policies in force, and those that are being defined: parts of several may interleave, and a
 * policy takes effect at its end. Engine thread only; allocates when a policy is defined.
 */
public final class Policies {
  private static final int FIRST_CAPACITY = 16;
  private static final long[] NOTHING = {};

  private Policy[] byId = new Policy[FIRST_CAPACITY];
  private Draft[] drafts = new Draft[FIRST_CAPACITY];

  /** Opens a definition; one left unfinished under the same id is void. */
  public void begin(int id, int nameId, int version, int partCount, boolean signalExit) {
    if (id < 0) {
      throw new IllegalArgumentException("policyId=" + id + ", expected 0 or more");
    }
    if (id >= drafts.length) {
      int capacity = Math.max(id + 1, drafts.length * 2);
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

  /** What there is of an unfinished definition, in order, for the hash of the state. */
  public long[] draftParameters(int id) {
    Draft draft = drafts[id];
    return draft == null
        ? NOTHING
        : LongStream.concat(
                LongStream.of(draft.partCount, draft.parts),
                Arrays.stream(draft.policy(id).parameters()))
            .toArray();
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
