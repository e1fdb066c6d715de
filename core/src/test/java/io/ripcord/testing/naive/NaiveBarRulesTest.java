package io.ripcord.testing.naive;

import static io.ripcord.testing.naive.NaivePosition.Side.LONG;
import static io.ripcord.testing.naive.NaivePosition.Side.SHORT;
import static io.ripcord.testing.naive.Policies.none;
import static io.ripcord.testing.naive.Policies.stopPercent;
import static io.ripcord.testing.naive.Policies.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Rules that act on bars, computed by hand. Bars last one second, so that in a path with a trade a
 * second each trade is a bar that the next one closes. Position 1 is long on L, 2 short on S.
 */
class NaiveBarRulesTest {

  private static final Duration BAR = Duration.ofSeconds(1);

  private static NaiveCase bothSides(NaivePolicy policy) {
    return new NaiveCase().open(1, LONG, "L", "100", policy).open(2, SHORT, "S", "100", policy);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static NaivePolicy atrStop(String multiplier, String min, String fallback) {
    return none()
        .withStopLoss(
            new NaivePolicy.StopLoss.AtAtr(
                2, number(multiplier), BAR, number(min), number(fallback)));
  }

  @Test
  void shouldUseTheFallbackStopUntilTheRangeIsWarm() {
    // Ranges 0 and 1: the mean 0.5 is known when the third trade closes the second bar.
    NaiveCase given =
        bothSides(atrStop("3", "1", "5")).path("L", "100", "101").path("S", "100", "99");
    assertThat(given.levels()).containsExactly("1 95 - - 1 100", "2 105 - - 1 100");

    given.path("L", "101").path("S", "99");
    assertThat(given.levels()).containsExactly("1 98.5 - - 1 100", "2 101.5 - - 1 100");

    // Fixed for good, and no moved stop.
    given.path("L", "120", "98.5").path("S", "80", "101.5");
    assertThat(given.decisions())
        .containsExactly("1 STOP_LOSS 8s 98.5 98.5", "2 STOP_LOSS 10s 101.5 101.5");
  }

  @Test
  void shouldNotLoosenTheFallbackAndKeepTheLeastDistance() {
    assertThat(
            bothSides(atrStop("20", "1", "5"))
                .path("L", "100", "101", "101")
                .path("S", "100", "99", "99")
                .levels())
        .containsExactly("1 95 - - 1 100", "2 105 - - 1 100");
    assertThat(
            bothSides(atrStop("1", "2", "5"))
                .path("L", "100", "101", "101")
                .path("S", "100", "99", "99")
                .levels())
        .containsExactly("1 98 - - 1 100", "2 102 - - 1 100");
  }

  @Test
  void shouldTakeTheWarmRangeAtRegistration() {
    NaivePolicy policy = atrStop("3", "1", "1");
    NaiveCase given =
        new NaiveCase()
            .watch("L", policy)
            .watch("S", policy)
            .path("L", "100", "101", "101")
            .path("S", "100", "99", "99")
            .at(7)
            .open(1, LONG, "L", "100", policy)
            .open(2, SHORT, "S", "100", policy)
            .path("L", "100")
            .path("S", "100");

    assertThat(given.levels()).containsExactly("1 98.5 - - 1 100", "2 101.5 - - 1 100");
  }

  @Test
  void shouldCheckAStopThatABarMovedAgainstTheLastPriceOfTheEvent() {
    // The third trade, at 99, closes the second bar: range 0.5, stop 100 - max(0.5, 0.5 %) = 99.5.
    NaiveCase given =
        bothSides(atrStop("1", "0.5", "5"))
            .path("L", "100", "101", "99")
            .path("S", "100", "99", "101");

    assertThat(given.decisions())
        .containsExactly("1 STOP_LOSS 3s 99 99.5", "2 STOP_LOSS 6s 101 100.5");
  }

  @Test
  void shouldTrailByTheRangeOfTheLastClosedBar() {
    NaivePolicy policy =
        none().with(new NaiveBlock.TrailingAtr(2, number("2"), BAR, null, null, null, null));
    // Warm with the third trade: range 1, watermark 102: 100. The fourth, 104, still sees range 1:
    // 102; then the bar of 102 closes, range (0 + 1 x ...) = 1 + (0 - 1) / 2 = 0.5: 103.
    NaiveCase given = bothSides(policy).path("L", "100", "102").path("S", "100", "98");
    assertThat(given.levels()).containsExactly("1 - - - 1 100", "2 - - - 1 100");
    given.path("L", "102").path("S", "98");
    assertThat(given.levels()).containsExactly("1 100 - - 1 100", "2 100 - - 1 100");
    given.path("L", "104").path("S", "96");
    assertThat(given.levels()).containsExactly("1 103 - - 1 100", "2 97 - - 1 100");
    given.path("L", "103").path("S", "97");
    assertThat(given.decisions())
        .containsExactly("1 TRAILING_STOP 9s 103 103", "2 TRAILING_STOP 10s 97 97");
  }

  @Test
  void shouldFollowTheTrendOnItsOwnSideOnly() {
    NaivePolicy policy = none().with(new NaiveBlock.SuperTrend(1, BigDecimal.ONE, BAR));
    // First bar 100: no range, close not above the middle: down. Second bar 102: range 2, bands 100
    // and 104, the upper one stays 100 (the close before, 100, is not above it): 102 turns it up.
    NaiveCase given = bothSides(policy).path("L", "100", "102", "102").path("S", "100", "98", "98");

    // Short: down at the first bar already, 100 with the second trade; then 98 + 2 = 100.
    assertThat(given.levels()).containsExactly("1 100 - - 1 100", "2 100 - - 1 100");
    assertThat(given.path("L", "100").path("S", "100").decisions())
        .containsExactly("1 TRAILING_STOP 7s 100 100", "2 TRAILING_STOP 8s 100 100");
  }

  @Test
  void shouldExitWhenTheFastAverageCrossesTheSlowOne() {
    NaivePolicy policy = stopPercent("50").with(new NaiveBlock.MaCross(1, 2, false, BAR));
    // Closes 100, 102, 101: fast 102 over slow 101, then fast 101 under slow 101.5.
    NaiveCase given =
        bothSides(policy).path("L", "100", "102", "101", "103").path("S", "100", "98", "99", "97");

    assertThat(given.decisions()).containsExactly("1 MA_CROSS 4s 103 -", "2 MA_CROSS 8s 97 -");
  }

  @Test
  void shouldLetAStopAndAPriceComeBeforeACross() {
    NaivePolicy policy = stopPercent("2").with(new NaiveBlock.MaCross(1, 2, false, BAR));
    NaiveCase given = bothSides(policy).path("L", "100", "102", "101", "98");

    assertThat(given.decisions()).containsExactly("1 STOP_LOSS 4s 98 98");
  }

  private static NaivePolicy.TakeProfit riskReward(NaivePolicy.Strategy strategy) {
    return new NaivePolicy.TakeProfit.RiskReward(
        strategy,
        number("1.5"),
        number("1"),
        number("3"),
        number("1"),
        number("1.2"),
        number("1"),
        number("0.8"),
        BAR,
        Map.of("S", number("1.8")));
  }

  @Test
  void shouldSetTheTargetByRiskAndSymbol() {
    NaivePolicy policy =
        stopPercent("2").withTakeProfit(riskReward(NaivePolicy.Strategy.FIXED_RATIO));

    // Risk 2: 1.5 x 2 for L, 1.8 x 2 for S.
    assertThat(bothSides(policy).levels())
        .containsExactly("1 98 103 - 1 100", "2 102 96.4 - 1 100");
  }

  @Test
  void shouldRecomputeTheTargetOnceWhenItsIndicatorsAreWarm() {
    // A steady climb is trending. Until its 100th bar is closed the ratio is the base of 1.5.
    NaivePolicy policy = stopPercent("50").withTakeProfit(riskReward(NaivePolicy.Strategy.REGIME));
    NaiveCase climbing = new NaiveCase().open(1, LONG, "L", "100", policy);
    for (int i = 0; i < 100; i++) {
      climbing.path("L", BigDecimal.valueOf(1000 + i).movePointLeft(1).toPlainString());
    }
    assertThat(climbing.levels()).containsExactly("1 50 175 - 1 100");
    climbing.path("L", "110");

    // Ranges: 0, then 99 times 0.1. ATR100 = 0.099, ATR14 has come up to 0.1: about 1.0101 of it,
    // and a little less by the rounding. 1.5 x 1.2 x 1.0101 = 1.818: 100 + 50 x 1.818.
    BigDecimal target = climbing.result().levels().get(0).target();
    assertThat(target).isBetween(number("190.8"), number("191"));
    assertThat(climbing.path("L", "150").result().levels().get(0).target()).isEqualTo(target);
  }

  @Test
  void shouldDivideDistancesByTheVolatility() {
    // Ranges 0, 1, 1, 5 of the bars 100, 101, 100, 105. Fast 1, slow 2: at 105 closing, slow
    // = 0.5, 0.75, 2.875; ratio 5 / 2.875 = 1.739130. Fixed stop: 100 - 10 / 1.739130.
    NaivePolicy policy =
        stopPercent("10").with(new NaiveBlock.Volatility(1, 2, number("1.5"), null, BAR));
    NaiveCase given =
        bothSides(policy)
            .path("L", "100", "101", "100", "105", "105")
            .path("S", "100", "99", "100", "95", "95");

    // At the second close the ratio was 1 / 0.5 = 2: stop 95 at once, and the ratchet keeps it.
    assertThat(given.levels()).containsExactly("1 95 - - 1 100", "2 105 - - 1 100");
    assertThat(given.path("L", "95").path("S", "105").decisions())
        .containsExactly("1 TRAILING_STOP 11s 95 95", "2 TRAILING_STOP 12s 105 105");
  }

  @Test
  void shouldRoundTheDividedStopAwayFromThePrice() {
    // Ranges 0, 2, 2: slow 1.33333333, fast 2, ratio 1.5; 7 / 1.5 = 4.66666666...
    NaivePolicy policy =
        stopPercent("7").with(new NaiveBlock.Volatility(1, 3, number("1.2"), null, BAR));
    assertThat(
            bothSides(policy)
                .path("L", "100", "102", "104", "104")
                .path("S", "100", "98", "96", "96")
                .levels())
        .containsExactly("1 95.33333333 - - 1 100", "2 104.66666667 - - 1 100");
  }

  @Test
  void shouldShortenAndLengthenTheTrailingDistanceOfLaterPrices() {
    NaivePolicy policy =
        none()
            .withTrailing(trailing("10", null, null))
            .with(new NaiveBlock.Volatility(1, 2, number("1.5"), number("0.8"), BAR));
    // The third trade closes the bar of 101: ratio 2, and the stop trails at 5 % at once.
    NaiveCase given = bothSides(policy).path("L", "100", "101").path("S", "100", "99");
    assertThat(given.levels()).containsExactly("1 90.9 - - 1 100", "2 108.9 - - 1 100");
    given.path("L", "101").path("S", "99");
    assertThat(given.levels()).containsExactly("1 95.95 - - 1 100", "2 103.95 - - 1 100");
    given.path("L", "101").path("S", "99");
    assertThat(given.levels()).containsExactly("1 95.95 - - 1 100", "2 103.95 - - 1 100");
    // Now the bar without a range has closed: ratio 0, cut to 0.5: 20 %, which loosens nothing.
    given.path("L", "110").path("S", "90");
    assertThat(given.levels()).containsExactly("1 95.95 - - 1 100", "2 103.95 - - 1 100");
  }
}
