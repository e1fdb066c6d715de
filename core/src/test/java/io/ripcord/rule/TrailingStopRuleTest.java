package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every case: entry at 100, prices one by one, the stop after each. */
class TrailingStopRuleTest {
  private static final String NONE = "-";

  private static TrailingStopRule rule(
      String percent, String activateAt, String step, String tightenAt, String tightenPercent) {
    return new TrailingStopRule(
        RuleFixture.percent(percent),
        RuleFixture.percent(activateAt),
        RuleFixture.percent(step),
        RuleFixture.percent(tightenAt),
        RuleFixture.percent(tightenPercent));
  }

  private static Position position(Side side, String fixedStop) {
    Position position = RuleFixture.position(side, "100");
    if (!fixedStop.equals(NONE)) {
      position.stop().set(E8.parse(fixedStop));
    }
    return position;
  }

  private static String stops(TrailingStopRule rule, Position position, String prices) {
    List<String> stops = new ArrayList<>();
    for (String price : prices.split(" ", -1)) {
      position.see(E8.parse(price));
      rule.follow(RuleFixture.scope(position));
      stops.add(
          RuleFixture.level(position.stop().levelE8()) + (position.stop().isMoved() ? "*" : ""));
    }
    return String.join(" ", stops);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  100 101 100.5 102 50, 99* 99.99* 99.99* 100.98* 100.98*",
    "SHORT, 100 99 99.5 98 150, 101* 99.99* 99.99* 98.98* 98.98*",
    // The watermark starts at the entry price.
    "LONG,  99.5 100.00000001, 99* 99*",
    "SHORT, 100.5 99.99999999, 101* 100.99999999*",
  })
  void shouldFollowTheBestPrice(Side side, String prices, String expected) {
    TrailingStopRule rule = rule("1", "0", "0", NONE, NONE);

    assertThat(stops(rule, position(side, NONE), prices)).isEqualTo(expected);
  }

  @Test
  void shouldFollowFromTheStartThoughTheEntryHasGrownPastTheBestPrice() {
    Position position = position(Side.LONG, NONE);
    position.see(E8.parse("100"));
    position.add(E8.ONE, E8.parse("110"));

    assertThat(stops(rule("1", "0", "0", NONE, NONE), position, "98")).isEqualTo("99*");
    assertThat(E8.format(position.entryPriceE8())).isEqualTo("105");
  }

  @ParameterizedTest
  @CsvSource({
    // 1 % of 100.00000001 is 1.0000000001: long rounds down, short up.
    "LONG,  100.00000001 100.0000005 100.000001, 99* 99.00000049* 99.00000099*",
    "SHORT, 99.99999999 99.9999995 99.999999, 100.99999999* 100.9999995* 100.99999899*",
  })
  void shouldRoundAwayFromTheMarket(Side side, String prices, String expected) {
    TrailingStopRule rule = rule("1", "0", "0", NONE, NONE);

    assertThat(stops(rule, position(side, NONE), prices)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  101.99999999 102 101, - 100.98* 100.98*",
    "SHORT, 98.00000001 98 99, - 98.98* 98.98*",
    // The best price counts, wherever the price is by then.
    "LONG,  103 90, 101.97* 101.97*",
    "SHORT, 97 110, 97.97* 97.97*",
  })
  void shouldActivateAtItsProfitInclusive(Side side, String prices, String expected) {
    TrailingStopRule rule = rule("1", "2", "0", NONE, NONE);

    assertThat(stops(rule, position(side, NONE), prices)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  98, 100 101 101.02 101.03, 98 98 98 98",
    "LONG,  98, 100 103.15 103.2, 98 98 98.04*",
    "SHORT, 102, 100 97.2 97.1, 102 102 101.955*",
    // As tight as before is no move: the stop is still the one first set.
    "LONG,  95, 100 99, 95 95",
    "SHORT, 105, 100 101, 105 105",
    "LONG,  95, 100.00000001, 95",
    "LONG,  95, 100.00000002, 95.00000001*",
  })
  void shouldLeaveAFixedStopUntilItIsTighter(
      Side side, String fixedStop, String prices, String expected) {
    TrailingStopRule rule = rule("5", "0", "0", NONE, NONE);

    assertThat(stops(rule, position(side, fixedStop), prices)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // The first move improves by 0.5 % of entry exactly, the second by less, the third by more.
    "LONG,  98.5,  100 100.5 100.6, 99* 99* 99.594*",
    "SHORT, 101.5, 100 99.51 99.5, 101* 101* 100.495*",
    "LONG,  98.50000001,  100 100.00000001 100.00000002, " + "98.50000001 98.50000001 99.00000001*",
    "SHORT, 101.49999998, 100 99.99999999 99.99999998, "
        + "101.49999998 101.49999998 100.99999998*",
    // Without a stop there is nothing to improve on: the first level comes at once.
    "LONG,  -, 100 100.1, 99* 99*",
    "SHORT, -, 100 99.9, 101* 101*",
  })
  void shouldMoveByItsStepInclusive(Side side, String fixedStop, String prices, String expected) {
    TrailingStopRule rule = rule("1", "0", "0.5", NONE, NONE);

    assertThat(stops(rule, position(side, fixedStop), prices)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  104.99999999 105 104 106, 102.89999999* 104.475* 104.475* 105.47*",
    "SHORT, 95.00000001 95 96 94, 96.90000002* 95.475* 95.475* 94.47*",
  })
  void shouldTightenFromTheEventThatReachesItsProfit(Side side, String prices, String expected) {
    TrailingStopRule rule = rule("2", "0", "0", "5", "0.5");

    assertThat(stops(rule, position(side, NONE), prices)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 104 105 106, - 104.475* 105.47*", "SHORT, 96 95 94, - 95.475* 94.47*"})
  void shouldActivateAndTightenInOneEvent(Side side, String prices, String expected) {
    TrailingStopRule rule = rule("2", "5", "0", "5", "0.5");

    assertThat(stops(rule, position(side, NONE), prices)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 110 111, 107.8* 107.8*", "SHORT, 90 89, 91.8* 91.8*"})
  void shouldNotLoosenWhenTightenIsWider(Side side, String prices, String expected) {
    TrailingStopRule rule = rule("2", "0", "0", "11", "20");

    assertThat(stops(rule, position(side, NONE), prices)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNeverLoosenOnAnyPath(Side side) {
    Random random = Seeds.random(this);
    for (int path = 0; path < 200; path++) {
      TrailingStopRule rule =
          new TrailingStopRule(
              1 + random.nextInt(5_000_000),
              random.nextInt(3_000_000),
              random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000),
              random.nextBoolean() ? E8.NULL : random.nextInt(5_000_000),
              1 + random.nextInt(3_000_000));
      Position position = position(side, NONE);
      long price = 100 * E8.ONE;
      long before = E8.NULL;
      for (int i = 0; i < 200; i++) {
        price += random.nextInt(100_000_000) - 50_000_000;
        position.see(price);
        rule.follow(RuleFixture.scope(position));
        long after = position.stop().levelE8();
        if (before != E8.NULL) {
          assertThat(side.sign() * (after - before)).isNotNegative();
        }
        before = after;
      }
    }
  }
}
