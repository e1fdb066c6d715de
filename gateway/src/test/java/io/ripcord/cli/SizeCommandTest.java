package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(size(20, "--risk", "500", "--bar", "1", "--config", config.toString(), "--json"))
        .contains("\"atr\" : \"2\"", "\"distance\" : \"4\"", "\"quantity\" : \"60\"");
  }

  @Test
  void shouldKeepTheLeastDistance() throws IOException {
    assertThat(size(20, "--risk", "505", "--bar", "1", "--min-percent", "10", "--period", "3"))
        .contains("a stop 10.1 away (10 percent) risks 505 on 50");
  }

  @Test
  void shouldRefuseATapeThatIsTooShort() throws IOException {
    Cli.Outcome short14 =
        Cli.run("size", "--tape", tape(13), "--symbol", "ACME", "--risk", "500", "--bar", "1");

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
    assertThat(refused.err()).contains("found no trade of NONE");
  }
}
