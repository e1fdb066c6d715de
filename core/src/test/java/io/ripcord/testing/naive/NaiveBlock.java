package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * The blocks of a policy beyond stop, target, percent trailing and signal: at most one of each
 * kind. Percents are plain percents, factors plain factors, both with at most 6 decimals; an absent
 * key is {@code null}. {@link #code()} is the order in which rules act.
 */
public sealed interface NaiveBlock {

  /** Number of the rule kind. */
  int code();

  /** {@code trailing: {ticks}}: a stop this many price increments behind the watermark. */
  record TrailingTicks(
      int ticks, BigDecimal activateAt, BigDecimal step, BigDecimal tightenAt, Integer tightenTicks)
      implements NaiveBlock {
    @Override
    public int code() {
      return 5;
    }
  }

  /** {@code trailing: {atr}}: a stop a multiple of the average true range behind the watermark. */
  record TrailingAtr(
      int period,
      BigDecimal multiplier,
      Duration bar,
      BigDecimal activateAt,
      BigDecimal step,
      BigDecimal tightenAt,
      BigDecimal tightenMultiplier)
      implements NaiveBlock {
    @Override
    public int code() {
      return 6;
    }
  }

  /** {@code trailing: {supertrend}}. */
  record SuperTrend(int period, BigDecimal multiplier, Duration bar) implements NaiveBlock {
    @Override
    public int code() {
      return 7;
    }
  }

  /** {@code trailing: {ma-cross}}: an exit when the fast average crosses the slow one. */
  record MaCross(int fast, int slow, boolean isExponential, Duration bar) implements NaiveBlock {
    @Override
    public int code() {
      return 8;
    }
  }

  /** {@code break-even}; without {@code lock} it locks the fees. */
  record BreakEven(BigDecimal at, BigDecimal lock) implements NaiveBlock {
    @Override
    public int code() {
      return 11;
    }
  }

  /** {@code partial}, with ascending {@code at} and {@code close}. */
  record Partial(List<Booking> rungs) implements NaiveBlock {
    /** Keeps a copy of the list. */
    public Partial {
      rungs = List.copyOf(rungs);
    }

    @Override
    public int code() {
      return 12;
    }
  }

  /** One rung of {@code partial}: {@code close} is the percent booked in total. */
  record Booking(BigDecimal at, Duration minAge, BigDecimal close) {}

  /** {@code scale-in}; without {@code volumeRatio} there is no volume condition. */
  record ScaleIn(
      BigDecimal at,
      BigDecimal add,
      int momentumBars,
      BigDecimal momentum,
      BigDecimal volumeRatio,
      int maxAdds,
      Duration bar)
      implements NaiveBlock {
    @Override
    public int code() {
      return 13;
    }
  }

  /** {@code time: {max-age}}. */
  record MaxAge(Duration age) implements NaiveBlock {
    @Override
    public int code() {
      return 14;
    }
  }

  /** {@code time: {tighten}}, ascending {@code after}, descending percent. */
  record TimeTighten(List<TighterStop> steps) implements NaiveBlock {
    /** Keeps a copy of the list. */
    public TimeTighten {
      steps = List.copyOf(steps);
    }

    @Override
    public int code() {
      return 15;
    }
  }

  /** One step of {@code time.tighten}. */
  record TighterStop(Duration after, BigDecimal stopPercent) {}

  /** {@code time: {square-off}}; the time itself is the position's. */
  record SquareOff() implements NaiveBlock {
    @Override
    public int code() {
      return 16;
    }
  }

  /** {@code volatility}; without {@code widenBelow} nothing is ever widened. */
  record Volatility(
      int fast, int slow, BigDecimal tightenAbove, BigDecimal widenBelow, Duration bar)
      implements NaiveBlock {
    @Override
    public int code() {
      return 17;
    }
  }

  /** {@code hard-stop}. */
  record HardStop(BigDecimal percent) implements NaiveBlock {
    @Override
    public int code() {
      return 18;
    }
  }

  /** {@code trigger}: which prices the position listens to. */
  record Trigger(Source source) implements NaiveBlock {
    @Override
    public int code() {
      return 20;
    }
  }

  /** The streams of trigger prices. */
  enum Source {
    /** Every trade. */
    LAST,
    /** The best bid for a long position, the best ask for a short one. */
    BID_ASK,
    /** The venue's mark price. */
    MARK,
    /** Two distinct trades in a row. */
    DOUBLE_LAST
  }

  /** {@code evaluate}: {@code every} is absent for every tick, {@code gapPercent} for no watch. */
  record Evaluation(Duration every, BigDecimal gapPercent) implements NaiveBlock {
    @Override
    public int code() {
      return 21;
    }
  }

  /** {@code book-through}: the whole book beyond the stop for this long. */
  record BookThrough(Duration confirm) implements NaiveBlock {
    @Override
    public int code() {
      return 22;
    }
  }

  /** {@code stale-after} and {@code on-stale}. */
  record Staleness(Duration after, Action action) implements NaiveBlock {
    @Override
    public int code() {
      return 23;
    }
  }

  /** What silence leads to, beside an alert. */
  enum Action {
    /** Nothing more. */
    ALERT,
    /** An emergency exit. */
    EXIT,
    /** The rules pause until the next price. */
    HOLD
  }
}
