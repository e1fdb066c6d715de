package io.ripcord.console;

/** One order that has added to a position, as a report shows it; filled while folding. */
public final class EntryRow {
  final long position;
  final String symbol;
  final long levelE8;
  final long triggerPriceE8;
  final String clOrdId;
  final RowFills fills = new RowFills();

  EntryRow(long position, String symbol, long levelE8, long triggerPriceE8, String clOrdId) {
    this.position = position;
    this.symbol = symbol;
    this.levelE8 = levelE8;
    this.triggerPriceE8 = triggerPriceE8;
    this.clOrdId = clOrdId;
  }

  /** The position's number. */
  public long position() {
    return position;
  }

  /** Time of the last fill, in nanoseconds since the epoch. */
  public long timeNs() {
    return fills.lastNs();
  }

  /** What was added. */
  public long quantityE8() {
    return fills.quantityE8();
  }

  /** Average price of it, half even at 1e-8. */
  public long priceE8() {
    return fills.priceE8();
  }
}
