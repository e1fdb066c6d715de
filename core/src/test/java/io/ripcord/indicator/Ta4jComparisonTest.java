package io.ripcord.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.market.Bar;
import io.ripcord.market.BarSeries;
import io.ripcord.money.E8;
import io.ripcord.testing.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;

/**
 * Every indicator against that of another library, written by others. How the two are made to start
 * alike, and how far apart rounding may bring them, says {@link Ta4jOracle}.
 */
class Ta4jComparisonTest {
  private static final int WALKS = 252;
  private static final int BARS = 4_000;
  private static final String TAPE = "hftbacktest_usdm_btcusdt_20240808.gz";
  private static final long TAPE_BAR_NS = 100_000_000L;
  private static final Pattern TRADE =
      Pattern.compile("^(\\d+) .*\"e\":\"trade\".*\"p\":\"([0-9.]+)\",\"q\":\"([0-9.]+)\"");

  /**
   * Start and step of a walk: a coin at 60,000 by 0.1, a share at 150 by 0.01, yen at 155 by 0.001.
   */
  private static final long[][] SCALES = {
    {6_000_000_000_000L, 10_000_000L}, {15_000_000_000L, 1_000_000L}, {15_500_000_000L, 100_000L},
  };

  private final Map<String, double[]> largest = new TreeMap<>();
  private long compared;
  private long undecided;

  private void compare(List<Candle> candles) {
    for (Ta4jOracle.Comparison comparison : new Ta4jOracle(candles).comparisons()) {
      IndicatorSpec spec = comparison.spec();
      Indicator ours = spec.kind().create(spec);
      double[] max =
          largest.computeIfAbsent(spec.kind() + "(" + spec.period() + ")", name -> new double[1]);
      for (int bar = 0; bar < candles.size(); bar++) {
        ours.onBar(candles.get(bar).bar());
        if (bar >= comparison.firstBar()) {
          double deviation = Math.abs(ours.value() - comparison.theirs(bar));
          if (deviation > comparison.tolerance()) {
            assertThat(deviation)
                .as("%s bar %d: %d", spec, bar, ours.value())
                .isLessThanOrEqualTo(comparison.tolerance());
          }
          if (!Double.isNaN(deviation)) {
            compared++;
            max[0] = Math.max(max[0], deviation);
          }
        }
      }
    }
  }

  /**
   * A close within rounding of a band may turn one of the two and not the other. From then on they
   * may differ, until they were seen alike on both sides.
   */
  private void compareSuperTrends(List<Candle> candles) {
    int period = 10;
    int multiplier = 3;
    // The error of the average true range times the multiplier, and two roundings.
    double tolerance = multiplier * period / 2.0 + 1;
    SuperTrendIndicator theirs = new Ta4jOracle(candles).superTrend(period, multiplier);
    SuperTrend ours = new SuperTrend(period, multiplier * 1_000_000L);
    double[] max = largest.computeIfAbsent("SUPERTREND(10, 3)", name -> new double[1]);
    boolean isUpAlike = false;
    boolean isDownAlike = false;
    for (int bar = 0; bar < candles.size(); bar++) {
      ours.onBar(candles.get(bar).bar());
      if (bar < Ta4jOracle.FORGOTTEN) {
        continue;
      }
      double deviation = Math.abs(ours.value() - theirs.getValue(bar).doubleValue());
      if (deviation <= tolerance) {
        compared++;
        max[0] = Math.max(max[0], deviation);
        isUpAlike |= ours.isUp();
        isDownAlike |= !ours.isUp();
      } else {
        boolean isTie = Ta4jOracle.isTie(theirs, bar, candles.get(bar).close(), tolerance);
        assertThat(isTie || !isUpAlike || !isDownAlike)
            .as("bar %d: %d, theirs %s", bar, ours.value(), theirs.getValue(bar))
            .isTrue();
        undecided++;
      }
      if (Ta4jOracle.isTie(theirs, bar, candles.get(bar).close(), tolerance)) {
        isUpAlike = false;
        isDownAlike = false;
      }
    }
  }

  private void print(String what, int bars) {
    StringBuilder text = new StringBuilder("ta4j, " + what + ": " + bars + " bars, " + compared);
    text.append(" values, ").append(undecided).append(" of SuperTrend left out after a tie,");
    text.append(" largest deviation in units of the last digit:");
    largest.forEach((name, max) -> text.append(String.format(" %s %.3f", name, max[0])));
    System.out.println(text);
  }

  @Test
  void shouldAgreeOverAMillionBarsOfRandomWalks() {
    Random random = Seeds.random(this);
    for (int walk = 0; walk < WALKS; walk++) {
      long[] scale = SCALES[walk % SCALES.length];
      List<Candle> candles = Candle.walk(random, BARS, scale[0], scale[1]);
      compare(candles);
      compareSuperTrends(candles);
    }
    print("random walks", WALKS * BARS);

    assertThat(WALKS * BARS).isGreaterThanOrEqualTo(1_000_000);
    assertThat(compared).isGreaterThan(9_000_000);
    assertThat(undecided).isLessThan(WALKS * BARS / 1000);
  }

  @Test
  void shouldAgreeOverARecordedTape() throws IOException {
    Path file = Path.of(System.getProperty("ripcord.tapes", ""), TAPE);
    if (!Files.exists(file)) {
      System.out.println("SKIPPED-TAPE " + TAPE);
      Assumptions.abort("no recorded tape " + TAPE);
    }
    List<Candle> candles = candles(file);
    compare(candles);
    compareSuperTrends(candles);
    print("recorded tape", candles.size());

    assertThat(candles).hasSizeGreaterThan(1_000);
    assertThat(undecided).isZero();
  }

  private static List<Candle> candles(Path file) throws IOException {
    List<Candle> candles = new ArrayList<>();
    BarSeries series = new BarSeries(TAPE_BAR_NS, 0);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher trade = TRADE.matcher(line);
        if (trade.find()
            && series.onTrade(
                Long.parseLong(trade.group(1)),
                E8.parse(trade.group(2)),
                E8.parse(trade.group(3)))) {
          Bar bar = series.closed();
          candles.add(new Candle(bar.highE8(), bar.lowE8(), bar.closeE8(), bar.volumeE8()));
        }
      }
    }
    return candles;
  }
}
