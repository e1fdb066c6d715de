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
}
