package io.ripcord.position;

/** What is remembered of a position's prices and times, true or false. */
public enum Mark {
  /** A price of its stream came since registration; with pairs of trades, a pair did. */
  PRICED(1 << 0),
  /** A price was evaluated since registration. */
  EVALUATED(1 << 1),
  /** With pairs of trades: the first one came since registration. */
  FIRST_TRADE(1 << 2),
  /** Its rules pause until the next price of its stream. */
  ON_HOLD(1 << 3),
  /** The silence of its instrument was said, and goes on. */
  SILENT(1 << 4),
  /** A breach outside continuous trading was said in this phase. */
  BREACH_SAID(1 << 5),
  /** Its square-off fell due outside continuous trading and waits for it. */
  SQUARE_OFF_WAITS(1 << 6),
  /** Its square-off was missed in an earlier session and is off. */
  SQUARE_OFF_MISSED(1 << 7),
  /** A fill has changed its entry, or a command its policy, and no price was evaluated since. */
  CHANGED(1 << 8);

  /** What is remembered of the prices that it has seen, whatever its policy. */
  static final int OF_PRICES = PRICED.bit | EVALUATED.bit | FIRST_TRADE.bit | CHANGED.bit;

  private final int bit;

  Mark(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }
}
