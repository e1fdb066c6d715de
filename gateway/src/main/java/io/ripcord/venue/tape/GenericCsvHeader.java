package io.ripcord.venue.tape;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The header of the generic CSV: {@code time,symbol,last,quantity,bid,ask} in any order. {@code
 * time}, {@code symbol} and one price are required; the index of a column that is not there is -1.
 */
record GenericCsvHeader(
    int columns, int time, int symbol, int last, int quantity, int bid, int ask) {
  static final List<String> COLUMNS = List.of("time", "symbol", "last", "quantity", "bid", "ask");

  /** What people write instead. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("timestamp", "time"),
          Map.entry("ts", "time"),
          Map.entry("datetime", "time"),
          Map.entry("date", "time"),
          Map.entry("ticker", "symbol"),
          Map.entry("instrument", "symbol"),
          Map.entry("price", "last"),
          Map.entry("ltp", "last"),
          Map.entry("qty", "quantity"),
          Map.entry("size", "quantity"),
          Map.entry("volume", "quantity"),
          Map.entry("best_bid", "bid"),
          Map.entry("best_ask", "ask"),
          Map.entry("offer", "ask"));

  /** Whether a first line is meant as this header: a known column, or one that nearly is. */
  static boolean looksLikeHeader(List<String> names) {
    return names.stream().anyMatch(name -> COLUMNS.contains(name) || suggestion(name) != null);
  }

  static GenericCsvHeader of(List<String> names) throws MalformedLine {
    for (String name : names) {
      if (!COLUMNS.contains(name)) {
        throw new MalformedLine(unknownColumn(name));
      }
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new MalformedLine("column \"" + name + "\" is given twice: expected once");
      }
    }
    GenericCsvHeader header =
        new GenericCsvHeader(
            names.size(),
            names.indexOf("time"),
            names.indexOf("symbol"),
            names.indexOf("last"),
            names.indexOf("quantity"),
            names.indexOf("bid"),
            names.indexOf("ask"));
    boolean hasPrice = header.last >= 0 || header.bid >= 0 || header.ask >= 0;
    if (header.time < 0 || header.symbol < 0 || !hasPrice) {
      throw new MalformedLine(
          "header \""
              + String.join(",", names)
              + "\": expected time, symbol and at least one of last, bid, ask");
    }
    return header;
  }

  private static String unknownColumn(String name) {
    String suggestion = suggestion(name);
    return "unknown column "
        + MalformedLine.quoted(name, 40)
        + (suggestion == null ? "" : ", did you mean \"" + suggestion + "\"?")
        + ": expected "
        + String.join(",", COLUMNS);
  }

  /** The column that a name may stand for, or null. */
  private static String suggestion(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (SYNONYMS.containsKey(lower)) {
      return SYNONYMS.get(lower);
    }
    for (String column : COLUMNS) {
      int allowed = column.length() > 4 ? 2 : 1;
      if (distance(lower, column, allowed) <= allowed) {
        return column;
      }
    }
    return null;
  }

  /** Edit distance; anything above {@code bound} when the lengths alone differ by more. */
  private static int distance(String a, String b, int bound) {
    if (Math.abs(a.length() - b.length()) > bound) {
      return bound + 1;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
