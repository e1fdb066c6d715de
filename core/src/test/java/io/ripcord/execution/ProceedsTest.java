package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.testing.StateNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Fills of a position that was entered at 100. */
class ProceedsTest {
  private static final Instrument LINEAR = instrument("1", false);
  private static final Instrument INVERSE = instrument("1", true);

  private final Proceeds proceeds = new Proceeds();

  private static Instrument instrument(String multiplier, boolean inverse) {
    return new Instrument(0, 1, 1, 1, E8.parse(multiplier), inverse, 0, E8.NULL, E8.NULL);
  }

  private static Position position(Side side) {
    return new Positions(1).add(1, 0, side, 10 * E8.ONE, 100 * E8.ONE, E8.ONE, 0, 0);
  }

  /** Counts fills, each {@code quantity@price}. */
  private static void fill(Proceeds to, Side side, Instrument instrument, String fills) {
    Position position = position(side);
    for (String fill : fills.split(" ", -1)) {
      String[] parts = fill.split("@", -1);
      to.add(position, instrument, E8.parse(parts[0]), E8.parse(parts[1]));
    }
  }

  @Test
  void shouldHaveNoPriceAndNoProfitBeforeTheFirstFill() {
    assertThat(proceeds.averagePriceE8()).isEqualTo(E8.NULL);
    assertThat(proceeds.pnlE8(LINEAR)).isZero();
    assertThat(proceeds.pnlE8(INVERSE)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // fills, average, profit of a long position
    "10@110,                 110,          100",
    "4@110 6@120,            116,          160",
    "6@120 4@110,            116,          160",
    "1@90 1@110,             100,          0",
    "2@90 1@100,             93.33333333,  -20",
    // A third and two thirds of the last digit; then its half, to the even neighbour.
    "2@100 1@100.00000001,   100,          0.00000001",
    "1@100 2@100.00000001,   100.00000001, 0.00000002",
    "1@100 1@100.00000001,   100,          0.00000001",
    "1@100.00000001 1@100.00000002, 100.00000002, 0.00000003",
    // A part of a lot is worth half a digit of profit: 0.5 and 1.5 of it.
    "0.5@100.00000001,       100.00000001, 0",
    "0.5@100.00000003,       100.00000003, 0.00000002",
    // Halves of two fills are a whole: the sum is rounded, not the fill.
    "0.5@100.00000001 0.5@100.00000001, 100.00000001, 0.00000001",
  })
  void shouldAverageAndSumAllPartsBeforeItRounds(String fills, String average, String profit) {
    for (Side side : Side.values()) {
      Proceeds mirrored = new Proceeds();
      fill(mirrored, side, LINEAR, fills);

      assertThat(E8.format(mirrored.averagePriceE8())).isEqualTo(average);
      assertThat(mirrored.pnlE8(LINEAR)).as(side.name()).isEqualTo(side.sign() * E8.parse(profit));
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldMultiplyByTheContract(Side side) {
    Instrument contract = instrument("0.01", false);

    fill(proceeds, side, contract, "4@110 6@120");

    assertThat(E8.format(proceeds.averagePriceE8())).isEqualTo("116");
    assertThat(E8.format(side.sign() * proceeds.pnlE8(contract))).isEqualTo("1.6");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldCountAnInverseContractInTheCoin(Side side) {
    Instrument contract = instrument("2", true);

    // 2 x (4 x (1 / 100 - 1 / 125) + 6 x (1 / 100 - 1 / 80))
    fill(proceeds, side, contract, "4@125 6@80");

    assertThat(E8.format(side.sign() * proceeds.pnlE8(contract))).isEqualTo("-0.014");
    assertThat(E8.format(proceeds.averagePriceE8())).isEqualTo("98");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldRoundTheInverseSumOnce(Side side) {
    // Each part brings 0.000001 x (1 / 100 - 1 / 200), half of the last digit.
    fill(proceeds, side, INVERSE, "0.000001@200");
    assertThat(proceeds.pnlE8(INVERSE)).isZero();

    fill(proceeds, side, INVERSE, "0.000001@200");
    assertThat(proceeds.pnlE8(INVERSE)).isEqualTo(side.sign());

    fill(proceeds, side, INVERSE, "0.000001@200");
    assertThat(proceeds.pnlE8(INVERSE)).isEqualTo(2L * side.sign());
  }

  @ParameterizedTest
  @CsvSource({"LONG, 9223372036854775807", "SHORT, -9223372036854775807"})
  void shouldGiveTheLargestNumberForAProfitThatDoesNotFit(Side side, long profit) {
    Instrument large = instrument("1000000000", false);

    fill(proceeds, side, large, "1000000000@1000000000");

    assertThat(proceeds.pnlE8(large)).isEqualTo(profit);
    assertThat(E8.format(proceeds.averagePriceE8())).isEqualTo("1000000000");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldGoOnFromItsState(Side side) {
    for (Instrument instrument : new Instrument[] {LINEAR, INVERSE}) {
      Proceeds first = new Proceeds();
      fill(first, side, instrument, "0.3@110 7@92.00000007");
      StateNumbers state = StateNumbers.of(first::write);
      Proceeds second = new Proceeds();

      second.read(state.in());

      assertThat(state.left()).isZero();
      fill(first, side, instrument, "2.7@123.4");
      fill(second, side, instrument, "2.7@123.4");
      assertThat(second.averagePriceE8()).isEqualTo(first.averagePriceE8());
      assertThat(second.pnlE8(instrument)).isEqualTo(first.pnlE8(instrument)).isNotZero();
      assertThat(numbers(second)).isEqualTo(numbers(first));
    }
  }

  private static long[] numbers(Proceeds proceeds) {
    StateNumbers state = StateNumbers.of(proceeds::write);
    return state.in().nextAll(state.size());
  }
}
