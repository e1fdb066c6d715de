package io.ripcord.rule;

import io.ripcord.event.Side;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;

/** A position and an instrument, in plain decimal text, for the tests of single rules. */
final class RuleFixture {
  static final long REGISTERED_NS = 1_000;
  private static final int WORDS = 16;

  private RuleFixture() {}

  static Position position(Side side, String entryPrice) {
    Position position =
        new Positions(1).add(1, 0, side, E8.ONE, E8.parse(entryPrice), E8.ONE, 0, REGISTERED_NS);
    position.words(WORDS);
    return position;
  }

  static Instrument instrument(String priceIncrement) {
    return new Instrument(0, 1, E8.parse(priceIncrement), 1, E8.ONE);
  }

  /** What a rule sees of a position in an instrument of increment 0.05, at its registration. */
  static RuleScope scope(Position position) {
    return scope(position, "0.05");
  }

  /** As the other, with another price increment. */
  static RuleScope scope(Position position, String priceIncrement) {
    Instruments instruments = new Instruments();
    instruments.add(instrument(priceIncrement));
    Indicators indicators = new Indicators();
    indicators.addInstrument();
    return new RuleScope(instruments, indicators, null)
        .of(position, E8.NULL, position.registeredNs());
  }

  /** A price, {@link E8#NULL} for {@code "-"}. */
  static long price(String text) {
    return text.equals("-") ? E8.NULL : E8.parse(text);
  }

  /** A percentage, {@link E8#NULL} for {@code "-"}. */
  static long percent(String text) {
    return text.equals("-") ? E8.NULL : Percent.parse(text);
  }

  /** A level as text, {@code "-"} for none. */
  static String level(long levelE8) {
    return levelE8 == E8.NULL ? "-" : E8.format(levelE8);
  }
}
