package io.ripcord.benchmark.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

class RigOutputTest {
  private static final RigSettings SETTINGS =
      new RigSettings(List.of(100_000), 3, 0, 0, 10, 0, 64, false, Path.of("nowhere"));

  private final RigResult result = MadeUp.threeRounds();

  @Test
  void shouldWriteHistogramsThatReadBack() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      RigHistogramLog.write(out, result);
    }

    List<Histogram> read = new ArrayList<>();
    HistogramLogReader reader =
        new HistogramLogReader(new ByteArrayInputStream(bytes.toByteArray()));
    for (EncodableHistogram one = reader.nextIntervalHistogram();
        one != null;
        one = reader.nextIntervalHistogram()) {
      read.add((Histogram) one);
    }
    List<WindowResult> windows = result.rates().get(0).windows();
    assertThat(read).hasSameSizeAs(windows);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i)).isEqualTo(windows.get(i).latencies());
      assertThat(read.get(i).getTag()).isEqualTo(windows.get(i).variant() + "@100000");
    }
  }

  @Test
  void shouldWriteJsonThatReadsBack() throws IOException {
    JsonNode root = new ObjectMapper().readTree(RigJson.of(SETTINGS, result).toString());

    assertThat(root.at("/void").booleanValue()).isFalse();
    assertThat(root.at("/splitLeftOut").textValue()).isEqualTo("no core to spare");
    assertThat(root.at("/goals/0/met").booleanValue()).isFalse();
    assertThat(root.at("/rates/0/oracle/0/holds").booleanValue()).isTrue();
    assertThat(root.at("/rates/0/sections/0/medianNs").longValue()).isEqualTo(500);
    JsonNode fused = root.at("/rates/0/variants/2");
    assertThat(fused.at("/name").textValue()).isEqualTo("fused");
    assertThat(fused.at("/all/p50").longValue()).isEqualTo(600);
    assertThat(fused.at("/windows/2/distance").textValue()).isEqualTo("far");
    assertThat(fused.at("/windows/2/feedLostNs").longValue()).isEqualTo(300_000);
  }

  @Test
  void shouldPrintTailsBesideTheControlOnly() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);

    new RigTable(out).print(result);
    out.flush();

    String tails = text.toString();
    int at = tails.indexOf("tails:");
    assertThat(tails.substring(0, at)).contains("fused").doesNotContain("p99");
    assertThat(tails.substring(at)).contains("noop", "hop", "fused", "p99.9/noop");
  }
}
