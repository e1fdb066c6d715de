package io.ripcord.venue.tape;

/** Rows of a public dump CSV of Binance: one symbol per file, which only the file name tells. */
final class BinanceCsvDecoder implements LineDecoder {
  private final BinanceCsvLayout layout;
  private final String symbol;
  private final SymbolTable symbols;
  private final FieldParser fields = new FieldParser();
  private final CsvRow row = new CsvRow();
  private int symbolIndex = -1;

  BinanceCsvDecoder(BinanceCsvLayout layout, String symbol, SymbolTable symbols) {
    this.layout = layout;
    this.symbol = symbol;
    this.symbols = symbols;
  }

  @Override
  public boolean decode(byte[] line, int begin, int end, TapeRecord record) throws MalformedLine {
    row.split(line, begin, end, layout.columns());
    int time = layout.time();
    long timeNs = FieldParser.binanceTimeNs("time", line, row.begin(time), row.end(time));
    boolean isQuote = layout.eventType() == TapeRecord.QUOTE;
    long priceE8 = value(isQuote ? "best_bid_price" : "price", layout.price());
    long otherE8 = value(isQuote ? "best_ask_price" : "quantity", layout.other());
    if (symbolIndex < 0) {
      symbolIndex = symbols.intern(symbol);
    }
    record.symbolIndex = symbolIndex;
    record.eventType = layout.eventType();
    record.ingressTimeNs = timeNs;
    record.venueTimeNs = timeNs;
    if (isQuote) {
      record.quote(priceE8, otherE8);
    } else {
      record.trade(priceE8, otherE8);
    }
    return true;
  }

  private long value(String field, int column) throws MalformedLine {
    return fields.decimalE8(field, row.line(), row.begin(column), row.end(column));
  }
}
