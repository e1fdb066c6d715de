package io.ripcord.console;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.engine.Engine;
import io.ripcord.engine.Refusal;
import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Texts;
import io.ripcord.money.E8;
import io.ripcord.pipeline.StageLatency;
import io.ripcord.position.Position;
import io.ripcord.replay.ReplayResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The report as one JSON object: money as decimal text, times in ISO-8601 with nine digits. Written
 * to a temporary file and renamed, so that nobody sees half a report.
 */
public final class ReportWriter {
  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};
  private static final String[] PERCENTILE_KEYS = {"p50", "p90", "p99", "p999", "p9999"};

  private final ObjectNode report = JsonNodeFactory.instance.objectNode();

  /** Rows of exits, open positions, alerts and counters. */
  public ReportWriter(ReportFold fold, Engine engine, Map<String, Long> moreCounters) {
    ArrayNode exits = report.putArray("exits");
    fold.exits().forEach(row -> exit(exits.addObject(), row));
    ArrayNode open = report.putArray("open");
    if (engine != null) {
      for (Position position : engine.view().positions().sortedById()) {
        if (position.status() != PositionStatus.CLOSED) {
          open(open.addObject(), position, fold);
        }
      }
    }
    ArrayNode alerts = report.putArray("alerts");
    fold.alerts().forEach(row -> alert(alerts.addObject(), row));
    ObjectNode counters = report.putObject("counters");
    fold.counters().forEach(counters::put);
    moreCounters.forEach(counters::put);
  }

  /** Distribution of each stage, in nanoseconds. */
  public ReportWriter latency(List<StageLatency> stages, boolean paced) {
    // As fast as possible there is no intended time, so it is service time and says so.
    ObjectNode times =
        report.putObject("latency").putObject(paced ? "responseTime" : "serviceTime");
    for (StageLatency stage : stages) {
      Histogram histogram = stage.histogram();
      ObjectNode node = times.putObject(stage.stage());
      node.put("count", histogram.getTotalCount());
      for (int i = 0; i < PERCENTILES.length; i++) {
        node.put(PERCENTILE_KEYS[i], histogram.getValueAtPercentile(PERCENTILES[i]));
      }
      node.put("max", histogram.getMaxValue());
    }
    return this;
  }

  /** What the journal holds. */
  public ReportWriter journal(ReplayResult replay) {
    ObjectNode journal = report.putObject("journal");
    journal.put("events", replay.events());
    journal.put("decisions", replay.decisions());
    journal.put("inputSha256", replay.inputSha256());
    journal.put("decisionSha256", replay.decisionSha256());
    journal.put("stateHash", replay.stateHash());
    return this;
  }

  /** Positions that never entered. */
  public ReportWriter notRegistered(List<Long> ids) {
    ArrayNode node = report.putArray("notRegistered");
    ids.forEach(id -> node.add((long) id));
    return this;
  }

  private static void exit(ObjectNode node, ExitRow row) {
    node.put("position", row.position);
    node.put("symbol", row.symbol);
    node.put("side", row.side.name());
    node.put("reason", row.reason.name());
    node.put("source", row.source.name());
    node.put("quantity", decimal(row.quantityE8));
    node.put("level", decimal(row.levelE8));
    node.put("triggerTime", time(row.triggerTimeNs));
    node.put("triggerPrice", decimal(row.triggerPriceE8));
    node.put("fillTime", time(row.fillTimeNs));
    node.put("fillPrice", decimal(row.fillPriceE8));
    BigDecimal percent = row.profitPercent();
    node.put("profitPercent", percent == null ? null : plain(percent));
    node.put("pnl", decimal(row.pnlE8));
    node.put("proven", row.isProven());
    node.put("attempts", row.clOrdIds.size());
    ArrayNode ids = node.putArray("clOrdIds");
    row.clOrdIds.forEach(ids::add);
  }

  private static void open(ObjectNode node, Position position, ReportFold fold) {
    node.put("position", position.id());
    node.put("symbol", fold.symbol(position.instrumentId()));
    node.put("side", position.side().name());
    node.put("status", position.status().name());
    node.put("quantity", decimal(position.quantityE8()));
    node.put("openQuantity", decimal(position.openQuantityE8()));
    node.put("entryPrice", decimal(position.entryPriceE8()));
    node.put("stop", decimal(position.stop().levelE8()));
    node.put("target", decimal(position.targetE8()));
    node.put("watermark", decimal(position.watermarkE8()));
  }

  private static void alert(ObjectNode node, AlertRow row) {
    node.put("time", time(row.timeNs()));
    node.put("alert", row.kind().name());
    if (row.position() != E8.NULL) {
      node.put("position", row.position());
    }
    if (!row.symbol().isEmpty()) {
      node.put("symbol", row.symbol());
    }
    alertValues(node, row.kind(), row.first(), row.second());
  }

  /** The two values of an alert under the names that the event schema describes. */
  private static void alertValues(ObjectNode node, AlertKind kind, long first, long second) {
    switch (kind) {
      case BAD_TICK -> node.put("price", decimal(first)).put("count", second);
      case EXIT_REJECTED ->
          node.put("attempt", first).put("reject", RejectKind.of((int) second).name());
      case EXIT_STUCK -> node.put("attempt", first).put("openQuantity", decimal(second));
      case NOT_FLAT -> node.put("venueQuantity", decimal(first)).put("checks", second);
      case OVER_FILL ->
          node.put("openQuantity", decimal(first)).put("filledQuantity", decimal(second));
      case UNKNOWN_ORDER -> node.put("clOrdId", ClOrdId.format(first, second));
      case MONEY_OUT_OF_RANGE -> node.put("pnl", decimal(first)).put("multiplier", decimal(second));
      case UNKNOWN_INSTRUMENT -> node.put("instrument", first);
      case REGISTRATION_REFUSED -> node.put("refusal", refusal(first));
      case COMMAND_REFUSED -> node.put("refusal", refusal(first)).put("value", decimal(second));
      case EXIT_UNKNOWN -> node.put("attempt", first).put("questions", second);
      case STOP_LOOSENED -> node.put("oldStop", decimal(first)).put("newStop", decimal(second));
      case EVENT_SKIPPED -> node.put("skippedSequence", first);
      case SESSION_DOWN -> node.put("exitsInFlight", first);
    }
  }

  private static String refusal(long code) {
    Refusal refusal = Refusal.of(code);
    return refusal == null ? Long.toString(code) : refusal.name();
  }

  private static String decimal(long valueE8) {
    return valueE8 == E8.NULL ? null : E8.format(valueE8);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String time(long timeNs) {
    return timeNs == E8.NULL ? null : Texts.time(timeNs);
  }

  /** The object. */
  public ObjectNode json() {
    return report;
  }

  /** The object as text, one field a line. */
  public String text() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(report) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the file as a whole or not at all.
   *
   * @throws IOException naming the file, why, and what was expected
   */
  public void write(Path file) throws IOException {
    OutputPlace place = new OutputPlace(file);
    try {
      Files.writeString(place.temporary(), text());
      Files.move(
          place.temporary(),
          file,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(place.temporary());
      throw place.refused(e);
    }
  }
}
