package io.ripcord.rule;

import io.ripcord.event.Side;
import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;

/** A position and an instrument, in plain decimal text, for the tests of single rules. */
final class RuleFixture {
  static final long REGISTERED_NS = 1_000;

  private RuleFixture() {}

  static Position position(Side side, String entryPrice) {
    return new Positions(1).add(1, 0, side, E8.ONE, E8.parse(entryPrice), E8.ONE, 0, REGISTERED_NS);
  }

  static Instrument instrument(String priceIncrement) {
    return new Instrument(0, 1, E8.parse(priceIncrement), 1, E8.ONE);
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
