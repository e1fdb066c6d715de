package io.ripcord.testing.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Indicators and bars, computed by hand. A bar is written "high low close volume". */
class NaiveIndicatorsTest {

  private static List<NaiveBar> bars(String... lines) {
    List<NaiveBar> bars = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split(" ", -1);
      BigDecimal high = new BigDecimal(cells[0]);
      bars.add(
          new NaiveBar(
              bars.size(),
              high,
              high,
              new BigDecimal(cells[1]),
              new BigDecimal(cells[2]),
              cells.length > 3 ? new BigDecimal(cells[3]) : BigDecimal.ZERO));
    }
    return bars;
  }

  private static List<NaiveBar> closes(String... closes) {
    return bars(
        List.of(closes).stream()
            .map(close -> close + " " + close + " " + close)
            .toArray(String[]::new));
  }

  private static String text(BigDecimal value) {
    return value == null ? "-" : value.stripTrailingZeros().toPlainString();
  }

  @Test
  void shouldSeedTrueRangeWithTheMeanAndSmoothItAfter() {
    // Ranges: 10-8=2; max(1, |12-9|=3, |11-9|=2)=3; max(1, |10-11|=1, |9-11|=2)=2; 0.5 vs 1 = 1.
    String[] lines = {"10 8 9", "12 11 11", "10 9 9", "10 9.5 10"};

    assertThat(text(NaiveIndicators.atr(bars(), 2))).isEqualTo("-");
    assertThat(text(NaiveIndicators.atr(bars(lines[0]), 2))).isEqualTo("-");
    assertThat(text(NaiveIndicators.atr(bars(lines[0], lines[1]), 2))).isEqualTo("2.5");
    assertThat(text(NaiveIndicators.atr(bars(lines[0], lines[1], lines[2]), 2)))
        .isEqualTo("2.25"); // 2.5 + (2 - 2.5) / 2
    assertThat(text(NaiveIndicators.atr(bars(lines), 2))).isEqualTo("1.625"); // + (1 - 2.25) / 2
    assertThat(text(NaiveIndicators.atr(bars(lines), 3)))
        .isEqualTo("1.88888889"); // 7/3 = 2.33333333, + (1 - 2.33333333) / 3 = -0.44444444
  }

  @Test
  void shouldAverageCloses() {
    assertThat(text(NaiveIndicators.sma(closes("1", "2"), 3))).isEqualTo("-");
    assertThat(text(NaiveIndicators.sma(closes("9", "1", "2", "2"), 3))).isEqualTo("1.66666667");
    assertThat(text(NaiveIndicators.ema(closes("1", "2", "3"), 3))).isEqualTo("2");
    assertThat(text(NaiveIndicators.ema(closes("1", "2", "3", "6"), 3)))
        .isEqualTo("4"); // 2 + (6 - 2) x 2 / 4
    assertThat(text(NaiveIndicators.ema(closes("1", "1", "2"), 2)))
        .isEqualTo("1.66666667"); // 1 + 1 x 2 / 3
  }

  @Test
  void shouldRoundHalvesToTheEvenNeighbour() {
    assertThat(text(NaiveIndicators.sma(closes("0.00000001", "0.00000002"), 2)))
        .isEqualTo("0.00000002"); // 1.5 units
    assertThat(text(NaiveIndicators.sma(closes("0.00000002", "0.00000003"), 2)))
        .isEqualTo("0.00000002"); // 2.5 units
  }

  @Test
  void shouldTurnTheTrendWhenAClosePassesTheBand() {
    // ATR(1) is the range of the bar itself, at least as far as from the close before.
    String[] lines = {
      "11 9 10.5", // middle 10, ATR 2: bands 8 and 12, close above the middle: up
      "13 11 12", // middle 12, ATR 2.5: 9.5 and 14.5; lower max(9.5, 8); upper: 10.5 <= 12: 12
      "11 9 9.4", // middle 10, ATR 3: 7 and 13; lower stays 9.5, 9.4 is below: down; upper 12
      "10 9 9.5", // middle 9.5, ATR 1: 8.5 and 10.5; upper min(10.5, 12): down at 10.5
      "11 10 10.6", // middle 10.5, ATR 1.5: 9 and 12; upper stays 10.5: 10.6 turns it up
    };
    List<String> trends = new ArrayList<>();
    for (int i = 1; i <= lines.length; i++) {
      NaiveIndicators.Trend trend =
          NaiveIndicators.superTrend(bars(java.util.Arrays.copyOf(lines, i)), 1, BigDecimal.ONE);
      trends.add((trend.isUp() ? "up " : "down ") + text(trend.value()));
    }

    // The second bar's close of 12 is above nothing that matters while the trend is up. In the
    // third the close before, 12, is not below 9.5, so the lower band holds; in the fourth it is
    // (9.4), so it falls to 8.5; in the fifth 9.5 is above 8.5, so it rises to 9.
    assertThat(trends).containsExactly("up 8", "up 9.5", "down 12", "down 10.5", "up 9");
  }

  @Test
  void shouldMeasureChangeVolumeAndEfficiency() {
    assertThat(text(NaiveIndicators.rateOfChange(closes("3", "4"), 2))).isEqualTo("-");
    assertThat(text(NaiveIndicators.rateOfChange(closes("3", "9", "4"), 2))).isEqualTo("33.333333");
    assertThat(text(NaiveIndicators.rateOfChange(closes("4", "3"), 1))).isEqualTo("-25");
    // The way is 1 + 2 + 1 = 4, it led from 10 to 10 - 1 + 2 + 1 = 12.
    assertThat(text(NaiveIndicators.efficiency(closes("10", "9", "11", "12"), 3))).isEqualTo("0.5");
    assertThat(text(NaiveIndicators.efficiency(closes("10", "10"), 1))).isEqualTo("0");
    List<NaiveBar> volumes = new ArrayList<>(bars("1 1 1 99"));
    for (int i = 0; i < 19; i++) {
      volumes.addAll(bars("1 1 1 1"));
    }
    assertThat(text(NaiveIndicators.volumeRatio(volumes.subList(0, 19)))).isEqualTo("-");
    volumes.addAll(bars("1 1 1 3")); // the last 20: 19 x 1 and 3, mean 1.1
    assertThat(text(NaiveIndicators.volumeRatio(volumes))).isEqualTo("2.727273");
  }

  @Test
  void shouldMakeBarsOfTradesByIntervalsOfTheSession() {
    NaiveBars bars = new NaiveBars(10, 0);
    join(bars, 12, "5", "1");
    join(bars, 19, "7", null);
    assertThat(bars.closeIfOver(19)).isFalse();
    assertThat(bars.closeIfOver(20)).isTrue(); // the interval is 10 to 20
    join(bars, 47, "4", "2"); // nothing traded from 20 to 40
    assertThat(bars.closeAtSessionEnd()).isTrue();
    assertThat(bars.closeAtSessionEnd()).isFalse();
    bars.startSession(53);
    join(bars, 64, "6", "3"); // the interval is 63 to 73
    assertThat(bars.closeIfOver(72)).isFalse();
    assertThat(bars.closeIfOver(90)).isTrue();

    assertThat(bars.closed().stream().map(NaiveIndicatorsTest::text))
        .containsExactly("10: 5 7 5 7 1", "40: 4 4 4 4 2", "63: 6 6 6 6 3");
  }

  private static void join(NaiveBars bars, long timeNs, String price, String quantity) {
    bars.join(
        new NaiveEvent.Tick(
            timeNs,
            0,
            "X",
            new BigDecimal(price),
            quantity == null ? null : new BigDecimal(quantity),
            null,
            null,
            null));
  }

  private static String text(NaiveBar bar) {
    return "%d: %s %s %s %s %s"
        .formatted(bar.startNs(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
  }
}
