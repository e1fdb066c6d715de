package io.ripcord.chaos;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which faults strike in a run, and how often they did. Every seed has a mixture of its own: some
 * not at all, some often. One thread.
 */
final class Faults {
  private static final int ONE_IN_LEFT_OUT = 3;

  private final Map<Fault, Dice> dice = new EnumMap<>(Fault.class);
  private final Map<Fault, Integer> perMille = new EnumMap<>(Fault.class);
  private final Tally<Fault> hits = new Tally<>(Fault.class);
  private boolean healed;

  /** Of a seed; only those {@code allowed} strike. */
  Faults(long seed, Set<Fault> allowed) {
    for (Fault fault : Fault.values()) {
      Dice own = new Dice(seed, fault.name());
      dice.put(fault, own);
      boolean used = !own.oneIn(ONE_IN_LEFT_OUT) && allowed.contains(fault);
      perMille.put(fault, used ? (int) own.between(1, fault.mostPerMille()) : 0);
    }
  }

  boolean strikes(Fault fault) {
    if (healed || !dice.get(fault).perMille(perMille.get(fault))) {
      return false;
    }
    hits.add(fault);
    return true;
  }

  /** A draw of how bad it is, from {@code low} to {@code high}. */
  long howMuch(Fault fault, long low, long high) {
    return dice.get(fault).between(low, high);
  }

  /** From now on nothing strikes. */
  void heal() {
    healed = true;
  }

  boolean isPossible(Fault fault) {
    return perMille.get(fault) > 0;
  }

  Tally<Fault> hits() {
    return hits;
  }
}
