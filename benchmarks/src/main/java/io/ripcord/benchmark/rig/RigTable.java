package io.ripcord.benchmark.rig;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Prints what was measured, for people. */
final class RigTable {
  private static final String ROW = "  %-13s%7s%8s%9s%9s%9s%9s%11s%12s%n";
  private static final String TAIL_ROW = "  %-13s%11s%11s%11s%11s%n";
  private static final int HUNDRED = 100;

  private final PrintWriter out;

  RigTable(PrintWriter out) {
    this.out = out;
  }

  void print(RigResult result) {
    for (RateResult rate : result.rates()) {
      List<VariantSummary> summaries = VariantSummary.all(rate);
      out.printf(
          Locale.ROOT,
          "%,d ticks a second, 1 in %d triggers; windows of %,d ticks; ns, median of windows%n",
          rate.rate(),
          Workload.TRIGGER_EVERY,
          rate.ticks());
      main(summaries);
      calm(summaries);
      distance(summaries);
      tail(summaries);
      sections(rate.sections());
      out.println();
    }
    if (result.splitRefusal() != null) {
      out.println("split is left out: " + result.splitRefusal() + ".");
    }
  }

  private void main(List<VariantSummary> summaries) {
    out.printf(
        ROW,
        "",
        "p50",
        "p90",
        "p50/hop",
        "p90/hop",
        "best p50",
        "windows",
        "feed lost",
        "engine lost");
    for (VariantSummary s : summaries) {
      out.printf(
          ROW,
          s.name(),
          s.all().p50(),
          s.all().p90(),
          ratio(s.p50Ratio()),
          ratio(s.p90Ratio()),
          s.bestP50(),
          s.all().windows(),
          percent(s.feedLostShare()),
          percent(s.engineLostShare()));
    }
  }

  private void calm(List<VariantSummary> summaries) {
    out.printf(
        "  only windows with at most %s of the time lost on either core%n",
        percent(VariantSummary.CALM_SHARE));
    for (VariantSummary s : summaries) {
      boolean none = s.calm().windows() == 0;
      out.printf(
          ROW,
          s.name(),
          none ? "-" : s.calm().p50(),
          none ? "-" : s.calm().p90(),
          ratio(s.calmP50Ratio()),
          ratio(s.calmP90Ratio()),
          "",
          s.calm().windows(),
          "",
          "");
    }
  }

  private void distance(List<VariantSummary> summaries) {
    out.println("  p50 by the distance of the two cores (windows)");
    for (VariantSummary s : summaries) {
      out.printf(
          "  %-13s near %s (%d), far %s (%d)%n",
          s.name(),
          s.near().windows() == 0 ? "-" : s.near().p50(),
          s.near().windows(),
          s.far().windows() == 0 ? "-" : s.far().p50(),
          s.far().windows());
    }
  }

  private void tail(List<VariantSummary> summaries) {
    out.println("  tails: of the machine as much as of the code; read them beside noop only");
    out.printf(TAIL_ROW, "", "p99", "p99.9", "p99/noop", "p99.9/noop");
    Quantiles noop =
        summaries.stream()
            .filter(s -> Objects.equals(s.name(), "noop"))
            .map(VariantSummary::all)
            .findFirst()
            .orElseThrow();
    for (VariantSummary s : summaries) {
      out.printf(
          TAIL_ROW,
          s.name(),
          s.all().p99(),
          s.all().p999(),
          ratio((double) s.all().p99() / Math.max(1, noop.p99())),
          ratio((double) s.all().p999() / Math.max(1, noop.p999())));
    }
  }

  private void sections(List<SectionTime> sections) {
    out.println(
        "  where the time goes, from variant fused-stamped; each with one reading of the clock");
    for (SectionTime section : sections) {
      out.printf(Locale.ROOT, "  %,7d  %s%n", section.medianNs(), section.name());
    }
  }

  private static String ratio(double value) {
    return value == 0 ? "-" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * HUNDRED);
  }
}
