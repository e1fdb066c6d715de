package io.ripcord.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.NaivePolicy;
import io.ripcord.testing.naive.NaivePosition;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A positions file as the independent evaluator needs it, read without the product: the file is
 * trusted to be right. Positions without a time or an entry price take them from the ticks.
 */
record NaivePositionsFile(List<NaivePosition> positions, List<NaiveEvent.Signal> signals) {

  static NaivePositionsFile read(Path file, List<? extends NaiveEvent> ticks) throws IOException {
    JsonNode root = new YAMLMapper().readTree(file.toFile());
    Map<String, NaivePolicy> policies = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : root.get("policies").properties()) {
      policies.put(each.getKey(), policy(each.getKey(), each.getValue()));
    }
    List<NaivePosition> positions = new ArrayList<>();
    for (JsonNode row : root.get("positions")) {
      positions.add(position(row, policies.get(row.get("policy").asText()), ticks));
    }
    List<NaiveEvent.Signal> signals = new ArrayList<>();
    for (JsonNode row : root.path("signals")) {
      signals.add(
          new NaiveEvent.Signal(
              timeNs(row.get("at").asText()), signals.size(), row.get("symbol").asText()));
    }
    return new NaivePositionsFile(positions, signals);
  }

  private static NaivePosition position(
      JsonNode row, NaivePolicy policy, List<? extends NaiveEvent> ticks) {
    String symbol = row.get("symbol").asText();
    long atNs = row.has("at") ? timeNs(row.get("at").asText()) : Long.MIN_VALUE;
    boolean isPriced = row.has("entry-price");
    NaiveEvent.Tick first =
        ticks.stream()
            .map(NaiveEvent.Tick.class::cast)
            .filter(tick -> tick.symbol().equals(symbol) && tick.timeNs() >= atNs)
            .filter(tick -> isPriced || (tick.last() != null && tick.last().signum() > 0))
            .findFirst()
            .orElseThrow();
    return new NaivePosition(
        row.get("id").asLong(),
        symbol,
        NaivePosition.Side.valueOf(row.get("side").asText()),
        decimal(row, "quantity"),
        isPriced ? decimal(row, "entry-price") : first.last(),
        row.has("at") && isPriced ? atNs : first.timeNs(),
        policy,
        List.of());
  }

  private static NaivePolicy policy(String name, JsonNode blocks) {
    NaivePolicy policy =
        NaivePolicy.named(name)
            .withStopLoss(stopLoss(blocks.path("stop-loss")))
            .withTakeProfit(takeProfit(blocks.path("take-profit")))
            .withTrailing(trailing(blocks.path("trailing")));
    return blocks.at("/signal-exit/enabled").asBoolean() ? policy.withSignalExit() : policy;
  }

  private static NaivePolicy.StopLoss stopLoss(JsonNode block) {
    if (block.has("price")) {
      return new NaivePolicy.StopLoss.AtPrice(decimal(block, "price"));
    }
    if (block.has("percent")) {
      return new NaivePolicy.StopLoss.AtPercent(decimal(block, "percent"));
    }
    return block.has("ticks") ? new NaivePolicy.StopLoss.AtTicks(block.get("ticks").asInt()) : null;
  }

  private static NaivePolicy.TakeProfit takeProfit(JsonNode block) {
    if (block.has("price")) {
      return new NaivePolicy.TakeProfit.AtPrice(decimal(block, "price"));
    }
    if (block.has("percent")) {
      return new NaivePolicy.TakeProfit.AtPercent(decimal(block, "percent"));
    }
    if (!block.has("ladder")) {
      return null;
    }
    List<NaivePolicy.Rung> rungs = new ArrayList<>();
    for (JsonNode rung : block.get("ladder")) {
      // "45s" and "2m" are PT45S and PT2M to Java.
      Duration after = Duration.parse("PT" + rung.get("after").asText().toUpperCase(Locale.ROOT));
      rungs.add(new NaivePolicy.Rung(after, decimal(rung, "percent")));
    }
    return new NaivePolicy.TakeProfit.Ladder(rungs);
  }

  private static NaivePolicy.Trailing trailing(JsonNode block) {
    if (block.isMissingNode()) {
      return null;
    }
    NaivePolicy.Tighten tighten =
        block.has("tighten")
            ? new NaivePolicy.Tighten(
                decimal(block.get("tighten"), "at"), decimal(block.get("tighten"), "percent"))
            : null;
    return new NaivePolicy.Trailing(
        decimal(block, "percent"), decimal(block, "activate-at"), decimal(block, "step"), tighten);
  }

  private static BigDecimal decimal(JsonNode row, String key) {
    return row.has(key) ? new BigDecimal(row.get(key).asText()) : null;
  }

  private static long timeNs(String text) {
    Instant time = Instant.parse(text);
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }
}
