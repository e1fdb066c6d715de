package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static final List<String> KEYS =
      List.of("stop-loss", "take-profit", "trailing", "signal-exit", "unprotected");

  @ParameterizedTest
  @CsvSource({
    "stop-los,stop-loss",
    "stop_loss,stop-loss",
    "Stop-Loss,stop-loss",
    "sotp-loss,stop-loss",
    "stoploss,stop-loss",
    "take-profti,take-profit",
    "trialing,trailing",
    "unprotcted,unprotected"
  })
  void shouldFindTheNearestWord(String typed, String meant) {
    assertThat(Wording.nearest(typed, KEYS)).hasValue(meant);
  }

  @ParameterizedTest
  @CsvSource({"foo", "x", "percent", "''"})
  void shouldNotGuessWildly(String typed) {
    assertThat(Wording.nearest(typed, KEYS)).isEmpty();
    assertThat(Wording.nearest("stop-loss".repeat(1_000), KEYS)).isEmpty();
  }

  @Test
  void shouldKeepProblemsOnOneLine() {
    Problem problem =
        new Problem(Problem.Severity.ERROR, "a\nb", 1, 2, "found 'x\ry\u2028z\u0000'");

    assertThat(problem).hasToString("a?b:1:2: found 'x?y?z?'");
    assertThat(Wording.quote("x".repeat(100))).hasSize(65).endsWith("...'");
  }

  @Test
  void shouldShortenLists() {
    assertThat(Wording.list(List.of())).isEqualTo("none");
    assertThat(Wording.list(KEYS.subList(0, 2))).isEqualTo("stop-loss, take-profit");
    assertThat(Wording.list(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")))
        .isEqualTo("a, b, c, d, e, f, g, h, i, j and 2 more");
  }
}
