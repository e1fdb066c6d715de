package io.ripcord.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.state.StateHash;
import io.ripcord.testing.StateNumbers;
import org.junit.jupiter.api.Test;

class BarSeriesTest {
  private static final long PERIOD = 60;

  private final BarSeries series = new BarSeries(PERIOD, 0);

  private void assertClosed(
      long startNs, long openE8, long highE8, long lowE8, long closeE8, long volumeE8) {
    Bar bar = series.closed();
    assertThat(
            new long[] {
              bar.startNs(), bar.openE8(), bar.highE8(), bar.lowE8(), bar.closeE8(), bar.volumeE8()
            })
        .containsExactly(startNs, openE8, highE8, lowE8, closeE8, volumeE8);
  }

  @Test
  void shouldCloseWithTheFirstTradeAtOrAfterTheEnd() {
    assertThat(series.onTrade(120, 100, 1)).isFalse();
    assertThat(series.onTrade(130, 104, 2)).isFalse();
    assertThat(series.onTrade(140, 99, 3)).isFalse();
    assertThat(series.onTrade(179, 101, 4)).isFalse();

    assertThat(series.onTrade(180, 500, 5)).isTrue();

    assertClosed(120, 100, 104, 99, 101, 10);
    assertThat(series.closedNow()).isTrue();
    assertThat(series.onTrade(181, 501, 6)).isFalse();
    assertThat(series.closedNow()).isFalse();
    assertThat(series.onTrade(240, 1, 7)).isTrue();
    assertClosed(180, 500, 501, 500, 501, 11);
  }

  @Test
  void shouldMakeNoBarOfAnIntervalWithoutTrades() {
    series.onTrade(10, 100, 1);

    assertThat(series.onTrade(1_000_003, 200, 1)).isTrue();
    assertClosed(0, 100, 100, 100, 100, 1);

    assertThat(series.onTrade(1_000_020, 300, 1)).isTrue();
    assertClosed(999_960, 200, 200, 200, 200, 1);
  }

  @Test
  void shouldLetAnOldTradeJoinTheOpenBar() {
    series.onTrade(130, 100, 1);

    assertThat(series.onTrade(5, 90, 1)).isFalse();
    assertThat(series.onTrade(0, 95, 1)).isFalse();

    assertThat(series.onTrade(180, 100, 1)).isTrue();
    assertClosed(120, 100, 100, 90, 95, 3);
  }

  @Test
  void shouldCountAMissingQuantityAsNone() {
    series.onTrade(0, 100, Long.MIN_VALUE);
    series.onTrade(1, 100, 0);
    series.onTrade(2, 100, -5);
    series.onTrade(3, 100, 7);
    series.onTrade(60, 100, 0);

    assertClosed(0, 100, 100, 100, 100, 7);
  }

  @Test
  void shouldCapTheVolumeWhereALongEnds() {
    series.onTrade(0, 100, Long.MAX_VALUE);
    series.onTrade(1, 100, Long.MAX_VALUE);
    series.onTrade(2, 100, 1);
    series.onTrade(60, 100, 0);

    assertClosed(0, 100, 100, 100, 100, Long.MAX_VALUE);
  }

  @Test
  void shouldCountIntervalsFromTheStartOfTheSession() {
    series.onSessionStart(1_015);
    series.onTrade(1_074, 100, 1);
    assertThat(series.onTrade(1_075, 200, 1)).isTrue();
    assertClosed(1_015, 100, 100, 100, 100, 1);

    assertThat(series.onTrade(1_200, 300, 1)).isTrue();
    assertClosed(1_075, 200, 200, 200, 200, 1);
    series.onSessionEnd();
    assertThat(series.closed().startNs()).isEqualTo(1_195);
  }

  @Test
  void shouldCloseTheOpenBarAtTheEndOfTheSession() {
    assertThat(series.onSessionEnd()).isFalse();
    series.onTrade(10, 100, 1);

    assertThat(series.onSessionEnd()).isTrue();
    assertThat(series.closedNow()).isTrue();
    assertClosed(0, 100, 100, 100, 100, 1);

    assertThat(series.onSessionEnd()).isFalse();
    assertThat(series.closedNow()).isFalse();
    assertThat(series.onTrade(20, 200, 1)).isFalse();
    assertThat(series.onTrade(60, 300, 1)).isTrue();
    assertClosed(0, 200, 200, 200, 200, 1);
  }

  @Test
  void shouldNotMixTwoSessionsInOneBar() {
    series.onTrade(10, 100, 1);
    series.onSessionStart(30);
    assertThat(series.closedNow()).isFalse();

    assertThat(series.onTrade(31, 200, 1)).isTrue();
    assertClosed(0, 100, 100, 100, 100, 1);
    assertThat(series.onTrade(89, 300, 1)).isFalse();
    assertThat(series.onTrade(90, 400, 1)).isTrue();
    assertClosed(30, 200, 300, 200, 300, 2);
  }

  @Test
  void shouldCountATradeFromBeforeTheSessionToItsFirstInterval() {
    series.onSessionStart(1_000);
    series.onTrade(900, 100, 1);
    assertThat(series.onTrade(1_059, 110, 1)).isFalse();
    assertThat(series.onTrade(1_060, 120, 1)).isTrue();

    assertClosed(1_000, 100, 110, 100, 110, 2);
  }

  @Test
  void shouldSurviveTheEndOfTime() {
    series.onSessionStart(-5);
    series.onTrade(Long.MAX_VALUE, 100, 1);
    assertThat(series.onTrade(5, 200, 1)).isFalse();
    assertThat(series.onSessionEnd()).isTrue();

    assertClosed(Long.MAX_VALUE - Long.MAX_VALUE % PERIOD, 100, 200, 100, 200, 2);
  }

  @Test
  void shouldGoOnFromWhatWasWritten() {
    series.onSessionStart(7);
    series.onTrade(10, 100, 1);
    assertReadBack();
    series.onTrade(70, 120, 2);
    assertReadBack();
    series.onSessionEnd();
    assertReadBack();
    series.onTrade(80, 130, 3);
    assertReadBack();
  }

  private void assertReadBack() {
    StateNumbers written = StateNumbers.of(series::write);
    BarSeries copy = new BarSeries(PERIOD, 0);
    copy.read(written.in());

    assertThat(written.left()).isZero();
    assertThat(hash(copy)).isEqualTo(hash(series));
    assertThat(copy.closedNow()).isEqualTo(series.closedNow());
  }

  private static long hash(BarSeries bars) {
    StateHash hash = StateHash.ofAll();
    bars.write(hash);
    return hash.value();
  }
}
