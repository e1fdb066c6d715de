package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Short spellings of policy blocks for hand-written cases. Absent keys are {@code null}. */
final class Policies {

  private Policies() {}

  static NaivePolicy none() {
    return NaivePolicy.named("case");
  }

  static NaivePolicy stopPercent(String percent) {
    return none().withStopLoss(new NaivePolicy.StopLoss.AtPercent(decimal(percent)));
  }

  static NaivePolicy stopPrice(String price) {
    return none().withStopLoss(new NaivePolicy.StopLoss.AtPrice(decimal(price)));
  }

  static NaivePolicy stopTicks(int ticks) {
    return none().withStopLoss(new NaivePolicy.StopLoss.AtTicks(ticks));
  }

  static NaivePolicy.TakeProfit targetPercent(String percent) {
    return new NaivePolicy.TakeProfit.AtPercent(decimal(percent));
  }

  static NaivePolicy.TakeProfit targetPrice(String price) {
    return new NaivePolicy.TakeProfit.AtPrice(decimal(price));
  }

  static NaivePolicy.TakeProfit ladder(NaivePolicy.Rung... rungs) {
    return new NaivePolicy.TakeProfit.Ladder(List.of(rungs));
  }

  static NaivePolicy.Rung rung(int afterSeconds, String percent) {
    return new NaivePolicy.Rung(Duration.ofSeconds(afterSeconds), decimal(percent));
  }

  static NaivePolicy.Rung any(int afterSeconds) {
    return NaivePolicy.Rung.any(Duration.ofSeconds(afterSeconds));
  }

  static NaivePolicy.Trailing trailing(String percent, String activateAt, String step) {
    return new NaivePolicy.Trailing(decimal(percent), decimal(activateAt), decimal(step), null);
  }

  static NaivePolicy.Trailing tightening(
      String percent, String activateAt, String tightenAt, String tightenPercent) {
    return new NaivePolicy.Trailing(
        decimal(percent),
        decimal(activateAt),
        null,
        new NaivePolicy.Tighten(decimal(tightenAt), decimal(tightenPercent)));
  }

  private static BigDecimal decimal(String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
