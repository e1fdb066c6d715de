package io.ripcord.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.money.E8;
import io.ripcord.state.StateHash;
import io.ripcord.testing.Seeds;
import io.ripcord.testing.StateNumbers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind against its definition in numbers without bounds, and what all kinds promise. */
class IndicatorPropertiesTest {
  private static final long BAR_NS = IndicatorSpec.MIN_BAR_NS;

  private static IndicatorSpec spec(IndicatorKind kind, int period, long multiplierE6) {
    return new IndicatorSpec(
        kind, BAR_NS, period, kind == IndicatorKind.SUPERTREND ? multiplierE6 : 0);
  }

  private static void assertExact(IndicatorSpec spec, List<Candle> candles) {
    BigInteger[] exact = ExactIndicators.of(spec, candles);
    Indicator indicator = spec.kind().create(spec);
    for (int i = 0; i < exact.length; i++) {
      indicator.onBar(candles.get(i).bar());
      if (exact[i] == null) {
        assertThat(indicator.isWarm()).isFalse();
      } else if (indicator.value() != exact[i].longValueExact()) {
        assertThat(indicator.value()).as("%s bar %d", spec, i).isEqualTo(exact[i]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldEqualItsDefinition(IndicatorKind kind) {
    Random random = Seeds.random(this);
    for (int period : new int[] {1, 2, 3, 5, 10, 14, 20, 100, 200, 1000}) {
      IndicatorSpec spec = spec(kind, period, 1 + random.nextInt(6_000_000));
      assertExact(spec, Candle.walk(random, 2 * period + 40, 6_000_000_000_000L, 10_000_000));
      // Few different numbers: many ties, and closes that meet a band.
      assertExact(spec, Candle.walk(random, 2 * period + 400, 20, 1));
      assertExact(spec, anySize(random, 2 * period + 40));
    }
  }

  /** Prices from the smallest to the largest that may enter. */
  private static List<Candle> anySize(Random random, int count) {
    List<Candle> candles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long a = 1 + Seeds.magnitude(random, E8.MAX_VALUE - 1);
      long b = 1 + Seeds.magnitude(random, E8.MAX_VALUE - 1);
      long close = random.nextBoolean() ? a : b;
      candles.add(
          new Candle(
              Math.max(a, b),
              Math.min(a, b),
              close,
              Seeds.magnitude(random, Long.MAX_VALUE / 1024)));
    }
    return candles;
  }

  @ParameterizedTest
  @EnumSource
  void shouldStayExactAtTheExtremes(IndicatorKind kind) {
    List<Candle> candles = new ArrayList<>();
    for (int i = 0; i < 2_100; i++) {
      long close = i % 2 == 0 ? E8.MAX_VALUE : 1;
      candles.add(new Candle(E8.MAX_VALUE, 1, close, Long.MAX_VALUE));
    }
    for (int period : new int[] {1, 2, 3, 999, IndicatorSpec.MAX_PERIOD}) {
      assertExact(spec(kind, period, IndicatorSpec.MAX_MULTIPLIER_E6), candles);
      assertExact(spec(kind, period, 1), candles);
    }
  }

  @Test
  void shouldBeOffByOneUnitAtMostWhereATotalPassesALong() {
    Random random = Seeds.random(this);
    for (int round = 0; round < 200; round++) {
      List<Candle> candles = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        candles.add(Candle.volume(Seeds.magnitude(random, Long.MAX_VALUE)));
      }
      IndicatorSpec spec = spec(IndicatorKind.VOLUME_RATIO, 20, 0);
      BigInteger[] exact = ExactIndicators.of(spec, candles);
      VolumeRatio ratio = new VolumeRatio(20);
      for (int i = 0; i < exact.length; i++) {
        ratio.onBar(candles.get(i).bar());
        if (exact[i] != null) {
          assertThat(ratio.valueE6() - exact[i].longValueExact()).isBetween(-1L, 1L);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldGoOnFromWhatWasWrittenAfterAnyBar(IndicatorKind kind) {
    IndicatorSpec spec = spec(kind, 7, 2_000_000);
    List<Candle> candles = Candle.walk(Seeds.random(this), 200, 1_000, 1);
    for (int stop = 0; stop <= 150; stop++) {
      Indicator whole = kind.create(spec);
      for (Candle candle : candles.subList(0, stop)) {
        whole.onBar(candle.bar());
      }
      StateNumbers written = StateNumbers.of(whole::write);
      Indicator restored = kind.create(spec);
      restored.read(written.in());
      assertThat(written.left()).isZero();
      assertThat(hash(restored)).isEqualTo(hash(whole));
      assertThat(restored.previous()).isEqualTo(whole.previous());
      for (Candle candle : candles.subList(stop, candles.size())) {
        whole.onBar(candle.bar());
        restored.onBar(candle.bar());
        assertThat(restored.value()).isEqualTo(whole.value());
        assertThat(hash(restored)).isEqualTo(hash(whole));
      }
      assertThat(restored.barsSeen()).isEqualTo(candles.size());
    }
  }

  private static long hash(Indicator indicator) {
    StateHash hash = StateHash.ofAll();
    indicator.write(hash);
    return hash.value();
  }

  /** Same inputs, same bits: on every JVM, processor and day. */
  @Test
  void shouldGiveTheSameBitsEverywhere() {
    StateHash hash = StateHash.ofAll();
    Random random = new Random(4);
    for (IndicatorKind kind : IndicatorKind.values()) {
      for (int period : new int[] {1, 9, 14, 100}) {
        Indicator indicator = kind.create(spec(kind, period, 3_000_000));
        for (Candle candle : Candle.walk(random, 5_000, 6_000_000_000_000L, 10_000_000)) {
          indicator.onBar(candle.bar());
          hash.put(indicator.value());
        }
      }
    }

    assertThat(hash.value()).isEqualTo(3_213_133_382_212_360_152L);
  }

  @Test
  void shouldRefuseWhatIsOutOfBounds() {
    assertRefused(() -> IndicatorSpec.of(IndicatorKind.SMA, BAR_NS, 0), "period=0, expected 1");
    assertRefused(() -> IndicatorSpec.of(IndicatorKind.SMA, BAR_NS, 1001), "expected 1 to 1000");
    assertRefused(() -> IndicatorSpec.of(IndicatorKind.SMA, BAR_NS - 1, 9), "barNs=999999999");
    assertRefused(() -> IndicatorSpec.of(IndicatorKind.SMA, 7 * BAR_NS, 9), "divides a day");
    assertRefused(() -> IndicatorSpec.of(IndicatorKind.SMA, 2 * 86_400 * BAR_NS, 9), "barNs=");
    assertRefused(() -> IndicatorSpec.of(null, BAR_NS, 9), "without kind");
    assertRefused(() -> IndicatorSpec.of(IndicatorKind.SUPERTREND, BAR_NS, 9), "multiplierE6=0");
    assertRefused(
        () -> new IndicatorSpec(IndicatorKind.SUPERTREND, BAR_NS, 9, 50_000_001), "to 50000000");
    assertRefused(() -> new IndicatorSpec(IndicatorKind.ATR, BAR_NS, 9, 1), "expected 0: ATR");
    assertRefused(() -> IndicatorKind.of(0), "indicator kind=0");
    assertRefused(() -> IndicatorKind.of(8), "indicator kind=8");
    assertThat(IndicatorSpec.of(IndicatorKind.SMA, IndicatorSpec.MAX_BAR_NS, 1).period()).isOne();
  }

  private static void assertRefused(Runnable creation, String message) {
    assertThatThrownBy(creation::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void shouldFindEveryKindByItsCode() {
    for (IndicatorKind kind : IndicatorKind.values()) {
      assertThat(IndicatorKind.of(kind.code())).isEqualTo(kind);
    }
  }
}
