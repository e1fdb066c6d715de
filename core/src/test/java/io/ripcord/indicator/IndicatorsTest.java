package io.ripcord.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.money.E8;
import io.ripcord.state.StateHash;
import io.ripcord.testing.Seeds;
import io.ripcord.testing.StateNumbers;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
  private static final long SECOND = IndicatorSpec.MIN_BAR_NS;
  private static final long MINUTE = 60 * SECOND;
  private static final IndicatorSpec SMA_2 = IndicatorSpec.of(IndicatorKind.SMA, MINUTE, 2);
  private static final IndicatorSpec VOLUME_1 =
      IndicatorSpec.of(IndicatorKind.VOLUME_RATIO, MINUTE, 1);

  private final Indicators indicators = new Indicators();

  @BeforeEach
  void addInstruments() {
    addInstruments(indicators);
  }

  private static void addInstruments(Indicators to) {
    for (int id = 0; id < 40; id++) {
      to.addInstrument();
    }
  }

  @Test
  void shouldShareEqualIndicatorsOfAnInstrument() {
    assertThat(indicators.require(39, SMA_2)).isZero();
    assertThat(indicators.require(39, IndicatorSpec.of(IndicatorKind.EMA, MINUTE, 2))).isOne();
    assertThat(indicators.require(39, IndicatorSpec.of(IndicatorKind.SMA, SECOND, 2))).isEqualTo(2);
    assertThat(indicators.require(39, IndicatorSpec.of(IndicatorKind.SMA, MINUTE, 3))).isEqualTo(3);
    assertThat(indicators.require(38, SMA_2)).isEqualTo(4);

    assertThat(indicators.require(39, new IndicatorSpec(IndicatorKind.SMA, MINUTE, 2, 0))).isZero();
    assertThat(indicators.require(38, SMA_2)).isEqualTo(4);
    assertThat(indicators.count()).isEqualTo(5);
  }

  @Test
  void shouldGiveClosedBarsToTheIndicatorsBeforeItSaysSo() {
    int minute = indicators.require(1, SMA_2);
    int second = indicators.require(1, IndicatorSpec.of(IndicatorKind.SMA, SECOND, 1));
    assertThat(indicators.isWarm(minute)).isFalse();
    assertThat(indicators.value(minute)).isEqualTo(E8.NULL);

    assertThat(indicators.onTrade(1, 0, 100, 1)).isFalse();
    assertThat(indicators.onTrade(1, SECOND, 104, 1)).isTrue();
    assertThat(indicators.closedNow(second)).isTrue();
    assertThat(indicators.closedNow(minute)).isFalse();
    assertThat(indicators.value(second)).isEqualTo(100);

    assertThat(indicators.onTrade(1, MINUTE, 110, 1)).isTrue();
    assertThat(indicators.closedNow(minute)).isTrue();
    assertThat(indicators.barsSeen(minute)).isOne();
    assertThat(indicators.isWarm(minute)).isFalse();
    assertThat(indicators.onTrade(1, MINUTE + 1, 120, 1)).isFalse();
    assertThat(indicators.closedNow(minute)).isFalse();

    assertThat(indicators.onTrade(1, 2 * MINUTE, 1, 1)).isTrue();
    assertThat(indicators.isWarm(minute)).isTrue();
    assertThat(indicators.value(minute)).isEqualTo((104 + 120) / 2);
    assertThat(indicators.previous(minute)).isEqualTo(E8.NULL);

    assertThat(indicators.onTrade(1, 3 * MINUTE, 1, 1)).isTrue();
    assertThat(indicators.value(minute)).isEqualTo(60);
    assertThat(indicators.previous(minute)).isEqualTo(112);
    assertThat(indicators.barsSeen(minute)).isEqualTo(3);
  }

  @Test
  void shouldLeaveOtherInstrumentsAlone() {
    int id = indicators.require(1, SMA_2);
    indicators.onTrade(1, 0, 100, 1);

    assertThat(indicators.onTrade(0, MINUTE, 100, 1)).isFalse();
    assertThat(indicators.onTrade(2, MINUTE, 100, 1)).isFalse();
    assertThat(indicators.onConflatedTrade(2, MINUTE, 100, 90, 95, true)).isFalse();
    assertThat(indicators.onSessionEnd(2)).isFalse();

    assertThat(indicators.barsSeen(id)).isZero();
  }

  @Test
  void shouldTakeAConflatedTickInTheOrderOfItsExtremes() {
    IndicatorSpec range = IndicatorSpec.of(IndicatorKind.ATR, MINUTE, 1);
    int atr = indicators.require(0, range);
    int sma = indicators.require(0, IndicatorSpec.of(IndicatorKind.SMA, MINUTE, 1));
    int volume = indicators.require(0, VOLUME_1);

    assertThat(indicators.onConflatedTrade(0, 0, 110, 90, 95, true)).isFalse();
    assertThat(indicators.onConflatedTrade(0, MINUTE, 130, 120, 125, false)).isTrue();
    assertThat(indicators.value(atr)).isEqualTo(20);
    assertThat(indicators.value(sma)).isEqualTo(95);
    assertThat(indicators.value(volume)).isZero();
    assertThat(indicators.onTrade(0, 2 * MINUTE, 200, 1)).isTrue();
    assertThat(indicators.value(atr)).isEqualTo(130 - 95);
    assertThat(indicators.value(sma)).isEqualTo(125);
  }

  @Test
  void shouldIgnoreWhatIsNoPrice() {
    int id = indicators.require(0, IndicatorSpec.of(IndicatorKind.ATR, MINUTE, 1));
    indicators.onTrade(0, 0, 100, 1);
    for (long none : new long[] {0, -1, E8.NULL, E8.MAX_VALUE + 1}) {
      assertThat(indicators.onTrade(0, MINUTE, none, 1)).isFalse();
      assertThat(indicators.onConflatedTrade(0, MINUTE, none, 1, 1, true)).isFalse();
      assertThat(indicators.onConflatedTrade(0, MINUTE, 1, none, 1, true)).isFalse();
      assertThat(indicators.onConflatedTrade(0, MINUTE, 1, 1, none, true)).isFalse();
    }
    indicators.onTrade(0, MINUTE, E8.MAX_VALUE, 1);

    assertThat(indicators.barsSeen(id)).isOne();
    assertThat(indicators.value(id)).isZero();
  }

  @Test
  void shouldCountBarsFromTheStartOfTheSession() {
    int before = indicators.require(0, SMA_2);
    indicators.onSessionStart(0, 10 * SECOND);
    int after = indicators.require(0, IndicatorSpec.of(IndicatorKind.SMA, 2 * MINUTE, 1));
    indicators.onTrade(0, 69 * SECOND, 100, 1);

    assertThat(indicators.onTrade(0, 70 * SECOND, 100, 1)).isTrue();
    assertThat(indicators.onTrade(0, 129 * SECOND, 100, 1)).isFalse();
    assertThat(indicators.onTrade(0, 130 * SECOND, 100, 1)).isTrue();
    assertThat(indicators.barsSeen(before)).isEqualTo(2);
    assertThat(indicators.barsSeen(after)).isOne();
  }

  @Test
  void shouldCloseAllBarsAtTheEndOfTheSession() {
    int minute = indicators.require(0, IndicatorSpec.of(IndicatorKind.SMA, MINUTE, 1));
    int second = indicators.require(0, IndicatorSpec.of(IndicatorKind.SMA, SECOND, 1));
    indicators.onTrade(0, 5, 100, 1);

    assertThat(indicators.onSessionEnd(0)).isTrue();
    assertThat(indicators.closedNow(minute)).isTrue();
    assertThat(indicators.value(minute)).isEqualTo(100);
    assertThat(indicators.value(second)).isEqualTo(100);
    assertThat(indicators.onSessionEnd(0)).isFalse();
    assertThat(indicators.closedNow(minute)).isFalse();
    assertThat(indicators.barsSeen(minute)).isOne();
  }

  @Test
  void shouldTellTheDirectionOfASuperTrend() {
    int id =
        indicators.require(0, new IndicatorSpec(IndicatorKind.SUPERTREND, MINUTE, 1, 1_000_000));
    int sma = indicators.require(0, SMA_2);
    indicators.onConflatedTrade(0, 0, 110, 100, 109, true);
    indicators.onConflatedTrade(0, MINUTE, 110, 50, 51, true);
    assertThat(indicators.isUp(id)).isTrue();
    indicators.onTrade(0, 2 * MINUTE, 51, 1);

    assertThat(indicators.isUp(id)).isFalse();
    assertThatThrownBy(() -> indicators.isUp(sma)).isInstanceOf(ClassCastException.class);
  }

  @Test
  void shouldRefuseAnUnknownInstrumentAndTooManyIndicators() {
    assertThatThrownBy(() -> indicators.require(40, SMA_2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("instrumentId=40, expected 0 to below 40");
    assertThatThrownBy(() -> indicators.require(-1, SMA_2))
        .isInstanceOf(IllegalArgumentException.class);

    for (int i = 0; i < Indicators.MAX_INDICATORS; i++) {
      IndicatorKind kind = i < 8192 ? IndicatorKind.EMA : IndicatorKind.ATR;
      indicators.require(i % 32, IndicatorSpec.of(kind, MINUTE, 1 + i / 32 % 256));
    }
    assertThat(indicators.count()).isEqualTo(Indicators.MAX_INDICATORS);
    assertThatThrownBy(() -> indicators.require(0, SMA_2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("more than 16384 indicators");
    assertThat(indicators.require(0, IndicatorSpec.of(IndicatorKind.EMA, MINUTE, 1))).isZero();
  }

  @Test
  void shouldGoOnFromWhatWasWritten() {
    Random random = Seeds.random(this);
    for (int round = 0; round < 50; round++) {
      Indicators whole = new Indicators();
      addInstruments(whole);
      run(whole, random, 1 + random.nextInt(3_000));
      StateNumbers written = StateNumbers.of(whole::write);
      Indicators restored = new Indicators();
      addInstruments(restored);
      restored.read(written.in());
      assertThat(written.left()).isZero();
      assertEqual(restored, whole);

      long seed = random.nextLong();
      run(whole, new Random(seed), 2_000);
      run(restored, new Random(seed), 2_000);
      assertEqual(restored, whole);
    }
  }

  @Test
  void shouldWriteAsManyInstrumentsAsItHasRoomFor() {
    Indicators whole = new Indicators();
    Indicators restored = new Indicators();
    for (int i = 0; i < 16; i++) {
      whole.addInstrument();
      restored.addInstrument();
    }
    whole.require(15, IndicatorSpec.of(IndicatorKind.SMA, MINUTE, 2));

    restored.read(StateNumbers.of(whole::write).in());

    assertEqual(restored, whole);
  }

  private static void assertEqual(Indicators one, Indicators other) {
    assertThat(hash(one)).isEqualTo(hash(other));
    assertThat(one.count()).isEqualTo(other.count());
    for (int id = 0; id < one.count(); id++) {
      assertThat(one.value(id)).isEqualTo(other.value(id));
      assertThat(one.previous(id)).isEqualTo(other.previous(id));
      assertThat(one.barsSeen(id)).isEqualTo(other.barsSeen(id));
      assertThat(one.closedNow(id)).isEqualTo(other.closedNow(id));
    }
  }

  private static long hash(Indicators of) {
    StateHash hash = StateHash.ofAll();
    of.write(hash);
    return hash.value();
  }

  /** Everything that can happen, on three instruments. */
  private static void run(Indicators to, Random random, int events) {
    long timeNs = 1_000 * MINUTE;
    long priceE8 = 1_000_000;
    for (int i = 0; i < events; i++) {
      int instrument = random.nextInt(3);
      timeNs += random.nextInt(10) * SECOND;
      priceE8 += random.nextInt(201) - 100;
      switch (random.nextInt(100)) {
        case 0 -> to.onSessionStart(instrument, timeNs);
        case 1 -> to.onSessionEnd(instrument);
        case 2 -> to.require(instrument, anySpec(random));
        case 3 -> to.onTrade(instrument, timeNs - MINUTE, priceE8, E8.NULL);
        case 4, 5, 6 ->
            to.onConflatedTrade(
                instrument, timeNs, priceE8 + 50, priceE8 - 50, priceE8, random.nextBoolean());
        default -> to.onTrade(instrument, timeNs, priceE8, random.nextInt(1_000));
      }
    }
  }

  private static IndicatorSpec anySpec(Random random) {
    IndicatorKind kind = IndicatorKind.of(1 + random.nextInt(7));
    long barNs = random.nextBoolean() ? MINUTE : 5 * SECOND;
    long multiplierE6 = kind == IndicatorKind.SUPERTREND ? 1_500_000 : 0;
    return new IndicatorSpec(kind, barNs, 1 + random.nextInt(12), multiplierE6);
  }

  @Test
  void shouldRefuseAStateThatEndsEarly() {
    indicators.require(0, SMA_2);
    StateNumbers written = StateNumbers.of(indicators::write);
    for (int kept = 0; kept < written.size(); kept++) {
      Indicators other = new Indicators();
      addInstruments(other);
      StateNumbers cut = StateNumbers.of(indicators::write).cutTo(kept);
      assertThatThrownBy(() -> other.read(cut.in())).isInstanceOf(NoSuchElementException.class);
    }
  }
}
