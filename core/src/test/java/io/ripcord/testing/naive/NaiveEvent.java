package io.ripcord.testing.naive;

import java.math.BigDecimal;

/**
 * Something that happens at a time. Events of one kind and one time happen in the order of {@code
 * order} (file order); at equal time every tick comes before every signal.
 */
public sealed interface NaiveEvent {

  /** Time of the event in nanoseconds since the epoch. */
  long timeNs();

  /** Rank among events of the same kind and time. */
  long order();

  /** The instrument concerned. */
  String symbol();

  /**
   * One line of market data; an absent value is {@code null}. Without {@code last} it is a quote
   * and moves the book only; with a {@code last} of zero or less it is dropped as a whole.
   */
  record Tick(
      long timeNs, long order, String symbol, BigDecimal last, BigDecimal bid, BigDecimal ask)
      implements NaiveEvent {

    /** Refuses quotes of zero or less, for which the specification has no meaning. */
    public Tick {
      if ((bid != null && bid.signum() <= 0) || (ask != null && ask.signum() <= 0)) {
        throw new IllegalArgumentException("symbol=" + symbol + " bid=" + bid + " ask=" + ask);
      }
    }
  }

  /** An exit command for every position of the symbol whose policy listens to signals. */
  record Signal(long timeNs, long order, String symbol) implements NaiveEvent {}
}
