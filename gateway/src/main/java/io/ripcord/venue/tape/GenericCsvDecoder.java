package io.ripcord.venue.tape;

import io.ripcord.money.E8;

/** Rows of the generic CSV; an empty cell is an absent value. */
final class GenericCsvDecoder implements LineDecoder {
  private final GenericCsvHeader header;
  private final SymbolTable symbols;
  private final Tally tally;
  private final FieldParser fields = new FieldParser();
  private final CsvRow row = new CsvRow();

  GenericCsvDecoder(GenericCsvHeader header, SymbolTable symbols, Tally tally) {
    this.header = header;
    this.symbols = symbols;
    this.tally = tally;
  }

  @Override
  public boolean decode(byte[] line, int begin, int end, TapeRecord record) throws MalformedLine {
    row.split(line, begin, end, header.columns());
    int time = header.time();
    long timeNs = FieldParser.instantNs("time", line, row.begin(time), row.end(time));
    record.eventType = TapeRecord.ROW;
    record.ingressTimeNs = timeNs;
    record.venueTimeNs = timeNs;
    record.lastE8 = value("last", header.last());
    record.lastQuantityE8 = value("quantity", header.quantity());
    record.bidE8 = value("bid", header.bid());
    record.askE8 = value("ask", header.ask());
    int symbol = header.symbol();
    record.symbolIndex = symbols.intern(line, row.begin(symbol), row.end(symbol));
    if (!record.hasTrade() && !record.hasQuote()) {
      tally.add(TapeCounter.EMPTY_ROWS);
      return false;
    }
    return true;
  }

  private long value(String field, int column) throws MalformedLine {
    return column < 0
        ? E8.NULL
        : fields.optionalDecimalE8(field, row.line(), row.begin(column), row.end(column));
  }
}
