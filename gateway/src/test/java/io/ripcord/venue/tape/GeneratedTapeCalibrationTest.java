package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The generated market beside the recorded one that its constants were chosen for. */
class GeneratedTapeCalibrationTest {
  private static final long INCREMENT_E8 = 10_000_000;

  @Test
  void shouldLookLikeTheRecordedTape() {
    Tape recorded = Tapes.open(TapeFiles.recorded("hftbacktest_usdm_btcusdt_20240808.gz"));
    TapeSummary summary = recorded.scan();
    TapeStatistics real = TapeStatistics.of(recorded, INCREMENT_E8);
    long durationNs = summary.lastTimeNs() - summary.firstTimeNs();
    List<TapeStatistics> generated = new ArrayList<>();
    for (long seed = 1; seed <= 10; seed++) {
      generated.add(
          TapeStatistics.of(market(seed, summary.firstTimeNs(), durationNs), INCREMENT_E8));
    }
    System.out.println("recorded  " + real);
    System.out.println("generated " + generated.get(0));

    assertThat(mean(generated, TapeStatistics::quotesPerSecond))
        .isCloseTo(real.quotesPerSecond(), withinPercentage(5));
    assertThat(mean(generated, TapeStatistics::tradesPerSecond))
        .isCloseTo(real.tradesPerSecond(), withinPercentage(5));
    assertThat(mean(generated, TapeStatistics::volatilityPerSecond))
        .isCloseTo(real.volatilityPerSecond(), withinPercentage(15));
    assertThat(mean(generated, TapeStatistics::range))
        .isCloseTo(real.range(), withinPercentage(50));
    assertThat(mean(generated, TapeStatistics::largestMove))
        .isCloseTo(real.largestMove(), withinPercentage(35));
    assertThat(mean(generated, TapeStatistics::oneIncrementSpreads))
        .isCloseTo(real.oneIncrementSpreads(), withinPercentage(2));
    assertThat(mean(generated, TapeStatistics::tradesThatMove))
        .isCloseTo(real.tradesThatMove(), withinPercentage(20));
    assertThat(generated)
        .allSatisfy(
            one -> {
              assertThat(one.medianSpreadIncrements()).isEqualTo(real.medianSpreadIncrements());
              assertThat(one.quotesPerSecond())
                  .isCloseTo(real.quotesPerSecond(), withinPercentage(20));
              assertThat(one.volatilityPerSecond())
                  .isCloseTo(real.volatilityPerSecond(), withinPercentage(25));
              assertThat(one.busiestSecond()).isGreaterThan(3 * one.quotesPerSecond());
            });
  }

  private static Tape market(long seed, long startNs, long durationNs) {
    GeneratorParameters.Symbol symbol =
        new GeneratorParameters.Symbol("BTCUSDT", 6_180_020_000_000L, INCREMENT_E8, 1000);
    return new GeneratedTape(
        new GeneratorParameters(seed, startNs, durationNs, 0, 0, List.of(symbol)));
  }

  private static double mean(List<TapeStatistics> all, ToDoubleFunction<TapeStatistics> statistic) {
    return all.stream().mapToDouble(statistic).average().orElseThrow();
  }
}
