package io.ripcord.console;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.engine.Engine;
import io.ripcord.event.PositionStatus;
import io.ripcord.pipeline.StageLatency;
import io.ripcord.position.Position;
import io.ripcord.replay.ReplayResult;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Rows of exits, entries, open positions, alerts and counters. */
  public ReportWriter(ReportFold fold, Engine engine, Map<String, Long> moreCounters) {
    ArrayNode exits = report.putArray("exits");
    fold.exits().forEach(row -> JsonRows.exit(exits.addObject(), row));
    ArrayNode entries = report.putArray("entries");
    fold.entries().forEach(row -> JsonRows.entry(entries.addObject(), row));
    ArrayNode open = report.putArray("open");
    if (engine != null) {
      for (Position position : engine.view().positions().sortedById()) {
        if (position.status() != PositionStatus.CLOSED) {
          JsonRows.open(open.addObject(), position, fold);
        }
      }
    }
    ArrayNode groups = report.putArray("groups");
    if (engine != null) {
      GroupRow.all(engine.view()).forEach(row -> JsonRows.group(groups.addObject(), row));
    }
    ArrayNode alerts = report.putArray("alerts");
    fold.alerts().forEach(row -> JsonRows.alert(alerts.addObject(), row));
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
