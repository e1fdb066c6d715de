package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
  @ParameterizedTest
  @CsvSource({
    "0,0,0ms",
    "0m,0,0ms",
    "1ns,1,1ns",
    "1500ns,1500,1500ns",
    "250us,250000,250us",
    "500ms,500000000,500ms",
    "1000ms,1000000000,1s",
    "90s,90000000000,90s",
    "60m,3600000000000,1h",
    "4h,14400000000000,4h",
    "24h,86400000000000,1d",
    "106751d,9223286400000000000,106751d"
  })
  void shouldReadDurations(String text, long durationNs, String canonical) {
    assertThat(Durations.parse(text)).isEqualTo(durationNs);
    assertThat(Durations.format(durationNs)).isEqualTo(canonical);
    assertThat(Durations.parse(canonical)).isEqualTo(durationNs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "1.5s",
        "-1s",
        "+1s",
        "1 s",
        "1S",
        "1min",
        "s",
        "106752d",
        "99999999999999999999s"
      })
  void shouldRefuseWhatIsNoDuration(String text) {
    assertThat(Durations.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0B",
    "0MiB,0,0B",
    "1B,1,1B",
    "1025B,1025,1025B",
    "64MiB,67108864,64MiB",
    "1024KiB,1048576,1MiB",
    "64GiB,68719476736,64GiB",
    "2TiB,2199023255552,2TiB"
  })
  void shouldReadSizes(String text, long bytes, String canonical) {
    assertThat(ByteSizes.parse(text)).isEqualTo(bytes);
    assertThat(ByteSizes.format(bytes)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "64MB", "64M", "64mib", "1.5GiB", "-1MiB", "1 MiB", "9000000TiB"})
  void shouldRefuseWhatIsNoSize(String text) {
    assertThat(ByteSizes.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,0",
    "2024-08-08T23:54:20Z,1723161260000000000",
    "2024-08-08T23:54:20.123456789Z,1723161260123456789",
    "2024-08-09T05:24:20+05:30,1723161260000000000",
    "2024-08-08T23:54Z,1723161240000000000",
    "2262-04-11T23:47:16.854775807Z,9223372036854775807"
  })
  void shouldReadInstantsToTheNanosecond(String text, long timeNs) {
    assertThat(Scalars.INSTANT.parse(text)).isEqualTo(timeNs);
    assertThat(Scalars.INSTANT.parse(Scalars.formatInstant(timeNs))).isEqualTo(timeNs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-08-08",
        "2024-08-08T23:54:20",
        "2024-08-08 23:54:20Z",
        "1723161260",
        "2024-08-08T24:00:00Z",
        "2024-02-30T00:00:00Z",
        "2024-08-08T23:54:20.1234567890Z",
        "1969-12-31T23:59:59Z",
        "2262-04-11T23:47:16.854775808Z",
        "+1000000-01-01T00:00:00Z"
      })
  void shouldRefuseWhatIsNoInstant(String text) {
    assertThat(Scalars.INSTANT.parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BTCUSDT", "NSE:NIFTY26NOV24500CE", "a", "A-1/b_c.d:e", "600519"})
  void shouldAcceptNames(String text) {
    assertThat(Scalars.isName(text)).isTrue();
    assertThat(Scalars.isName("x".repeat(64))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\n", "ä", "a'b", "[1]", "a=b"})
  void shouldRefuseWhatNoEventCanCarry(String text) {
    assertThat(Scalars.isName(text)).isFalse();
    assertThat(Scalars.isName("x".repeat(65))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0.12345678,false",
    "0.123456780,false",
    "0.123456789,true",
    "0.000000001,true",
    "1,false",
    "100000000000,false",
    ".0000000001,true",
    "1.,false",
    "x.123456789,false"
  })
  void shouldSeeANinthDecimal(String text, boolean isFiner) {
    assertThat(Scalars.isFinerThanE8(text)).isEqualTo(isFiner);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "0x1F", "1_000", "1,5", "NaN", "Infinity", "", "-", "1.2.3"})
  void shouldNotGuessAtNumbers(String text) {
    assertThat(Scalars.positiveDecimal().parse(text)).isNull();
    assertThat(Scalars.positivePercent().parse(text)).isNull();
    assertThat(Scalars.whole(0, 100_000).parse(text)).isNull();
  }
}
