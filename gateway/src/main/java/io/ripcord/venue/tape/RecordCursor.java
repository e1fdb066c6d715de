package io.ripcord.venue.tape;

/** A cursor over one tape: its current record, its symbols and its counters. */
abstract class RecordCursor implements TapeCursor {
  final SymbolTable symbols = new SymbolTable();
  final Tally tally = new Tally();
  final TapeRecord record = new TapeRecord();
  private long recordNumber;

  /** To be called once for each record, when it is complete. */
  final void countRecord() {
    recordNumber++;
    if (record.hasTrade()) {
      tally.add(TapeCounter.TRADES);
    }
    if (record.hasQuote()) {
      tally.add(TapeCounter.QUOTES);
    }
  }

  @Override
  public final long recordNumber() {
    return recordNumber;
  }

  @Override
  public final int tapeIndex() {
    return 0;
  }

  @Override
  public final long ingressTimeNs() {
    return record.ingressTimeNs;
  }

  @Override
  public final long venueTimeNs() {
    return record.venueTimeNs;
  }

  @Override
  public final int symbolIndex() {
    return record.symbolIndex;
  }

  @Override
  public final String symbol() {
    return symbols.name(record.symbolIndex);
  }

  @Override
  public final long lastE8() {
    return record.lastE8;
  }

  @Override
  public final long lastQuantityE8() {
    return record.lastQuantityE8;
  }

  @Override
  public final long bidE8() {
    return record.bidE8;
  }

  @Override
  public final long askE8() {
    return record.askE8;
  }
}
