package io.ripcord.rule;

import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.position.Position;

/**
 * What a rule sees while it is called: the position, the moment, and the words of state that the
 * rule keeps in the position. One object per engine, set before each call and valid during it only;
 * engine thread, allocates nothing.
 */
public final class RuleScope {
  private static final long UNDIVIDED_E6 = 1_000_000;

  private final Instruments instruments;
  private final Indicators indicators;
  private final RuleActions actions;
  private Position position;
  private long lastE8;
  private long nowNs;
  private int firstWord;

  /** For positions in these instruments, with these indicators. */
  public RuleScope(Instruments instruments, Indicators indicators, RuleActions actions) {
    this.instruments = instruments;
    this.indicators = indicators;
    this.actions = actions;
  }

  /**
   * Turns to a position.
   *
   * @param newLastE8 the last trigger price since its registration, {@link E8#NULL} before the
   *     first
   */
  public RuleScope of(Position newPosition, long newLastE8, long newNowNs) {
    position = newPosition;
    lastE8 = newLastE8;
    nowNs = newNowNs;
    return this;
  }

  /** Turns to the rule whose words begin there. */
  RuleScope at(int newFirstWord) {
    firstWord = newFirstWord;
    return this;
  }

  /** Whose rule it is. */
  public Position position() {
    return position;
  }

  /** What the position holds. */
  public Instrument instrument() {
    return instruments.get(position.instrumentId());
  }

  /** The indicators of all instruments. */
  public Indicators indicators() {
    return indicators;
  }

  /** The number of an indicator of the position's instrument, which there is from now on. */
  public int indicator(IndicatorSpec spec) {
    return indicators.require(position.instrumentId(), spec);
  }

  /** What may be asked for besides moving levels. */
  public RuleActions actions() {
    return actions;
  }

  /** The last trigger price since registration, {@link E8#NULL} before the first. */
  public long lastE8() {
    return lastE8;
  }

  /** Whether the last trigger price is at {@code levelE8} or more profitable. */
  public boolean isAtOrPast(long levelE8) {
    return lastE8 != E8.NULL && !position.isBetter(levelE8, lastE8);
  }

  /** A trailing distance, in whatever unit, as volatility has it: divided, rounded down. */
  public long divided(long distance) {
    long divisorE6 = position.divisorE6();
    return divisorE6 == UNDIVIDED_E6 ? distance : MulDiv.floor(distance, UNDIVIDED_E6, divisorE6);
  }

  /** Time of the event. */
  public long nowNs() {
    return nowNs;
  }

  /** The rule's own {@code index}-th word, 0 at registration. */
  public long word(int index) {
    return position.word(firstWord + index);
  }

  /** Sets the rule's own {@code index}-th word. */
  public void word(int index, long value) {
    position.word(firstWord + index, value);
  }
}
