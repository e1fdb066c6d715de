package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
  private static long parse(String text) {
    byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
    return IsoTime.parseNs(bytes, 1, bytes.length - 1);
  }

  private static long expected(String text) {
    Instant instant = Instant.parse(text);
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }

  @Test
  void shouldAgreeWithTheJdkOnEveryDayAndRandomTimes() {
    for (long day = 0; day < 106_650; day++) {
      String text = Instant.ofEpochSecond(day * 86_400).toString();
      assertThat(parse(text)).as(text).isEqualTo(expected(text));
    }
    SplitMix64 random = new SplitMix64(7);
    for (int i = 0; i < 20_000; i++) {
      long second = (random.next() >>> 1) % 9_214_000_000L;
      String text = Instant.ofEpochSecond(second, random.below(1_000_000_000)).toString();
      assertThat(parse(text)).as(text).isEqualTo(expected(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2024-02-29T12:00:00.1Z",
        "2000-02-29T12:00:00.12Z",
        "2024-08-08T23:54:15.030314667Z",
        "2024-08-08t23:54:15z",
        "2024-08-08T23:54:15+05:30",
        "2024-08-08T23:54:15.5-11:00",
        "2261-12-31T23:59:59.999999999Z",
      })
  void shouldAgreeWithTheJdkOn(String text) {
    assertThat(parse(text)).isEqualTo(expected(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2024-08-08",
        "2024-08-08T23:54:15",
        "2024-08-08T23:54Z",
        "2024-08-08 23:54:15Z",
        "2024-8-08T23:54:15.0Z",
        "2024-08-08T23:54:15.Z",
        "2024-08-08T23:54:15.0123456789Z",
        "2024-08-08T23:54:15.01",
        "2024-08-08T23:54:15ZZ",
        "2024-08-08T23:54:15+0530",
        "2024-08-08T23:54:15+19:00",
        "2024-08-08T23:54:15+05:60",
        "2024-08-08T23:54:60Z",
        "2024-08-08T23:60:15Z",
        "2024-08-08T24:00:00Z",
        "2024-00-08T23:54:15Z",
        "2024-13-08T23:54:15Z",
        "2024-08-00T23:54:15Z",
        "2023-02-29T23:54:15Z",
        "2100-02-29T23:54:15Z",
        "2024-04-31T23:54:15Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00+01:00",
        "2262-01-01T00:00:00Z",
        "-024-08-08T23:54:15Z",
        "2024-08-08T23:54:1xZ",
      })
  void shouldRefuse(String text) {
    assertThat(parse(text)).isEqualTo(IsoTime.INVALID);
  }
}
