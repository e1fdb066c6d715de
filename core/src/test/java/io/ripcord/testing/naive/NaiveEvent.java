package io.ripcord.testing.naive;

import java.math.BigDecimal;

/**
 * Something that happens at a time. Events of one time happen in the order of {@code order} (file
 * order), except that commands come after everything else.
 */
public sealed interface NaiveEvent {

  /** Time of the event in nanoseconds since the epoch. */
  long timeNs();

  /** Rank among events of the same time. */
  long order();

  /** The instrument concerned. */
  String symbol();

  /** Whether a human says it. */
  default boolean isCommand() {
    return this instanceof Signal || this instanceof Adopt;
  }

  /**
   * One line of market data; an absent value is {@code null}. Without {@code last} it is a quote
   * and moves the book only; with a {@code last} of zero or less it is dropped as a whole. The
   * venue's own time, the price and the quantity tell whether two trades are the same one.
   */
  record Tick(
      long timeNs,
      long order,
      String symbol,
      BigDecimal last,
      BigDecimal quantity,
      BigDecimal bid,
      BigDecimal ask,
      Long venueTimeNs)
      implements NaiveEvent {

    /** Refuses quotes of zero or less, for which the specification has no meaning. */
    public Tick {
      if ((bid != null && bid.signum() <= 0) || (ask != null && ask.signum() <= 0)) {
        throw new IllegalArgumentException("symbol=" + symbol + " bid=" + bid + " ask=" + ask);
      }
    }

    /** A tick of unknown quantity that the venue stamped at the time of the event. */
    public Tick(
        long timeNs, long order, String symbol, BigDecimal last, BigDecimal bid, BigDecimal ask) {
      this(timeNs, order, symbol, last, null, bid, ask, timeNs);
    }
  }

  /** The venue's mark price. */
  record Mark(long timeNs, long order, String symbol, BigDecimal price) implements NaiveEvent {}

  /** The instrument enters this phase of its session. */
  record Phase(long timeNs, long order, String symbol, Session phase) implements NaiveEvent {}

  /** Phases of a session; an instrument starts in {@code CONTINUOUS}. */
  enum Session {
    /** Orders are collected, nothing trades. */
    PRE_OPEN,
    /** The only phase whose prices trigger, trail and make bars. */
    CONTINUOUS,
    /** Trades at one price at a time of the venue's choosing. */
    AUCTION,
    /** Trading is stopped for now. */
    HALT,
    /** The session is over. */
    CLOSED
  }

  /** From here on the indicators of this policy are kept warm on the instrument. */
  record Watch(long timeNs, long order, String symbol, NaivePolicy policy) implements NaiveEvent {}

  /** An exit command for every position of the symbol whose policy listens to signals. */
  record Signal(long timeNs, long order, String symbol) implements NaiveEvent {}

  /** A position gets another policy; the time of square-off is {@code null} if there is none. */
  record Adopt(
      long timeNs, long order, String symbol, long positionId, NaivePolicy policy, Long squareOffNs)
      implements NaiveEvent {}
}
