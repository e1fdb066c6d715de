package io.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule as a trader reads it. */
class RuleTextTest {
  private static final long ONE = 1_000_000;
  private static final long NONE = E8.NULL;
  private static final long MINUTE = 60_000 * ONE;
  private static final RuleText TEXT = new RuleText(Map.of(1L, "Asia/Kolkata", 2L, "TSLA"));

  private static Arguments rule(String text, RuleKind kind, long... parameters) {
    return Arguments.of(text, new RuleSpec(kind, parameters));
  }

  static Stream<Arguments> rules() {
    return Stream.of(fixed(), following(), managing(), timed()).flatMap(part -> part);
  }

  private static Stream<Arguments> fixed() {
    return Stream.of(
        rule("stop-loss (percent 2)", RuleKind.STOP_LOSS, NONE, 2 * ONE, NONE),
        rule("stop-loss (price 98)", RuleKind.STOP_LOSS, 98 * E8.ONE, NONE, NONE),
        rule("stop-loss (ticks 4)", RuleKind.STOP_LOSS, NONE, NONE, 4),
        rule("take-profit (percent 4.5)", RuleKind.TAKE_PROFIT, NONE, 4_500_000),
        rule(
            "target-ladder (0s: 10 %, 1h: 4 %, 4h: any price)",
            RuleKind.TARGET_LADDER, 0, 60 * MINUTE, 240 * MINUTE, 10 * ONE, 4 * ONE, NONE));
  }

  private static Stream<Arguments> following() {
    return Stream.of(
        rule(
            "trailing-stop (percent 1, activate-at 2, tighten-at 5, tighten-percent 0.5)",
            RuleKind.TRAILING_STOP,
            ONE,
            2 * ONE,
            0,
            5 * ONE,
            ONE / 2),
        rule("trailing-ticks (ticks 4, step 1)", RuleKind.TRAILING_TICKS, 4, 0, ONE, NONE, NONE),
        rule(
            "trailing-atr (period 14, multiplier 2, bar 1m)",
            RuleKind.TRAILING_ATR,
            14,
            2 * ONE,
            MINUTE,
            0,
            0,
            NONE,
            NONE),
        rule(
            "supertrend (period 10, multiplier 3, bar 1m)",
            RuleKind.SUPERTREND,
            10,
            3 * ONE,
            MINUTE),
        rule("ma-cross (fast 9, slow 21, type ema, bar 1m)", RuleKind.MA_CROSS, 9, 21, 1, MINUTE),
        rule(
            "atr-stop (period 14, multiplier 2, bar 1m, min-percent 1.2, fallback-percent 2)",
            RuleKind.ATR_STOP,
            14,
            2 * ONE,
            MINUTE,
            1_200_000,
            2 * ONE),
        rule(
            "risk-reward (strategy fixed-ratio, base 1.5, min 1, max 3, symbol1 TSLA, symbol-base1"
                + " 2)",
            RuleKind.RISK_REWARD,
            0,
            1_500_000,
            ONE,
            3 * ONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            2,
            2 * ONE));
  }

  private static Stream<Arguments> managing() {
    return Stream.of(
        rule("break-even (at 10, lock 2)", RuleKind.BREAK_EVEN, 10 * ONE, 2 * ONE),
        rule("break-even (at 10, lock fees)", RuleKind.BREAK_EVEN, 10 * ONE, NONE),
        rule(
            "partial (15 %: close 50 %, 25 % after 10m: close 75 %)",
            RuleKind.PARTIAL, 15 * ONE, 0, 50 * ONE, 25 * ONE, 10 * MINUTE, 75 * ONE),
        rule(
            "scale-in (at 5, add 25, momentum-bars 5, momentum 3, volume-ratio 1.5, max-adds 1, bar"
                + " 1m)",
            RuleKind.SCALE_IN,
            5 * ONE,
            25 * ONE,
            5,
            3 * ONE,
            1_500_000,
            1,
            MINUTE));
  }

  private static Stream<Arguments> timed() {
    return Stream.of(
        rule("max-age (4h)", RuleKind.MAX_AGE, 240 * MINUTE),
        rule(
            "time-tighten (1m: 1 %, 2m: 0.5 %)",
            RuleKind.TIME_TIGHTEN, MINUTE, ONE, 2 * MINUTE, ONE / 2),
        rule("square-off (15:00 Asia/Kolkata)", RuleKind.SQUARE_OFF, 900 * MINUTE, NONE, 1),
        rule("square-off (15m before the close)", RuleKind.SQUARE_OFF, NONE, 15 * MINUTE, NONE),
        rule(
            "volatility (fast 14, slow 100, tighten-above 1.5, bar 1m)",
            RuleKind.VOLATILITY,
            14,
            100,
            1_500_000,
            NONE,
            MINUTE),
        rule("hard-stop (percent 6)", RuleKind.HARD_STOP, 6 * ONE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void shouldReadAsThePolicyDoes(String text, RuleSpec rule) {
    assertThat(TEXT.rule(rule)).isEqualTo(text);
  }

  @Test
  void shouldLeaveOutNoRule() {
    Set<RuleKind> known =
        rules().map(row -> ((RuleSpec) row.get()[1]).kind()).collect(Collectors.toSet());

    assertThat(EnumSet.allOf(RuleKind.class).stream().filter(kind -> !kind.isSetting()))
        .allMatch(known::contains);
  }
}
