package io.ripcord.engine;

import io.ripcord.event.GroupScope;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * What a group is defined with: money and durations, {@link io.ripcord.money.E8#NULL} where there
 * is none. Immutable. The event schema describes the fields.
 */
record GroupTerms(
    int id,
    int nameId,
    GroupScope scope,
    long stopE8,
    long targetE8,
    long lockAtE8,
    long lockFloorE8,
    long confirmNs,
    long staleNs) {

  boolean isAccount() {
    return scope == GroupScope.ACCOUNT;
  }

  void write(StateOut out) {
    out.put(nameId);
    out.put(scope.code());
    out.put(stopE8);
    out.put(targetE8);
    out.put(lockAtE8);
    out.put(lockFloorE8);
    out.put(confirmNs);
    out.put(staleNs);
  }

  static GroupTerms read(int id, StateIn in) {
    return new GroupTerms(
        id,
        in.nextInt(),
        GroupScope.of(in.nextInt()),
        in.next(),
        in.next(),
        in.next(),
        in.next(),
        in.next(),
        in.next());
  }
}
