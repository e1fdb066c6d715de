package io.ripcord.testing.naive;

import static io.ripcord.testing.naive.NaivePosition.Side.LONG;
import static io.ripcord.testing.naive.NaivePosition.Side.SHORT;
import static io.ripcord.testing.naive.Policies.none;
import static io.ripcord.testing.naive.Policies.stopPercent;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Break-even, bookings, scale-ins and inverse profit, by hand. 1 is long on L, 2 short on S. */
class NaiveManagementTest {

  private static NaiveCase contracts(String lot, String fee) {
    return new NaiveCase()
        .contract("L", "0.00000001", lot, false, fee)
        .contract("S", "0.00000001", lot, false, fee);
  }

  private static NaiveCase bothSides(NaiveCase given, NaivePolicy policy) {
    return given.open(1, LONG, "L", "100", policy).open(2, SHORT, "S", "100", policy);
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static NaivePolicy breakEven(String at, String lock) {
    return stopPercent("5").with(new NaiveBlock.BreakEven(number(at), number(lock)));
  }

  /** Rungs as "at age close". */
  private static NaivePolicy partial(String... rungs) {
    return stopPercent("10")
        .with(
            new NaiveBlock.Partial(
                List.of(rungs).stream()
                    .map(rung -> List.of(rung.split(" ", -1)))
                    .map(
                        cells ->
                            new NaiveBlock.Booking(
                                number(cells.get(0)),
                                Duration.ofSeconds(Long.parseLong(cells.get(1))),
                                number(cells.get(2))))
                    .toList()));
  }

  @Test
  void shouldLockAProfitOnceThePriceHasReachedTheLevel() {
    NaiveCase given =
        bothSides(new NaiveCase(), breakEven("3", "2")).path("L", "102.99").path("S", "97.01");
    assertThat(given.levels()).containsExactly("1 95 - - 1 100", "2 105 - - 1 100");
    given.path("L", "103").path("S", "97");
    assertThat(given.levels()).containsExactly("1 102 - - 1 100", "2 98 - - 1 100");
    given.path("L", "102").path("S", "98");
    assertThat(given.decisions())
        .containsExactly("1 TRAILING_STOP 5s 102 102", "2 TRAILING_STOP 6s 98 98");
  }

  @Test
  void shouldLockTheFeesOfBothSides() {
    // 100 x 1.001 / 0.999 = 100.2002002002...; 100 x 0.999 / 1.001 = 99.8001998001...
    NaiveCase given =
        bothSides(contracts("1", "0.1"), breakEven("3", null)).path("L", "103").path("S", "97");

    assertThat(given.levels())
        .containsExactly("1 100.20020021 - - 1 100", "2 99.8001998 - - 1 100");
  }

  @Test
  void shouldBookInStepsOfTheLargestQuantity() {
    NaiveCase given =
        bothSides(contracts("1", "0").quantity("4"), partial("2 0 50", "4 0 75"))
            .path("L", "102", "101", "102", "104", "90")
            .path("S", "98", "99", "98", "96", "110");

    assertThat(given.fills())
        .containsExactly(
            "1 PARTIAL 1s 2@102 4",
            "1 PARTIAL 4s 1@104 4",
            "1 STOP_LOSS 5s 1@90 -10",
            "2 PARTIAL 6s 2@98 4",
            "2 PARTIAL 9s 1@96 4",
            "2 STOP_LOSS 10s 1@110 -10");
    assertThat(given.decisions())
        .startsWith("1 PARTIAL 1s 102 102", "1 PARTIAL 4s 104 104")
        .endsWith("2 STOP_LOSS 10s 110 110");
  }

  @Test
  void shouldBookOnceWhenAPriceGoesThroughBothRungs() {
    NaiveCase given =
        bothSides(contracts("1", "0").quantity("4"), partial("2 0 50", "4 0 75"))
            .path("L", "105", "106")
            .path("S", "95", "94");

    assertThat(given.decisions()).containsExactly("1 PARTIAL 1s 105 104", "2 PARTIAL 3s 95 96");
    assertThat(given.levels()).containsExactly("1 90 - - 1 100", "2 110 - - 1 100");
  }

  @Test
  void shouldRoundBookingsDownToLotsAndLeaveOneLot() {
    // Quantity and what 50 % and then 75 % book: 1: 0 and 0; 2: 1 and 0 (1.5 - 1); 3: 1 and 1.
    for (String[] each :
        new String[][] {
          {"1", "[]", "[RUNG_SKIPPED 1s 1, RUNG_SKIPPED 2s 1]"},
          {"2", "[1 PARTIAL 1s 1@102 2]", "[RUNG_SKIPPED 2s 1]"},
          {"3", "[1 PARTIAL 1s 1@102 2, 1 PARTIAL 2s 1@104 4]", "[]"},
          {"4", "[1 PARTIAL 1s 2@102 4, 1 PARTIAL 2s 1@104 4]", "[]"}
        }) {
      NaiveCase given =
          contracts("1", "0")
              .quantity(each[0])
              .open(1, LONG, "L", "100", partial("2 0 50", "4 0 75"))
              .path("L", "102", "104", "104");

      assertThat(given.fills()).hasToString(each[1]);
      assertThat(given.alerts()).hasToString(each[2]);
    }
    assertThat(
            contracts("25", "0")
                .quantity("50")
                .open(1, LONG, "L", "100", partial("2 0 100"))
                .path("L", "102")
                .fills())
        .containsExactly("1 PARTIAL 1s 25@102 50");
  }

  @Test
  void shouldBookWhenTheAgeOfARungComesAndThePriceIsThere() {
    NaiveCase given =
        bothSides(contracts("1", "0").quantity("4"), partial("2 10 50"))
            .path("L", "103")
            .path("S", "97")
            .at(20)
            .last("L", "100");

    assertThat(given.decisions()).containsExactly("1 PARTIAL 10s 103 102", "2 PARTIAL 10s 97 98");
  }

  @Test
  void shouldWaitForThePriceWhenTheAgeHasComeBefore() {
    NaiveCase given =
        bothSides(contracts("1", "0").quantity("4"), partial("2 10 50"))
            .last("L", "101.9")
            .last("S", "98.1")
            .at(10)
            .last("L", "102")
            .at(11)
            .last("S", "98");

    assertThat(given.decisions()).containsExactly("1 PARTIAL 10s 102 102", "2 PARTIAL 11s 98 98");
  }

  private static NaivePolicy scaleIn(String volumeRatio, int maxAdds) {
    return none()
        .with(
            new NaiveBlock.ScaleIn(
                number("2"),
                number("50"),
                1,
                number("1"),
                number(volumeRatio),
                maxAdds,
                Duration.ofSeconds(1)));
  }

  @Test
  void shouldAddWhenPriceAndMomentumAgree() {
    // 102 closes the bar of 100 only: no change yet. The third trade closes the bar of 102: 2 %.
    NaiveCase given =
        bothSides(contracts("1", "0").quantity("3"), scaleIn(null, 1))
            .path("L", "100", "102", "104", "106")
            .path("S", "100", "98", "96", "94");

    // Half of 3 is one lot; the entry becomes (3 x 100 + 104) / 4.
    assertThat(given.entries()).containsExactly("1 3s 104 1@104", "2 7s 96 1@96");
    assertThat(given.levels()).containsExactly("1 - - - 4 101", "2 - - - 4 99");
  }

  @Test
  void shouldNotAddWithoutProfitOrMomentumOrWholeLot() {
    assertThat(
            contracts("1", "0")
                .quantity("3")
                .open(1, LONG, "L", "110", scaleIn(null, 1))
                .path("L", "100", "102", "104")
                .entries())
        .isEmpty();
    assertThat(
            contracts("1", "0")
                .quantity("3")
                .open(1, LONG, "L", "100", scaleIn(null, 1))
                .path("L", "103", "103.5", "103.9")
                .entries())
        .isEmpty();
    assertThat(
            contracts("1", "0")
                .quantity("1")
                .open(1, LONG, "L", "100", scaleIn(null, 1))
                .path("L", "100", "102", "104")
                .entries())
        .isEmpty();
  }

  @Test
  void shouldAddAtMostSoOften() {
    NaiveCase given =
        contracts("1", "0")
            .quantity("2")
            .open(1, LONG, "L", "100", scaleIn(null, 2))
            .path("L", "100", "103", "106", "109", "112");

    // The entry is (200 + 106) / 3 = 102 after the first; the next price then is 4 % above it.
    assertThat(given.entries()).containsExactly("1 3s 106 1@106", "1 4s 109 1@109");
    assertThat(given.levels()).containsExactly("1 - - - 4 103.75");
  }

  @Test
  void shouldAddOnlyWithTheVolume() {
    NaiveCase given =
        contracts("1", "0").quantity("2").open(1, LONG, "L", "100", scaleIn("1.5", 1));
    for (int second = 1; second <= 19; second++) {
      given.at(second).trade("L", "100", "2", null);
    }
    given.at(20).trade("L", "103", "3", null).at(21).trade("L", "103", "1", null);
    assertThat(given.entries()).isEmpty(); // 3 against a mean of 2.05: 1.463415
    given.at(21).trade("L", "105", "9", null).at(22).trade("L", "105", "1", null);
    assertThat(given.entries()).containsExactly("1 22s 105 1@105"); // 10 against 2.45
  }

  @Test
  void shouldNeverAddAfterABooking() {
    NaivePolicy policy =
        scaleIn(null, 1)
            .with(
                new NaiveBlock.Partial(
                    List.of(new NaiveBlock.Booking(number("2"), Duration.ZERO, number("50")))));
    NaiveCase given =
        contracts("1", "0")
            .quantity("2")
            .open(1, LONG, "L", "100", policy)
            .path("L", "100", "103", "106");

    assertThat(given.fills()).containsExactly("1 PARTIAL 2s 1@103 3");
    assertThat(given.entries()).isEmpty();
  }

  @Test
  void shouldCountAnInverseProfitInTheCoin() {
    // 100 x (1/100 - 1/80) = -0.25 and 100 x (1/125 - 1/100) = -0.2, for the short one.
    NaiveCase given =
        new NaiveCase()
            .contract("L", "1", "1", true, "0")
            .contract("S", "1", "1", true, "0")
            .quantity("100");
    bothSides(given, stopPercent("20")).path("L", "80").path("S", "125");

    assertThat(given.fills())
        .containsExactly("1 STOP_LOSS 1s 100@80 -0.25", "2 STOP_LOSS 2s 100@125 -0.2");
  }
}
