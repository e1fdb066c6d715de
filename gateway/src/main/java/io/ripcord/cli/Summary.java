package io.ripcord.cli;

import io.ripcord.console.ExitRow;
import io.ripcord.money.E8;
import io.ripcord.node.SimulationResult;
import io.ripcord.pipeline.StageLatency;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** A run in a few lines for people: exits, money, latency, journal. */
final class Summary {
  private static final double[] PERCENTILES = {50, 90, 99, 99.9};

  private final PrintWriter out;

  Summary(PrintWriter out) {
    this.out = out;
  }

  /** How many are flat, what they brought, and the worst. */
  void money(SimulationResult result) {
    List<ExitRow> exits = result.fold().exits();
    long flat = exits.stream().filter(ExitRow::isProven).count();
    long positions = result.fold().counters().getOrDefault("positions", 0L);
    long net = exits.stream().mapToLong(ExitRow::pnlE8).sum();
    long slippage = exits.stream().mapToLong(ExitRow::slippageCostE8).sum();
    out.printf(
        "%d of %d exits flat, %d of %d positions still open. Net %s, slippage cost %s.%n",
        flat,
        exits.size(),
        result.engine().view().openPositions(),
        positions,
        signed(net),
        E8.format(slippage));
    Map<String, Integer> reasons = new TreeMap<>();
    exits.forEach(row -> reasons.merge(row.reason().name(), 1, Integer::sum));
    out.println("By reason: " + (reasons.isEmpty() ? "no exits" : text(reasons)));
    exits.stream()
        .min(Comparator.comparingLong(ExitRow::pnlE8))
        .ifPresent(
            row ->
                out.printf(
                    "Worst: position %d, %s by %s.%n",
                    row.position(), signed(row.pnlE8()), row.reason()));
  }

  private static String text(Map<String, Integer> reasons) {
    StringBuilder text = new StringBuilder();
    reasons.forEach(
        (reason, count) ->
            text.append(text.length() == 0 ? "" : ", ").append(reason).append(' ').append(count));
    return text.toString();
  }

  private static String signed(long valueE8) {
    return (valueE8 > 0 ? "+" : "") + E8.format(valueE8);
  }

  /** Percentiles of each stage. */
  void latency(SimulationResult result) {
    out.printf(
        "Latency from publication, ns (%s):%n",
        result.paced() ? "from the intended time" : "service time, as fast as possible");
    out.printf(
        "  %-10s %9s %9s %9s %9s %9s %9s%n", "to", "count", "p50", "p90", "p99", "p99.9", "max");
    for (StageLatency stage : result.latencies()) {
      Histogram histogram = stage.histogram();
      out.printf("  %-10s %9d", stage.stage(), histogram.getTotalCount());
      for (double percentile : PERCENTILES) {
        out.printf(" %9d", histogram.getValueAtPercentile(percentile));
      }
      out.printf(" %9d%n", histogram.getMaxValue());
    }
  }

  /** Counts and hashes of the journal. */
  void journal(SimulationResult result) {
    out.printf(
        "Journal: %d events, %d decisions%n  input sha256    %s%n  decision sha256 %s%n",
        result.replay().events(),
        result.replay().decisions(),
        result.replay().inputSha256(),
        result.replay().decisionSha256());
  }
}
