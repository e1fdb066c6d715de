package io.ripcord.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.testing.naive.NaiveEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * The recorded tape, which is not shipped, and a reading of it that shares nothing with the
 * product's: every line, in file order, as Jackson sees it.
 */
final class RecordedTape {
  static final String NAME = "hftbacktest_usdm_btcusdt_20240808.gz";
  static final int TRADES = 21_313;
  static final int QUOTES = 66_089;

  private RecordedTape() {}

  /** The file; the test is skipped, and says so, where the folder is absent. */
  static Path file() {
    String folder = System.getProperty("ripcord.tapes", "");
    Path file = Path.of(folder, NAME);
    if (folder.isEmpty() || !Files.exists(file)) {
      System.out.println("SKIPPED-TAPE " + NAME);
      Assumptions.abort("no recorded tape " + NAME);
    }
    return file;
  }

  /** All trades and best quotes. */
  static List<NaiveEvent.Tick> ticks() {
    ObjectMapper json = new ObjectMapper();
    List<NaiveEvent.Tick> ticks = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        long timeNs = Long.parseLong(line.substring(0, space));
        JsonNode data = json.readTree(line.substring(space + 1)).path("data");
        String symbol = data.path("s").asText();
        switch (data.path("e").asText()) {
          case "trade" ->
              ticks.add(
                  new NaiveEvent.Tick(
                      timeNs, ticks.size(), symbol, decimal(data, "p"), null, null));
          case "bookTicker" ->
              ticks.add(
                  new NaiveEvent.Tick(
                      timeNs, ticks.size(), symbol, null, decimal(data, "b"), decimal(data, "a")));
          default -> {
            // Depth updates move no price of ours.
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ticks;
  }

  private static BigDecimal decimal(JsonNode data, String key) {
    return new BigDecimal(data.get(key).asText());
  }
}
