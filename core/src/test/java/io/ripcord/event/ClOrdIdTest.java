package io.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.testing.Seeds;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClOrdIdTest {
  private static final int MAX_INSTANCE = 36 * 36 - 1;
  private static final int MAX_SLICE = 36 * 36 - 1;
  private static final int MAX_KIND = 35;

  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[ClOrdId.LENGTH + 8]);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, 0, 00000000000000000000",
    "0, 1, 1, 1, 0, 14, 0000010000001000100E",
    "1295, 1679615, 2147483647, 1679615, 1295, 35, ZZZZZZ0ZIK0ZJZZZZZZZ",
    "35, 36, 37, 38, 39, 10, 0Z00100000011001213A",
  })
  void shouldSpellItsParts(
      int instance, int epoch, int ordinal, int attempt, int slice, int kind, String expected) {
    assertThat(
            ClOrdId.format(
                ClOrdId.high(instance, epoch, ordinal), ClOrdId.low(ordinal, attempt, slice, kind)))
        .isEqualTo(expected);
  }

  @Test
  void shouldGiveBackWhatWentIn() {
    Random random = Seeds.random(this);
    for (int i = 0; i < 50_000; i++) {
      int instance = (int) Seeds.magnitude(random, MAX_INSTANCE);
      int epoch = (int) Seeds.magnitude(random, ClOrdId.MAX_EPOCH);
      int ordinal = (int) Seeds.magnitude(random, Integer.MAX_VALUE);
      int attempt = (int) Seeds.magnitude(random, ClOrdId.MAX_ATTEMPT);
      long high = ClOrdId.high(instance, epoch, ordinal);
      long low =
          ClOrdId.low(
              ordinal, attempt, random.nextInt(MAX_SLICE + 1), random.nextInt(MAX_KIND + 1));

      ClOrdId.put(buffer, 4, high, low);

      assertThat(ClOrdId.epoch(high)).isEqualTo(epoch);
      assertThat(ClOrdId.positionOrdinal(high, low)).isEqualTo(ordinal);
      assertThat(ClOrdId.attempt(low)).isEqualTo(attempt);
      assertThat(ClOrdId.getHalf(buffer, 4)).isEqualTo(high);
      assertThat(ClOrdId.getHalf(buffer, 4 + ClOrdId.LENGTH / 2)).isEqualTo(low);
      assertThat(buffer.getStringWithoutLengthAscii(4, ClOrdId.LENGTH))
          .isEqualTo(ClOrdId.format(high, low))
          .matches("[0-9A-Z]{20}");
      assertThat(buffer.getInt(0)).isZero();
      assertThat(buffer.getInt(4 + ClOrdId.LENGTH)).isZero();
    }
  }

  @Test
  void shouldNeverGiveOneIdTwice() {
    int[] small = {0, 1, 35, 36, 37, 1295};
    int[] ordinals = {0, 1, 35, 36, 46_655, 46_656, 46_657, Integer.MAX_VALUE};
    Set<String> ids = new HashSet<>();
    int given = 0;
    for (int instance : small) {
      for (int epoch : new int[] {0, 1, 1296, 46_656, ClOrdId.MAX_EPOCH}) {
        for (int ordinal : ordinals) {
          for (int attempt : new int[] {0, 1, 1296, 46_656, ClOrdId.MAX_ATTEMPT}) {
            for (int slice : small) {
              for (int kind : new int[] {0, 14, 35}) {
                given++;
                ids.add(
                    ClOrdId.format(
                        ClOrdId.high(instance, epoch, ordinal),
                        ClOrdId.low(ordinal, attempt, slice, kind)));
              }
            }
          }
        }
      }
    }

    assertThat(ids).hasSize(given);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"000000000a", "00000 0000", "-000000000", "000000000[", "00000\u00000000"})
  void shouldRefuseOtherCharacters(String half) {
    buffer.putStringWithoutLengthAscii(0, half);

    assertThatThrownBy(() -> ClOrdId.getHalf(buffer, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("is no digit of an order id");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 35, 36, 1296, ClOrdId.MAX_EPOCH})
  void shouldLeaveOutNothingButTheEpoch(int epoch) {
    for (int instance : new int[] {0, 1, 1295}) {
      for (int ordinal : new int[] {0, 1, 46_656, Integer.MAX_VALUE}) {
        assertThat(ClOrdId.highWithoutEpoch(ClOrdId.high(instance, epoch, ordinal)))
            .isEqualTo(ClOrdId.high(instance, 0, ordinal));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    ClOrdId.KIND_ENTRY + ", 0000010000001000100A",
    ClOrdId.KIND_BOOKING + ", 0000010000001000100B",
    ClOrdId.KIND_EXIT + ", 0000010000001000100E"
  })
  void shouldTellTheKindsOfOrdersByTheirLastLetter(int kind, String expected) {
    long low = ClOrdId.low(1, 1, 0, kind);

    assertThat(ClOrdId.format(ClOrdId.high(0, 1, 1), low)).isEqualTo(expected);
    assertThat(ClOrdId.kind(low)).isEqualTo(kind);
    assertThat(ClOrdId.attempt(low)).isEqualTo(1);
  }
}
