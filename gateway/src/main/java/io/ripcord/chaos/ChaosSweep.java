package io.ripcord.chaos;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Runs seed after seed and adds up what they met. One thread. */
public final class ChaosSweep {
  private final BiFunction<World, SimVenue, SimNode> process;
  private final Tally<Fault> hits = new Tally<>(Fault.class);
  private final Tally<Rarity> seen = new Tally<>(Rarity.class);
  private long seeds;
  private long events;

  /** Of the process as it is. */
  public ChaosSweep() {
    this(SimNode::new);
  }

  ChaosSweep(BiFunction<World, SimVenue, SimNode> process) {
    this.process = process;
  }

  /**
   * Runs a seed.
   *
   * @return what is wrong with it, as small as it gets; {@code null} if all holds
   */
  public ChaosFailure run(long seed) {
    Set<Fault> all = EnumSet.allOf(Fault.class);
    World world = new World(seed, new Faults(seed, all), null);
    Violation violation = violation(world);
    seeds++;
    hits.addAll(world.faults().hits());
    seen.addAll(world.seen());
    return violation == null ? null : shrink(seed, violation);
  }

  private Violation violation(World world) {
    try {
      events += new ChaosRun(world, process).run();
      return null;
    } catch (Violation e) {
      return e;
    } catch (RuntimeException e) {
      Violation failure = new Violation(Invariant.NO_FAILURE, 0, e.toString());
      failure.initCause(e);
      return failure;
    }
  }

  /** Leaves out one fault after the other for as long as the same invariant breaks. */
  private ChaosFailure shrink(long seed, Violation first) {
    Set<Fault> needed = EnumSet.allOf(Fault.class);
    Violation violation = first;
    for (Fault fault : Fault.values()) {
      needed.remove(fault);
      Violation again = violation(new World(seed, new Faults(seed, needed), null));
      if (again != null && again.invariant() == violation.invariant()) {
        violation = again;
      } else {
        needed.add(fault);
      }
    }
    Trace trace = new Trace();
    Faults faults = new Faults(seed, needed);
    violation(new World(seed, faults, trace));
    List<String> names =
        needed.stream().filter(fault -> faults.hits().of(fault) > 0).map(Fault::text).toList();
    return new ChaosFailure(
        seed,
        violation.invariant().number() + " " + violation.invariant().text(),
        violation.positionId(),
        String.valueOf(violation.getMessage()),
        names,
        trace.about(violation.positionId()),
        violation.getCause());
  }

  /** Seeds that were run. */
  public long seeds() {
    return seeds;
  }

  /** Inputs that engines have seen, without replays. */
  public long events() {
    return events;
  }

  /** How often each fault struck, by its number and what it is; also those that never did. */
  public Map<String, Long> faults() {
    Map<String, Long> faults = new LinkedHashMap<>();
    for (Fault fault : Fault.values()) {
      faults.put(fault.number() + " " + fault.text(), hits.of(fault));
    }
    return faults;
  }

  /** How often each rare situation was seen; also those that never were. */
  public Map<String, Long> rarities() {
    Map<String, Long> rarities = new LinkedHashMap<>();
    for (Rarity rarity : Rarity.values()) {
      rarities.put(rarity.text(), seen.of(rarity));
    }
    return rarities;
  }
}
