package io.ripcord.engine;

import io.ripcord.testing.naive.NaiveKind;
import io.ripcord.testing.naive.Scenario;
import io.ripcord.testing.naive.ScenarioGenerator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a check over many seeds and, when some fail, names them and shows the first in full. {@code
 * -Dripcord.scenarios=N} runs the seeds from 1 to N, {@code -Dripcord.scenario=S} that one only.
 */
final class SeedSweep {
  private static final String COUNT = "ripcord.scenarios";
  private static final String ONE = "ripcord.scenario";
  private static final int SEEDS_NAMED = 20;

  /** What the engine can do; a rule that it learns is added here and met in every sweep. */
  private static final Set<NaiveKind> BUILT = built();

  private static Set<NaiveKind> built() {
    String only = System.getProperty("ripcord.kinds");
    if (only != null) {
      return Stream.of(only.split(",")).map(NaiveKind::valueOf).collect(Collectors.toSet());
    }
    return EnumSet.allOf(NaiveKind.class);
  }

  private SeedSweep() {}

  /** What must hold of a scenario; {@code null} if it does, else what is wrong. */
  @FunctionalInterface
  interface Check {
    /** A text of several lines that ends with all that is needed to run the case by hand. */
    String complaint(Scenario scenario);
  }

  /** Checks the generated scenarios of the seeds from 1 to {@code count}. */
  static void check(int count, Check check) {
    check(count, BUILT, check);
  }

  /** As the other, for scenarios of these kinds only. */
  static void check(int count, Set<NaiveKind> kinds, Check check) {
    run(
        Math.toIntExact(Long.getLong(COUNT, count)),
        seed -> new ScenarioGenerator(seed).with(kinds).generate(),
        check);
  }

  /** Checks what {@code scenarios} makes of the seeds from 1 to {@code count}. */
  static void run(int count, LongFunction<Scenario> scenarios, Check check) {
    Long one = Long.getLong(ONE);
    long first = one == null ? 1 : one;
    long last = one == null ? count : one;
    List<Long> failed = new ArrayList<>();
    String shown = null;
    for (long seed = first; seed <= last; seed++) {
      String complaint = complaint(scenarios.apply(seed), check);
      if (complaint != null) {
        failed.add(seed);
        shown = shown == null ? complaint : shown;
      }
    }
    if (shown != null) {
      List<Long> named = failed.subList(0, Math.min(failed.size(), SEEDS_NAMED));
      throw new AssertionError(
          "%d of %d scenarios fail, the first seeds are %s; seed %d:%n%s"
              .formatted(failed.size(), last - first + 1, named, failed.get(0), shown));
    }
  }

  /** The complaint about one scenario, a failure of the engine or the driver included. */
  static String complaint(Scenario scenario, Check check) {
    try {
      return check.complaint(scenario);
    } catch (RuntimeException | AssertionError failure) {
      StringWriter stack = new StringWriter();
      failure.printStackTrace(new PrintWriter(stack));
      return stack + "\n" + scenario;
    }
  }
}
