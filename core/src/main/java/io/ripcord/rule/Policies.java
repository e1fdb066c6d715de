package io.ripcord.rule;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * The policies in force, and those that are being defined: parts of several may interleave, and a
 * policy takes effect at its end. Engine thread only; allocates when a policy is defined.
 */
public final class Policies {
  private static final int FIRST_CAPACITY = 16;
  private static final int MAX_POLICIES = 1 << 20;

  private Policy[] byId = new Policy[FIRST_CAPACITY];
  private PolicyDraft[] drafts = new PolicyDraft[FIRST_CAPACITY];

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
    drafts[id] = new PolicyDraft(nameId, version, partCount, signalExit);
  }

  /**
   * Adds up to eight parameters of a rule to an open definition.
   *
   * @param count parameters of the whole rule
   * @throws IllegalArgumentException when it is not what follows, or more than a policy may have
   */
  public void part(
      int id,
      int ruleIndex,
      int kind,
      int count,
      long p1,
      long p2,
      long p3,
      long p4,
      long p5,
      long p6,
      long p7,
      long p8) {
    draft(id).part(id, ruleIndex, kind, count, new long[] {p1, p2, p3, p4, p5, p6, p7, p8});
  }

  /**
   * Puts a definition in force.
   *
   * @throws IllegalArgumentException when its parts are not all there
   */
  public void end(int id, int version, int partCount) {
    PolicyDraft draft = draft(id);
    draft.checkComplete(id, version, partCount);
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
    drafts = new PolicyDraft[capacity];
    for (int id = 0; id < capacity; id++) {
      byId[id] = in.nextFlag() ? Policy.read(in) : null;
      drafts[id] = in.nextFlag() ? PolicyDraft.read(in) : null;
    }
  }

  private PolicyDraft draft(int id) {
    PolicyDraft draft = id >= 0 && id < drafts.length ? drafts[id] : null;
    if (draft == null) {
      throw new IllegalArgumentException("policyId=" + id + " is not being defined");
    }
    return draft;
  }
}
