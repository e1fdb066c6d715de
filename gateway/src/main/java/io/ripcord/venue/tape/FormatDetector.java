package io.ripcord.venue.tape;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the format of a tape from its first line; only a symbol may come from the file name. */
final class FormatDetector {
  /** A detected format and the way to make a decoder for each pass. */
  record Detected(TapeFormat format, boolean hasHeader, DecoderFactory decoders) {}

  /** Makes a decoder that fills the given table and tally. */
  interface DecoderFactory {
    LineDecoder create(SymbolTable symbols, Tally tally);
  }

  private static final int MAX_LOOKED_AT = 4096;
  private static final Pattern RAW = Pattern.compile("\\d{1,19} +[{\\[].*", Pattern.DOTALL);
  private static final Pattern CRYPTOFEED =
      Pattern.compile("(\\d{1,10}(\\.\\d+)?: ?[{\\[]|wss?://\\S+ (<->|<-) \\d).*", Pattern.DOTALL);
  private static final Pattern DUMP_NAME =
      Pattern.compile("([A-Za-z0-9_]+)-(trades|aggTrades|bookTicker)\\b");

  private FormatDetector() {}

  /** The format of a file with this name and first line. */
  static Detected detect(String fileName, byte[] line, int begin, int end) throws MalformedLine {
    int lookedAtEnd = Math.min(end, begin + MAX_LOOKED_AT);
    String start = new String(line, begin, lookedAtEnd - begin, StandardCharsets.ISO_8859_1);
    if (RAW.matcher(start).matches()) {
      return new Detected(
          TapeFormat.BINANCE_RAW,
          false,
          (symbols, tally) -> new RawLineDecoder(false, symbols, tally));
    }
    if (CRYPTOFEED.matcher(start).matches()) {
      return new Detected(
          TapeFormat.CRYPTOFEED_RAW,
          false,
          (symbols, tally) -> new RawLineDecoder(true, symbols, tally));
    }
    if (lookedAtEnd == end && start.indexOf(',') > 0) {
      List<String> cells = new CsvRow().split(line, begin, end, -1).texts();
      Detected csv = detectCsv(fileName, cells);
      if (csv != null) {
        return csv;
      }
    }
    throw new MalformedLine(noneFits(start));
  }

  private static Detected detectCsv(String fileName, List<String> cells) throws MalformedLine {
    List<String> lower = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    BinanceCsvLayout headed = BinanceCsvLayout.ofHeader(lower);
    BinanceCsvLayout layout = headed != null ? headed : BinanceCsvLayout.ofRow(cells);
    if (layout != null) {
      String symbol = symbolOf(fileName, layout.format());
      return new Detected(
          layout.format(),
          headed != null,
          (symbols, tally) -> new BinanceCsvDecoder(layout, symbol, symbols));
    }
    if (!GenericCsvHeader.looksLikeHeader(cells)) {
      return null;
    }
    GenericCsvHeader header = GenericCsvHeader.of(cells);
    return new Detected(
        TapeFormat.GENERIC_CSV,
        true,
        (symbols, tally) -> new GenericCsvDecoder(header, symbols, tally));
  }

  private static String symbolOf(String fileName, TapeFormat format) throws MalformedLine {
    Matcher matcher = DUMP_NAME.matcher(fileName);
    if (!matcher.find()) {
      throw new MalformedLine(
          format.label()
              + " has no symbol column and the file name names none: expected a name like"
              + " BTCUSDT-trades-2024-08-08.csv (SYMBOL, then -trades, -aggTrades or -bookTicker)");
    }
    return matcher.group(1).toUpperCase(Locale.ROOT);
  }

  private static String noneFits(String start) {
    if (start.startsWith("PK")) {
      return "is a zip archive: expected its content, unpack it first";
    }
    return "no tape format fits the first line "
        + MalformedLine.quoted(start, 60)
        + ": expected the CSV header "
        + String.join(",", GenericCsvHeader.COLUMNS)
        + ", a Binance trades, aggTrades or bookTicker CSV, or recorded lines <epoch ns> <json>";
  }
}
