package io.ripcord.rule;

import static io.ripcord.rule.RuleRig.MINUTE_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten at 100: a quarter more at 5 percent of profit, after 3 percent in two bars. */
class ScaleInRuleTest {
  private static final String MOVING = "100 101 103";
  private static final String ORDER = "add 2.5 level 105 at 105";

  private static RuleRig rig(Side side, String volumeRatio, long maxAdds) {
    return new RuleRig(side)
        .quantity("10", "0.1")
        .rule(
            RuleKind.SCALE_IN,
            RuleFixture.percent("5"),
            RuleFixture.percent("25"),
            2,
            RuleFixture.percent("3"),
            volumeRatio == null ? E8.NULL : E8.parse(volumeRatio) / 100,
            maxAdds,
            MINUTE_NS);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldAddOnceAtItsProfitInclusive(Side side) {
    RuleRig rig = rig(side, null, 1).bars(MOVING).open();

    assertThat(rig.wake()).isEqualTo("105");
    assertThat(rig.price("104.99999999").asked()).isEmpty();
    assertThat(rig.price("105").asked()).isEqualTo(ORDER);
    assertThat(rig.wake()).isEqualTo("-");
    assertThat(rig.price("106").asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldCountWhatAnEarlierPolicyHasAdded(Side side) {
    RuleRig rig = rig(side, null, 2).bars(MOVING).open();
    rig.position().countAdd();

    assertThat(rig.price("105").asked()).isEqualTo(ORDER);
    assertThat(rig.position().adds()).isEqualTo(2);
    assertThat(rig.wake()).isEqualTo("-");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldBeSpentWhenAnEarlierPolicyHasAddedAsMuch(Side side) {
    RuleRig rig = rig(side, null, 1).bars(MOVING).open();
    rig.position().countAdd();

    assertThat(rig.wake()).isEqualTo("-");
    assertThat(rig.price("105").asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  100 101 103,        true",
    "SHORT, 100 101 103,        true",
    // 2.99999999 percent, rounded to 3.000000, counts; 2.9999994 does not.
    "LONG,  100 101 102.99999999, true",
    "SHORT, 100 101 102.99999999, true",
    "LONG,  100 101 102.9999994, false",
    "SHORT, 100 101 102.9999994, false",
    // As fast, but against the position.
    "LONG,  100 99 97,          false",
    "SHORT, 100 99 97,          false",
    // Two closes are too few for a change over two bars.
    "LONG,  100 104,            false",
    "SHORT, 100 104,            false",
  })
  void shouldAskForMomentumInItsOwnDirection(Side side, String bars, boolean adds) {
    RuleRig rig = rig(side, null, 1).bars(bars).open();

    assertThat(rig.price("105").asked()).isEqualTo(adds ? ORDER : "");
    assertThat(rig.wake()).isEqualTo("-");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldAddWhenABarBringsTheMomentum(Side side) {
    RuleRig rig = rig(side, null, 1).open().price("105").bars("100 101");
    assertThat(rig.asked()).isEmpty();

    assertThat(rig.bars("103").asked()).isEqualTo(ORDER);
  }

  @ParameterizedTest
  @CsvSource({
    // 2 over the mean of nineteen 1 and one 2: 40 / 21 = 1.904762.
    "LONG,  1.904762, 19, true",
    "SHORT, 1.904762, 19, true",
    "LONG,  1.904763, 19, false",
    "SHORT, 1.904763, 19, false",
    "LONG,  0.01,     18, false",
    "SHORT, 0.01,     18, false",
  })
  void shouldAskForVolumeOverTwentyBars(Side side, String ratio, int before, boolean adds) {
    RuleRig rig = rig(side, ratio, 1).bars(before, "100/100/100/1").bars("103/103/103/2").open();

    assertThat(rig.price("105").asked()).isEqualTo(adds ? ORDER : "");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldWaitWhileItIsBusyOrBarred(Side side) {
    RuleRig rig = rig(side, null, 1).bars(MOVING).open();

    assertThat(rig.busy(true).price("105").asked()).isEmpty();
    assertThat(rig.busy(false).entriesAllowed(false).price("105").asked()).isEmpty();
    assertThat(rig.wake()).isEqualTo("105");
    assertThat(rig.entriesAllowed(true).price("105").asked()).isEqualTo(ORDER);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotAddAfterProfitWasBooked(Side side) {
    RuleRig rig = rig(side, null, 1).bars(MOVING).open();
    rig.position().book(1);

    assertThat(rig.price("105").asked()).isEmpty();
    assertThat(rig.wake()).isEqualTo("-");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldAddOfTheRegisteredQuantityFromTheNewEntry(Side side) {
    RuleRig rig = rig(side, null, 2).bars(MOVING).open();
    assertThat(rig.price("105").asked()).isEqualTo(ORDER);
    // 2.5 at 105 after 10 at 100: the entry is 101, mirrored for a short; 5 percent more.
    rig.position().add(E8.parse("2.5"), rig.e8("105"));
    String level = side == Side.LONG ? "106.05" : "105.95";

    assertThat(rig.wake()).isEqualTo(level);
    assertThat(rig.price("107").asked()).isEqualTo("add 2.5 level " + level + " at 107");
    assertThat(rig.price("110").asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldAddNothingThatIsLessThanALot(Side side) {
    // A quarter of 10 in lots of 3 is none; in lots of 2 it is one.
    RuleRig none = rig(side, null, 1).quantity("10", "3").bars(MOVING).open();
    RuleRig one = rig(side, null, 1).quantity("10", "2").bars(MOVING).open();

    assertThat(none.price("105").price("106").asked()).isEmpty();
    assertThat(none.wake()).isEqualTo("-");
    assertThat(one.price("105").asked()).isEqualTo("add 2 level 105 at 105");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotAddOnABarThatIsNotItsOwn(Side side) {
    RuleRig rig = rig(side, null, 1).bars(MOVING).open().busy(true).price("105").busy(false);

    assertThat(rig.foreignBar().asked()).isEmpty();
    assertThat(rig.bars("106").asked()).isEqualTo(ORDER);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldSayWhyItDoesNotAdd(Side side) {
    RuleRig rig = rig(side, null, 1).bars(MOVING).open();

    assertThat(rig.status()).isEqualTo("WAITING_FOR_PROFIT waits 105 bars 3/3");
    assertThat(rig.busy(true).price("105").status()).isEqualTo("BUSY waits 105 bars 3/3");
    // Barred comes before busy, and only an open position is busy.
    assertThat(rig.entriesAllowed(false).status()).isEqualTo("BARRED waits 105 bars 3/3");
    rig.position().status(PositionStatus.CLOSING);
    assertThat(rig.entriesAllowed(true).status()).isEqualTo("ACTIVE waits 105 bars 3/3");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldBeDoneAfterItsLastAddOrABooking(Side side) {
    RuleRig added = rig(side, null, 1).bars(MOVING).open();
    RuleRig booked = rig(side, null, 1).bars(MOVING).open();

    assertThat(added.price("105").status()).isEqualTo("DONE waits 105 bars 3/3");
    booked.position().book(1);
    assertThat(booked.status()).isEqualTo("DONE waits 105 bars 3/3");
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  2,  2,  NOT_WARM waits 105 bars 2/20",
    "SHORT, 2,  2,  NOT_WARM waits 105 bars 2/20",
    "LONG,  2,  19, NOT_WARM waits 105 bars 19/20",
    "LONG,  2,  20, WAITING_FOR_PROFIT waits 105 bars 20/3",
    // The momentum of so many bars takes longer than the volume.
    "LONG,  20, 19, NOT_WARM waits 105 bars 19/21",
    "LONG,  20, 20, NOT_WARM waits 105 bars 20/21",
    "SHORT, 20, 21, WAITING_FOR_PROFIT waits 105 bars 21/21",
    "LONG,  19, 19, NOT_WARM waits 105 bars 19/20",
  })
  void shouldCountTheBarsOfWhatItWaitsForLongest(
      Side side, int momentumBars, int bars, String status) {
    RuleRig rig =
        new RuleRig(side)
            .rule(
                RuleKind.SCALE_IN,
                RuleFixture.percent("5"),
                RuleFixture.percent("25"),
                momentumBars,
                RuleFixture.percent("3"),
                1_000_000,
                1,
                MINUTE_NS)
            .bars(bars, "100")
            .open();

    assertThat(rig.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldSayWhichOfMomentumAndVolumeIsYoung(Side side) {
    // Momentum has been watched for three bars when another policy asks for the volume as well.
    RuleRig rig =
        rig(side, null, 1)
            .bars(MOVING)
            .rule(
                RuleKind.SCALE_IN,
                RuleFixture.percent("5"),
                RuleFixture.percent("25"),
                2,
                RuleFixture.percent("3"),
                1_000_000,
                1,
                MINUTE_NS)
            .open();

    assertThat(rig.status()).isEqualTo("NOT_WARM waits 105 bars 0/20");
  }
}
