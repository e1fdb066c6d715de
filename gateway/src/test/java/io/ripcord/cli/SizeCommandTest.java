package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of 2 in every bar of a second: ATR 2, by hand. */
class SizeCommandTest {
  @TempDir private Path folder;

  private Path tape(int bars) throws IOException {
    StringBuilder rows = new StringBuilder("time,symbol,last,quantity,bid,ask\n");
    for (int second = 0; second <= bars; second++) {
      for (String price : new String[] {"100", "102", "101"}) {
        rows.append("2026-01-05T10:00:%02dZ,ACME,%s,1,,%n".formatted(second, price));
      }
    }
    return Files.writeString(folder.resolve("tape.csv"), rows);
  }

  private String size(int bars, String... more) throws IOException {
    String[] all = new String[] {"size", "--tape", tape(bars).toString(), "--symbol", "ACME"};
    String[] arguments = new String[all.length + more.length];
    System.arraycopy(all, 0, arguments, 0, all.length);
    System.arraycopy(more, 0, arguments, all.length, more.length);
    return Cli.run((Object[]) arguments).out();
  }

  @Test
  void shouldSizeByTheRangeAtTheEndOfTheTape() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("ripcord.yaml"),
            "instruments:\n  ACME: {price-increment: 0.5, lot: 5, multiplier: 2}\n");

    // Two ranges are 4; times the multiplier 8 per unit: 500 / 8 = 62.5, in lots of 5.
    assertThat(size(20, "--risk", "500", "--bar", "1s", "--config", config.toString(), "--json"))
        .contains("\"atr\" : \"2\"", "\"distance\" : \"4\"", "\"quantity\" : \"60\"");
  }

  @Test
  void shouldKeepTheLeastDistance() throws IOException {
    assertThat(size(20, "--risk", "505", "--bar", "1s", "--min-percent", "10", "--period", "3"))
        .contains("a stop 10.1 away (10 percent) risks 505 on 50");
  }

  @Test
  void shouldRefuseATapeThatIsTooShort() throws IOException {
    Cli.Outcome short14 =
        Cli.run("size", "--tape", tape(13), "--symbol", "ACME", "--risk", "500", "--bar", "1s");

    assertThat(short14.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(short14.err()).contains("found 13 whole bars of ACME, expected at least 14");
  }

  @Test
  void shouldRefuseNumbersThatAreNone() throws IOException {
    Cli.Outcome refused = Cli.run("size", "--tape", tape(3), "--symbol", "ACME", "--risk", "much");

    assertThat(refused.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(refused.err()).contains("--risk: found 'much', expected a decimal number");
  }

  @Test
  void shouldNameASymbolThatDoesNotTrade() throws IOException {
    Cli.Outcome refused = Cli.run("size", "--tape", tape(3), "--symbol", "NONE", "--risk", "5");

    assertThat(refused.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(refused.err()).contains("found no trade of NONE, expected 'ACME'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--bar | 60 | --bar: found '60', expected a duration from 1s to 1d that divides 1d, such as"
            + " 1m",
        "--bar | 7m | --bar: found '7m', expected a duration from 1s to 1d that divides 1d, such as"
            + " 1m",
        "--period | 0 | --period: found '0', expected a whole number from 1 to 500",
        "--period | ten | --period: found 'ten', expected a whole number from 1 to 500",
        "--multiplier | 0 | --multiplier: found '0', expected a number from 0.01 to 100, with at"
            + " most 6 decimals",
        "--min-percent | -1 | --min-percent: found '-1', expected a decimal number from 0 to 50",
      })
  void shouldTakeItsValuesAsPoliciesDo(String option, String value, String message)
      throws IOException {
    Cli.Outcome refused =
        Cli.run("size", "--tape", tape(3), "--symbol", "ACME", "--risk", "5", option + "=" + value);

    assertThat(refused.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(refused.err().lines().findFirst().orElseThrow()).startsWith("ripcord: " + message);
  }
}
