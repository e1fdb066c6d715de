package io.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExitSentenceTest {
  private static ExitRow row(Side side, ExitReason reason, String level, String trigger) {
    return new ExitRow(
        7,
        false,
        "BTCUSDT",
        side,
        E8.parse("61800"),
        reason,
        ExitSource.MONITOR_TRAILING,
        E8.parse("0.5"),
        level == null ? E8.NULL : E8.parse(level),
        0,
        E8.parse(trigger));
  }

  private static ExitRow filled(ExitRow row, String price, String pnl) {
    row.fillTimeNs = 0;
    row.fillPriceE8 = E8.parse(price);
    row.pnlE8 = E8.parse(pnl);
    return row;
  }

  private static ExitRow proven(ExitRow row, String time) {
    Instant instant = Instant.parse(time);
    row.provenTimeNs = instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    return row;
  }

  @Test
  void shouldTellOfAProvenExitOfALong() {
    ExitRow row =
        filled(row(Side.LONG, ExitReason.TRAILING_STOP, "61815.06408", "61814.1"), "61814", "7");

    assertThat(ExitSentence.of(proven(row, "2024-08-08T23:54:47.406789012Z")))
        .isEqualTo(
            "#7 SOLD 0.5 BTCUSDT @ 61814. Trailing stop 61815.06408. Slip 0.1."
                + " FLAT, proven 23:54:47.406. Net +7.");
  }

  @Test
  void shouldTellOfAProvenExitOfAShort() {
    ExitRow row =
        filled(row(Side.SHORT, ExitReason.STOP_LOSS, "61835", "61835"), "61832.4", "-16.2");

    assertThat(ExitSentence.of(proven(row, "2024-08-08T23:54:42Z")))
        .isEqualTo(
            "#7 BOUGHT 0.5 BTCUSDT @ 61832.4. Stop loss 61835. Slip -2.6."
                + " FLAT, proven 23:54:42.000. Net -16.2.");
  }

  @Test
  void shouldLeaveOutALevelThatThereIsNot() {
    ExitRow row = filled(row(Side.LONG, ExitReason.SIGNAL, null, "61800"), "61800", "0");

    assertThat(ExitSentence.of(proven(row, "2024-08-08T00:00:00.5Z")))
        .isEqualTo(
            "#7 SOLD 0.5 BTCUSDT @ 61800. Signal. Slip 0. FLAT, proven 00:00:00.500. Net 0.");
  }

  @Test
  void shouldNotCallFlatWhatIsNotProven() {
    ExitRow row = row(Side.LONG, ExitReason.TAKE_PROFIT, "62000", "62000");
    assertThat(ExitSentence.of(row)).isEqualTo("#7 SOLD 0.5 BTCUSDT: SENT, not filled.");

    assertThat(ExitSentence.of(filled(row, "62001", "100.5")))
        .isEqualTo(
            "#7 SOLD 0.5 BTCUSDT @ 62001. Take profit 62000. Slip -1. SENT, not proven."
                + " Net +100.5.");
  }

  @Test
  void shouldCountSlippageAgainstTheTraderAsPositive() {
    assertThat(filled(row(Side.LONG, ExitReason.TIME, null, "100"), "99", "0").slippageE8())
        .isEqualTo(E8.ONE);
    assertThat(filled(row(Side.SHORT, ExitReason.TIME, null, "100"), "99", "0").slippageE8())
        .isEqualTo(-E8.ONE);
    assertThat(filled(row(Side.SHORT, ExitReason.TIME, null, "100"), "99", "0").slippageCostE8())
        .isEqualTo(-E8.ONE / 2);
    assertThat(row(Side.LONG, ExitReason.TIME, null, "100").slippageE8()).isZero();
  }

  @Test
  void shouldGiveTheProfitInPercentOfTheEntryHalfEven() {
    ExitRow up = filled(row(Side.LONG, ExitReason.TIME, null, "1"), "61803.09", "0");
    ExitRow down = filled(row(Side.SHORT, ExitReason.TIME, null, "1"), "61803.09", "0");

    assertThat(up.profitPercent()).isEqualByComparingTo("0.005");
    assertThat(down.profitPercent()).isEqualByComparingTo("-0.005");
    assertThat(row(Side.LONG, ExitReason.TIME, null, "1").profitPercent()).isNull();
  }
}
