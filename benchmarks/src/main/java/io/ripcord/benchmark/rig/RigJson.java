package io.ripcord.benchmark.rig;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.node.BuildInfo;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What was measured as one JSON object: every window, and the numbers of the table. */
final class RigJson {
  private RigJson() {}

  static ObjectNode of(RigSettings settings, RigResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("build", BuildInfo.buildId());
    root.put("jvm", Runtime.version().toString());
    root.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    root.put("cores", Runtime.getRuntime().availableProcessors());
    root.put("threads", result.threads());
    root.put("pinned", result.pinned());
    root.put("rounds", settings.rounds());
    root.put("warmupRounds", settings.warmupRounds());
    root.put("restMs", settings.restMs());
    root.put("ringSize", settings.ringSize());
    root.put("splitLeftOut", result.splitRefusal());
    root.put("journalBytes", result.journalBytes());
    root.put("void", !result.objections().isEmpty());
    ArrayNode goals = root.putArray("goals");
    for (Goal goal : Goal.judge(result)) {
      ObjectNode node = goals.addObject();
      node.put("text", goal.text()).put("measured", goal.measured());
      node.put("limit", goal.limit()).put("met", goal.isMet());
    }
    ArrayNode rates = root.putArray("rates");
    result.rates().forEach(rate -> rate(rates.addObject(), rate));
    return root;
  }

  private static void rate(ObjectNode node, RateResult rate) {
    node.put("rate", rate.rate()).put("ticksPerWindow", rate.ticks());
    node.put("triggerEvery", Workload.TRIGGER_EVERY);
    node.put("journalBytes", rate.journalBytes());
    ArrayNode checks = node.putArray("oracle");
    for (OracleCheck check : rate.checks()) {
      ObjectNode one = checks.addObject();
      one.put("variant", check.variant());
      one.put("orders", check.orders()).put("expectedOrders", check.expectedOrders());
      one.put("checksum", hex(check.checksum()));
      one.put("expectedChecksum", hex(check.expectedChecksum()));
      one.put("holds", check.holds());
    }
    ArrayNode sections = node.putArray("sections");
    for (SectionTime section : rate.sections()) {
      sections.addObject().put("name", section.name()).put("medianNs", section.medianNs());
    }
    ArrayNode variants = node.putArray("variants");
    for (VariantSummary summary : VariantSummary.all(rate)) {
      variant(variants.addObject(), summary, rate.windowsOf(summary.name()));
    }
  }

  private static void variant(ObjectNode node, VariantSummary s, List<WindowResult> windows) {
    node.put("name", s.name());
    quantiles(node.putObject("all"), s.all());
    quantiles(node.putObject("calm"), s.calm());
    quantiles(node.putObject("near"), s.near());
    quantiles(node.putObject("far"), s.far());
    node.put("p50Ratio", s.p50Ratio()).put("p90Ratio", s.p90Ratio());
    node.put("calmP50Ratio", s.calmP50Ratio()).put("calmP90Ratio", s.calmP90Ratio());
    node.put("bestP50", s.bestP50());
    node.put("feedLostShare", s.feedLostShare()).put("engineLostShare", s.engineLostShare());
    ArrayNode all = node.putArray("windows");
    windows.forEach(window -> window(all.addObject(), window));
  }

  private static void quantiles(ObjectNode node, Quantiles q) {
    node.put("windows", q.windows()).put("p50", q.p50()).put("p90", q.p90());
    node.put("p99", q.p99()).put("p999", q.p999());
  }

  private static void window(ObjectNode node, WindowResult window) {
    Histogram latencies = window.latencies();
    node.put("round", window.round()).put("samples", latencies.getTotalCount());
    node.put("oneWayNs", window.oneWayNs());
    node.put("distance", window.distance().name().toLowerCase(Locale.ROOT));
    node.put("p50", latencies.getValueAtPercentile(Quantiles.P50));
    node.put("p90", latencies.getValueAtPercentile(Quantiles.P90));
    node.put("p99", latencies.getValueAtPercentile(Quantiles.P99));
    node.put("p999", latencies.getValueAtPercentile(Quantiles.P999));
    node.put("max", latencies.getMaxValue());
    node.put("lengthNs", window.lengthNs());
    node.put("feedStalls", window.feedStalls()).put("feedLostNs", window.feedLostNs());
    node.put("engineStalls", window.engineStalls()).put("engineLostNs", window.engineLostNs());
  }

  private static String hex(long crc) {
    return String.format(Locale.ROOT, "%08x", crc);
  }
}
