package io.ripcord.rule;

import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.money.E6;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.position.Position;
import java.util.List;

/**
 * What a rule sees while it is called: the position, the moment, and the words of state that the
 * rule keeps in the position. One object per engine, set before each call and valid during it only;
 * engine thread, allocates nothing.
 */
public final class RuleScope {
  private final Instruments instruments;
  private final Indicators indicators;
  private final RuleActions actions;
  private Position position;
  private long lastE8;
  private long nowNs;
  private int firstWord;
  private int words;

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

  /** Turns to the rule whose words begin there; the ids of its indicators follow them. */
  RuleScope at(int newFirstWord, int newWords) {
    firstWord = newFirstWord;
    words = newWords;
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

  /** Makes sure of these indicators and remembers their ids behind the rule's words. */
  void require(List<IndicatorSpec> specs) {
    for (int i = 0; i < specs.size(); i++) {
      int id = indicators.require(position.instrumentId(), specs.get(i));
      position.word(firstWord + words + i, id);
    }
  }

  private int indicator(int number) {
    return (int) position.word(firstWord + words + number);
  }

  /** Whether the rule's indicator with this number has a value. */
  public boolean isWarm(int number) {
    return indicators.isWarm(indicator(number));
  }

  /** Value of the rule's indicator with this number, which must be warm. */
  public long value(int number) {
    return indicators.value(indicator(number));
  }

  /** Value at the bar before, {@link E8#NULL} if it was not warm then. */
  public long previous(int number) {
    return indicators.previous(indicator(number));
  }

  /** How many bars the rule's indicator with this number has seen. */
  long barsSeen(int number) {
    return indicators.barsSeen(indicator(number));
  }

  /** Direction of the rule's SuperTrend with this number. */
  public boolean isUp(int number) {
    return indicators.isUp(indicator(number));
  }

  /** Whether a bar of the rule's indicator with this number closed in this event. */
  public boolean isClosedNow(int number) {
    return indicators.closedNow(indicator(number));
  }

  /** What may be asked for besides moving levels. */
  public RuleActions actions() {
    return actions;
  }

  /** Whether the last trigger price is at {@code levelE8} or more profitable. */
  public boolean isAtOrPast(long levelE8) {
    return lastE8 != E8.NULL && !position.isBetter(levelE8, lastE8);
  }

  /** A trailing distance, in whatever unit, as volatility has it: divided, rounded down. */
  public long divided(long distance) {
    long divisorE6 = position.divisorE6();
    return divisorE6 == E6.ONE ? distance : MulDiv.floor(distance, E6.ONE, divisorE6);
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
