package io.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @Test
  void shouldReadUpToTheFirstZero() {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[8]);
    buffer.putStringWithoutLengthAscii(1, "abc");

    assertThat(Texts.ascii(buffer, 1, 7)).isEqualTo("abc");
    assertThat(Texts.ascii(buffer, 1, 2)).isEqualTo("ab");
    assertThat(Texts.ascii(buffer, 0, 8)).isEmpty();
  }

  @Test
  void shouldSpellHexadecimal() {
    assertThat(Texts.hex(new UnsafeBuffer(new byte[] {0, 15, -1, -128}), 0, 4))
        .isEqualTo("000fff80");
    assertThat(Texts.hex(0L)).isEqualTo("0000000000000000");
    assertThat(Texts.hex(-2L)).isEqualTo("fffffffffffffffe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "BTCUSDT", "NIFTY26NOV24500CE", "~!", "M&M-EQ"})
  void shouldTakeNames(String name) {
    assertThat(Texts.isName(name)).isTrue();
    assertThat(Texts.isName(name + "x".repeat(64 - name.length()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\n", "a\u0000", "\u00e9", "\u007f", "\u6771"})
  void shouldRefuseOtherTexts(String name) {
    assertThat(Texts.isName(name)).isFalse();
    assertThat(Texts.isName("x".repeat(65))).isFalse();
  }

  @Test
  void shouldSpellDurationsInTheirUnits() {
    assertThat(Texts.duration(0)).isEqualTo("0s");
    assertThat(Texts.duration(90 * 60_000_000_000L)).isEqualTo("1h30m");
    assertThat(Texts.duration(86_400_000_000_001L)).isEqualTo("1d1ns");
    assertThat(Texts.duration(1_250_003_000L)).isEqualTo("1s250ms3us");
    assertThat(Texts.duration(-1_000_000)).isEqualTo("-1ms");
    assertThat(Texts.duration(Long.MIN_VALUE)).isEqualTo("-106751d23h47m16s854ms775us808ns");
  }
}
