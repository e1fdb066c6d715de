package io.ripcord.console;

import io.ripcord.event.Side;
import io.ripcord.event.Texts;
import io.ripcord.money.E8;
import java.util.Locale;

/** One exit in one sentence, the same wherever it is told. */
public final class ExitSentence {
  private static final int CLOCK_BEGIN = 11;
  private static final int CLOCK_END = 23;

  private ExitSentence() {}

  /** Such as {@code #7 SOLD 0.5 BTCUSDT @ 61204.6. Trailing stop 61204.7 ...}. */
  public static String of(ExitRow row) {
    StringBuilder out = new StringBuilder(160);
    out.append('#').append(row.position).append(' ');
    out.append(row.side == Side.LONG ? "SOLD " : "BOUGHT ");
    E8.append(out, row.quantityE8).append(' ').append(row.symbol);
    if (row.fillPriceE8 == E8.NULL) {
      return out.append(": SENT, not filled.").toString();
    }
    E8.append(out.append(" @ "), row.fillPriceE8).append(". ").append(reason(row));
    if (row.levelE8 != E8.NULL) {
      E8.append(out.append(' '), row.levelE8);
    }
    E8.append(out.append(". Slip "), row.slippageE8());
    String proof = row.isPart() ? ". The rest stays open, filled " : ". FLAT, proven ";
    out.append(row.isProven() ? proof + clock(row.provenTimeNs) : ". SENT, not proven");
    out.append(". Net ").append(row.pnlE8 > 0 ? "+" : "");
    return E8.append(out, row.pnlE8).append('.').toString();
  }

  private static String reason(ExitRow row) {
    String words = row.reason.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String clock(long timeNs) {
    return Texts.time(timeNs).substring(CLOCK_BEGIN, CLOCK_END);
  }
}
