package io.ripcord.testing.naive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Trades, best quotes and mark prices of recorded tapes, which are not shipped: as they stand in
 * the files, by receive time, with the venue's own times, which step back now and then.
 */
public final class RecordedTicks {

  private static final List<String> NAMES =
      List.of(
          "hftbacktest_usdm_btcusdt_20240808.gz",
          "cryptofeed_BINANCE_FUTURES.ws.1.0.gz",
          "cryptofeed_DERIBIT.ws.1.0.gz");

  private static final Map<String, Pattern> FIELDS = new HashMap<>();

  private RecordedTicks() {}

  /** Every tape; the test is skipped, and says so, where one is absent. */
  public static List<List<NaiveEvent>> tapes() {
    List<List<NaiveEvent>> tapes = new ArrayList<>();
    for (String name : NAMES) {
      String folder = System.getProperty("ripcord.tapes", "");
      Path file = Path.of(folder, name);
      if (folder.isEmpty() || !Files.exists(file)) {
        System.out.println("SKIPPED-TAPE " + name);
        Assumptions.abort("no recorded tape " + name);
      }
      tapes.add(read(file));
    }
    return tapes;
  }

  private static List<NaiveEvent> read(Path file) {
    List<NaiveEvent> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int json = line.indexOf('{');
        if (json > 0 && Character.isDigit(line.charAt(0))) {
          read(timeNs(line.substring(0, json)), line.substring(json), events);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  /** {@code 1723161255030314667} or {@code 1626992741.06217:}. */
  private static long timeNs(String text) {
    String number = text.replace(":", "").strip();
    return number.contains(".")
        ? new BigDecimal(number).movePointRight(9).longValue()
        : Long.parseLong(number);
  }

  private static void read(long timeNs, String json, List<NaiveEvent> events) {
    int order = events.size();
    String symbol = text(json, "s");
    if (json.contains("\"channel\":\"ticker.")) {
      String option = text(json, "instrument_name");
      Long venueNs = milliseconds(json, "timestamp");
      BigDecimal last = price(json, "last_price");
      BigDecimal bid = price(json, "best_bid_price");
      BigDecimal ask = price(json, "best_ask_price");
      events.add(new NaiveEvent.Tick(timeNs, order, option, last, null, bid, ask, venueNs));
      events.add(new NaiveEvent.Mark(timeNs, order + 1, option, price(json, "mark_price")));
    } else if (json.contains("\"e\":\"trade\"") || json.contains("\"e\":\"aggTrade\"")) {
      BigDecimal quantity = price(json, "q");
      Long venueNs = milliseconds(json, "T");
      BigDecimal last = price(json, "p");
      events.add(new NaiveEvent.Tick(timeNs, order, symbol, last, quantity, null, null, venueNs));
    } else if (json.contains("\"e\":\"bookTicker\"")) {
      Long venueNs = milliseconds(json, "T");
      BigDecimal bid = price(json, "b");
      BigDecimal ask = price(json, "a");
      events.add(new NaiveEvent.Tick(timeNs, order, symbol, null, null, bid, ask, venueNs));
    }
  }

  private static Long milliseconds(String json, String key) {
    return Long.parseLong(text(json, key)) * 1_000_000;
  }

  /** {@code null} for none: venues write nothing, null or 0. */
  private static BigDecimal price(String json, String key) {
    String text = text(json, key);
    if (text == null || text.equals("null")) {
      return null;
    }
    BigDecimal price = new BigDecimal(text);
    return price.signum() == 0 ? null : price;
  }

  private static String text(String json, String key) {
    Matcher field =
        FIELDS
            .computeIfAbsent(key, name -> Pattern.compile("\"" + name + "\":\"?([^\",}]+)"))
            .matcher(json);
    return field.find() ? field.group(1) : null;
  }
}
