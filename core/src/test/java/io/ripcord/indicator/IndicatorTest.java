package io.ripcord.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Small cases, computed by hand. */
class IndicatorTest {
  private static final long NULL = E8.NULL;

  private static List<Long> values(Indicator indicator, Candle... candles) {
    List<Long> values = new ArrayList<>();
    long previous = NULL;
    for (Candle candle : candles) {
      indicator.onBar(candle.bar());
      values.add(indicator.value());
      assertThat(indicator.isWarm()).isEqualTo(indicator.value() != NULL);
      assertThat(indicator.previous()).isEqualTo(previous);
      previous = indicator.value();
    }
    assertThat(indicator.barsSeen()).isEqualTo(candles.length);
    return values;
  }

  private static List<Long> ofCloses(Indicator indicator, long... closes) {
    return values(indicator, LongStream.of(closes).mapToObj(Candle::close).toArray(Candle[]::new));
  }

  @Test
  void shouldSmoothTrueRangesAsWilderDid() {
    // Ranges 10; 12 (gap up: 112 - 100); 14 (gap down: 106 - 92); 4; 30.
    assertThat(
            values(
                new WilderAtr(3),
                Candle.of(105, 95, 100),
                Candle.of(112, 106, 106),
                Candle.of(96, 92, 94),
                Candle.of(98, 94, 98),
                Candle.of(120, 90, 100)))
        // (10 + 12 + 14) / 3; 12 + round((4 - 12) / 3 = -2.67); 9 + (30 - 9) / 3.
        .containsExactly(NULL, NULL, 12L, 9L, 16L);
  }

  @Test
  void shouldRoundEveryStepOfTheAverageTrueRangeToEven() {
    assertThat(
            values(
                new WilderAtr(2),
                Candle.of(103, 100, 101),
                Candle.of(103, 101, 102),
                Candle.of(105, 102, 103),
                Candle.of(104, 102, 103),
                Candle.of(106, 101, 103)))
        // 2.5 is 2; 2 + 0.5 is 2 + 0; 2 + 0; 2 + 1.5 is 2 + 2.
        .containsExactly(NULL, 2L, 2L, 2L, 4L);
  }

  @Test
  void shouldFollowATrendAndChangeSidesOnAClose() {
    SuperTrend superTrend = new SuperTrend(1, 1_500_000);
    List<String> lines = new ArrayList<>();
    Candle[] candles = {
      Candle.of(104, 100, 103), // ATR 4, middle 102, bands 96 and 108; close above middle: up
      Candle.of(108, 104, 107), // ATR 5, middle 106, 98.. : 7.5 is 8, bands 98 and 108 kept
      Candle.of(106, 98, 98), // ATR 9, 13.5 is 14, basic 88; 98 kept, a close on it changes nothing
      Candle.of(99, 95, 97), // ATR 4, basic 91 and 103; close below 98: down, upper 103
      Candle.of(110, 97, 103), // ATR 13, 19.5 is 20; upper kept 103, a close on it: still down
      Candle.of(105, 103, 104), // ATR 2, basic 101 and 107; close above 103: up, lower 101
    };
    for (Candle candle : candles) {
      superTrend.onBar(candle.bar());
      lines.add((superTrend.isUp() ? "up " : "down ") + superTrend.valueE8());
    }

    assertThat(lines).containsExactly("up 96", "up 98", "up 98", "down 103", "down 103", "up 101");
  }

  @Test
  void shouldStartDownWhenTheCloseIsNotAboveTheMiddle() {
    SuperTrend superTrend = new SuperTrend(2, 3_000_000);

    assertThat(values(superTrend, Candle.of(10, 6, 8), Candle.of(11, 8, 9)))
        // ATR of 4 and 3 is 3.5, rounded to 4; middle floor(9.5) = 9, bands -3 and 21.
        .containsExactly(NULL, 21L);
    assertThat(superTrend.isUp()).isFalse();

    SuperTrend above = new SuperTrend(2, 3_000_000);
    assertThat(values(above, Candle.of(10, 6, 8), Candle.of(11, 8, 10))).containsExactly(NULL, -3L);
    assertThat(above.isUp()).isTrue();
  }

  @Test
  void shouldLetABandGoOnceThePreviousCloseIsBeyondIt() {
    SuperTrend superTrend = new SuperTrend(1, 1_000_000);
    // Bands 98 and 106 at first; close 106.
    superTrend.onBar(Candle.of(104, 100, 103).bar());
    // ATR 27, bands 89 (98 kept) and 143 (106 kept): close 130 is above it.
    superTrend.onBar(Candle.of(130, 103, 130).bar());
    assertThat(superTrend.valueE8()).isEqualTo(98);
    // ATR 10: basic 120 and 140; the upper band restarts at 140, as 130 was above 106.
    superTrend.onBar(Candle.of(135, 125, 128).bar());
    assertThat(superTrend.valueE8()).isEqualTo(120);
    // ATR 28: a close below 120 shows the upper band: basic 114 + 28 = 142, so 140 was kept.
    superTrend.onBar(Candle.of(128, 100, 110).bar());

    assertThat(superTrend.isUp()).isFalse();
    assertThat(superTrend.valueE8()).isEqualTo(140);
  }

  @Test
  void shouldAverageTheLastCloses() {
    assertThat(ofCloses(new Sma(3), 1, 2, 6, 7, 8, 8)).containsExactly(NULL, NULL, 3L, 5L, 7L, 8L);
    assertThat(ofCloses(new Sma(2), 1, 2, 3, 4, 5)).containsExactly(NULL, 2L, 2L, 4L, 4L);
    assertThat(ofCloses(new Sma(1), 5, 4)).containsExactly(5L, 4L);
  }

  @Test
  void shouldMoveTheExponentialAverageFromTheMeanOn() {
    // Mean 4; + 4 / 2; + 1.5 is 2; - 2.5 is -2.
    assertThat(ofCloses(new Ema(3), 3, 4, 5, 8, 9, 3)).containsExactly(NULL, NULL, 4L, 6L, 8L, 6L);
    assertThat(ofCloses(new Ema(1), 5, 4)).containsExactly(5L, 4L);
  }

  @Test
  void shouldGiveTheChangeInPercent() {
    assertThat(ofCloses(new RateOfChange(2), 100, 400, 103, 300, 50))
        .containsExactly(NULL, NULL, 3_000_000L, -25_000_000L, -51_456_311L);
    assertThat(ofCloses(new RateOfChange(1), 1, E8.MAX_VALUE, 1))
        .containsExactly(NULL, RateOfChange.MAX_VALUE_E6, -100_000_000L);
    assertThat(ofCloses(new RateOfChange(1), 1, 90_000_000_000L, 90_000_000_000L))
        .containsExactly(NULL, 8_999_999_999_900_000_000L, 0L);
    // 9e12 percent and a half of their last digit that is counted.
    assertThat(ofCloses(new RateOfChange(1), 2, 180_000_000_003L))
        .containsExactly(NULL, RateOfChange.MAX_VALUE_E6);
  }

  @Test
  void shouldCompareTheVolumeWithItsMean() {
    assertThat(
            values(
                new VolumeRatio(3),
                Candle.volume(1),
                Candle.volume(2),
                Candle.volume(3),
                Candle.volume(0),
                Candle.volume(0),
                Candle.volume(0),
                Candle.volume(7)))
        .containsExactly(NULL, NULL, 1_500_000L, 0L, 0L, 0L, 3_000_000L);
  }

  @Test
  void shouldCompareTheDistanceWithTheWay() {
    assertThat(ofCloses(new EfficiencyRatio(3), 10, 11, 12, 13, 12, 13, 12, 12, 12, 12))
        .containsExactly(
            NULL, NULL, NULL, 1_000_000L, 333_333L, 333_333L, 333_333L, 0L, 1_000_000L, 0L);
  }
}
