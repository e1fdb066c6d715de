package io.ripcord.engine;

import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.Policies;
import io.ripcord.rule.Policy;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.ArrayList;
import java.util.List;

/**
 * Which policy each position exits by: it keeps the version that it was registered with, whatever
 * is defined later, until it adopts another. Engine thread only.
 */
final class BoundPolicies {
  private final Positions positions;
  private final Policies policies;
  private final Policy[] policyBySlot;

  BoundPolicies(Positions positions, Policies policies) {
    this.positions = positions;
    this.policies = policies;
    policyBySlot = new Policy[positions.capacity()];
  }

  void bind(Position position, Policy policy) {
    policyBySlot[position.slot()] = policy;
  }

  Policy of(Position position) {
    return policyBySlot[position.slot()];
  }

  /** The newest version of a policy, {@code null} if there is none. */
  Policy newest(int policyId) {
    return policies.contains(policyId) ? policies.get(policyId) : null;
  }

  /** Writes which version of its policy each position keeps. */
  void write(StateOut out) {
    List<Policy> earlier = new ArrayList<>();
    for (int slot = 0; slot < positions.count(); slot++) {
      Policy policy = policyBySlot[slot];
      if (policies.get(policy.id()) != policy && !earlier.contains(policy)) {
        earlier.add(policy);
      }
    }
    out.put(earlier.size());
    earlier.forEach(policy -> policy.write(out));
    for (int slot = 0; slot < positions.count(); slot++) {
      out.put(earlier.indexOf(policyBySlot[slot]));
    }
  }

  /** Takes on what was written for these positions. */
  void read(StateIn in) {
    Policy[] earlier = new Policy[in.nextCount(Integer.MAX_VALUE)];
    for (int i = 0; i < earlier.length; i++) {
      earlier[i] = Policy.read(in);
    }
    for (int slot = 0; slot < positions.count(); slot++) {
      Position position = positions.bySlot(slot);
      int index = in.nextInt();
      policyBySlot[slot] = index < 0 ? policies.get(position.policyId()) : earlier[index];
    }
  }
}
