package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten lots at 100; half at 15 percent, three quarters at 25 unless a test says otherwise. */
class PartialRuleTest {
  private static final long HALF_HOUR_NS = 30 * RuleRig.MINUTE_NS;

  private static RuleRig rig(Side side, long firstAgeNs, long secondAgeNs) {
    return new RuleRig(side)
        .rule(RuleKind.PARTIAL, at("15"), firstAgeNs, at("50"), at("25"), secondAgeNs, at("75"));
  }

  private static long at(String percent) {
    return RuleFixture.percent(percent);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldBookEachRungOnceAtItsProfitInclusive(Side side) {
    RuleRig rig = rig(side, 0, 0).open();

    assertThat(rig.price("114.99999999").asked()).isEmpty();
    assertThat(rig.wake()).isEqualTo("115");
    assertThat(rig.price("115").asked()).isEqualTo("book 5 level 115 at 115");
    rig.position().reduce(5 * E8.ONE);
    assertThat(rig.price("110").price("116").price("124.99999999").asked()).isEmpty();
    assertThat(rig.wake()).isEqualTo("125");
    // Seven and a half are seven lots; five went before.
    assertThat(rig.price("130").asked()).isEqualTo("book 2 level 125 at 130");
    assertThat(rig.position().bookedE8()).isEqualTo(7 * E8.ONE);
    assertThat(rig.wake()).isEqualTo("-");
    assertThat(rig.price("140").asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldSendOneOrderWhenAPriceGapsThroughTwoRungs(Side side) {
    RuleRig rig = rig(side, 0, 0).open();

    assertThat(rig.price("126").asked()).isEqualTo("book 7 level 125 at 126");
    assertThat(rig.price("114").price("116").asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // Half of one lot is no lot; one lot is what stays. The second rung wants nothing either.
    "LONG,  1, RUNG_SKIPPED 1 0, RUNG_SKIPPED 2 0",
    "SHORT, 1, RUNG_SKIPPED 1 0, RUNG_SKIPPED 2 0",
    // Half of two is one; three quarters are one as well, and that one is gone.
    "LONG,  2, book 1 level 115 at 115, RUNG_SKIPPED 2 0",
    "SHORT, 2, book 1 level 115 at 115, RUNG_SKIPPED 2 0",
    "LONG,  3, book 1 level 115 at 115, book 1 level 125 at 125",
    "SHORT, 3, book 1 level 115 at 115, book 1 level 125 at 125",
  })
  void shouldRoundDownToLotsAndSkipWhatIsNone(
      Side side, String quantity, String first, String second) {
    RuleRig rig = rig(side, 0, 0).quantity(quantity, "1").open();

    assertThat(rig.price("115").asked()).isEqualTo(first);
    rig.position().reduce(rig.position().bookedE8());
    assertThat(rig.price("125").asked()).isEqualTo(second);
    assertThat(rig.price("126").asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  10,   1,   book 9 level 115 at 115",
    "SHORT, 10,   1,   book 9 level 115 at 115",
    "LONG,  10.5, 1,   book 9 level 115 at 115",
    "LONG,  10.5, 0.3, book 10.2 level 115 at 115",
    "LONG,  1,    1,   RUNG_SKIPPED 1 1",
    "SHORT, 1,    1,   RUNG_SKIPPED 1 1",
  })
  void shouldLeaveOneLot(Side side, String quantity, String lot, String asked) {
    RuleRig rig =
        new RuleRig(side)
            .rule(RuleKind.PARTIAL, at("15"), 0, at("100"))
            .quantity(quantity, lot)
            .open();

    assertThat(rig.price("115").asked()).isEqualTo(asked);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldWaitForTheAgeAndThenActOnTheLastPrice(Side side) {
    RuleRig rig = rig(side, HALF_HOUR_NS, 2 * HALF_HOUR_NS).open();

    assertThat(rig.price("130").asked()).isEmpty();
    assertThat(rig.wake()).isEqualTo("-");
    assertThat(rig.dueSeconds()).isEqualTo(1_800);
    assertThat(rig.timer().asked()).isEqualTo("book 5 level 115 at 130");
    rig.position().reduce(5 * E8.ONE);
    assertThat(rig.dueSeconds()).isEqualTo(3_600);
    assertThat(rig.timer().asked()).isEqualTo("book 2 level 125 at 130");
    assertThat(rig.dueSeconds()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldWaitForTheProfitOnceItIsOldEnough(Side side) {
    RuleRig rig = rig(side, HALF_HOUR_NS, HALF_HOUR_NS).open().price("114.99999999");

    assertThat(rig.timer().asked()).isEmpty();
    assertThat(rig.dueSeconds()).isEqualTo(-1);
    assertThat(rig.price("115").asked()).isEqualTo("book 5 level 115 at 115");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotActOnAnAgeWithoutAnyPrice(Side side) {
    RuleRig rig = rig(side, HALF_HOUR_NS, HALF_HOUR_NS).open();

    assertThat(rig.timer().asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldCountAYoungRungWithAnOlderOne(Side side) {
    RuleRig rig = rig(side, HALF_HOUR_NS, 0).open();

    assertThat(rig.wake()).isEqualTo("125");
    assertThat(rig.price("120").asked()).isEmpty();
    assertThat(rig.price("125").asked()).isEqualTo("book 7 level 125 at 125");
    assertThat(rig.timer().asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldTryAgainWithTheNextPriceWhileAnotherOrderWorks(Side side) {
    RuleRig rig = rig(side, 0, 0).open().busy(true);

    assertThat(rig.price("115").asked()).isEmpty();
    assertThat(rig.wake()).isEqualTo("115");
    assertThat(rig.busy(false).price("115.5").asked()).isEqualTo("book 5 level 115 at 115.5");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotActOnATimerThatIsNotItsOwn(Side side) {
    RuleRig rig =
        rig(side, 0, 0).rule(RuleKind.TIME_TIGHTEN, RuleRig.SECOND_NS, at("1")).open().busy(true);

    assertThat(rig.price("115").busy(false).timer().asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldTakeItsPartOfTheLargestQuantityEverHeld(Side side) {
    RuleRig rig = rig(side, 0, 0).open();
    rig.position().add(10 * E8.ONE, 100 * E8.ONE);
    rig.position().reduce(4 * E8.ONE);

    assertThat(rig.price("115").asked()).isEqualTo("book 10 level 115 at 115");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldTakeAgesAsTheyComeWhateverTheirRungs(Side side) {
    RuleRig rig = rig(side, 2 * HALF_HOUR_NS, HALF_HOUR_NS).open().price("116");

    assertThat(rig.dueSeconds()).isEqualTo(1_800);
    assertThat(rig.timer().asked()).isEmpty();
    assertThat(rig.dueSeconds()).isEqualTo(3_600);
    assertThat(rig.timer().asked()).isEqualTo("book 5 level 115 at 116");
    assertThat(rig.dueSeconds()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldActOnceOnATimerOfItsOwn(Side side) {
    RuleRig rig =
        rig(side, HALF_HOUR_NS, HALF_HOUR_NS)
            .rule(RuleKind.TIME_TIGHTEN, 2 * HALF_HOUR_NS, at("1"))
            .open()
            .price("115")
            .busy(true);

    assertThat(rig.timer().asked()).isEmpty();
    assertThat(rig.busy(false).timer().asked()).isEmpty();
    assertThat(rig.price("115").asked()).isEqualTo("book 5 level 115 at 115");
  }
}
