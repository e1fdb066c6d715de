package io.ripcord.venue.tape;

/** What a tape is read as. */
enum TapeFormat {
  GENERIC_CSV("generic CSV"),
  BINANCE_TRADES("Binance trades CSV"),
  BINANCE_AGG_TRADES("Binance aggTrades CSV"),
  BINANCE_BOOK_TICKER("Binance bookTicker CSV"),
  BINANCE_RAW("recorded Binance WebSocket lines"),
  CRYPTOFEED_RAW("recorded Binance WebSocket lines (cryptofeed)");

  private final String label;

  TapeFormat(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
