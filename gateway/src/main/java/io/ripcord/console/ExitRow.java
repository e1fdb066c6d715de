package io.ripcord.console;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One exit intent as a report shows it, of a whole position or of a part of it; filled while the
 * journal is folded. Price and profit are those of its own fills.
 */
public final class ExitRow {
  private static final int PERCENT_DECIMALS = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final RowFills fills = new RowFills();
  private final RowFills entered = new RowFills();

  final long position;
  private final boolean isPart;
  final String symbol;
  final Side side;
  long entryPriceE8;
  final ExitReason reason;
  final ExitSource source;
  long quantityE8;
  final long levelE8;
  final long triggerTimeNs;
  final long triggerPriceE8;
  final List<String> clOrdIds = new ArrayList<>();
  long fillTimeNs = E8.NULL;
  long fillPriceE8 = E8.NULL;
  long pnlE8;
  long provenTimeNs = E8.NULL;

  ExitRow(
      long position,
      boolean isPart,
      String symbol,
      Side side,
      long entryPriceE8,
      ExitReason reason,
      ExitSource source,
      long quantityE8,
      long levelE8,
      long triggerTimeNs,
      long triggerPriceE8) {
    this.position = position;
    this.isPart = isPart;
    this.symbol = symbol;
    this.side = side;
    this.entryPriceE8 = entryPriceE8;
    this.reason = reason;
    this.source = source;
    this.quantityE8 = quantityE8;
    this.levelE8 = levelE8;
    this.triggerTimeNs = triggerTimeNs;
    this.triggerPriceE8 = triggerPriceE8;
  }

  /** Counts a fill against the position's average entry price of this moment. */
  void fill(long fillE8, long priceE8, long timeNs, long positionEntryE8) {
    fills.add(fillE8, priceE8, timeNs);
    entered.add(fillE8, positionEntryE8, timeNs);
    fillTimeNs = timeNs;
    fillPriceE8 = fills.priceE8();
    entryPriceE8 = entered.priceE8();
    // An exit takes over what a part leaves, and what an addition still brings.
    quantityE8 = Math.max(quantityE8, fills.quantityE8());
  }

  /** Whether an order of a part is a further attempt of this one. */
  boolean goesOnWith(ExitRow next) {
    return !isFilled()
        && reason == next.reason
        && triggerTimeNs == next.triggerTimeNs
        && triggerPriceE8 == next.triggerPriceE8;
  }

  /** Whether all that it was for is filled. */
  boolean isFilled() {
    return fills.quantityE8() >= quantityE8;
  }

  /** Whether the rest of the position stays open. */
  public boolean isPart() {
    return isPart;
  }

  /** The position's number. */
  public long position() {
    return position;
  }

  /** Which rule fired. */
  public ExitReason reason() {
    return reason;
  }

  /** Profit in the currency of the instrument, at 1e-8. */
  public long pnlE8() {
    return pnlE8;
  }

  /** Which layer fired. */
  public ExitSource source() {
    return source;
  }

  /** What it was for, in units at 1e-8. */
  public long quantityE8() {
    return quantityE8;
  }

  /** The level that was touched, {@link E8#NULL} if the rule has none. */
  public long levelE8() {
    return levelE8;
  }

  /** When it was decided, in nanoseconds since the epoch. */
  public long triggerTimeNs() {
    return triggerTimeNs;
  }

  /** The price that fired it, {@link E8#NULL} if none was known. */
  public long triggerPriceE8() {
    return triggerPriceE8;
  }

  /** Whether the venue has proved it flat; of a part, whether it is filled or the rest is flat. */
  public boolean isProven() {
    return provenTimeNs != E8.NULL;
  }

  /** Profit in percent of the entry price, half even, {@code null} before a fill. */
  public BigDecimal profitPercent() {
    if (fillPriceE8 == E8.NULL) {
      return null;
    }
    return BigDecimal.valueOf(side.sign() * (fillPriceE8 - entryPriceE8))
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(entryPriceE8), PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** How much worse than the trigger price the fill was, positive is worse; 0 before a fill. */
  public long slippageE8() {
    return fillPriceE8 == E8.NULL || triggerPriceE8 == E8.NULL
        ? 0
        : side.sign() * (triggerPriceE8 - fillPriceE8);
  }

  /** What the slippage cost over the whole quantity, half even at 1e-8; multiplier aside. */
  public long slippageCostE8() {
    return BigDecimal.valueOf(slippageE8())
        .multiply(BigDecimal.valueOf(quantityE8))
        .divide(BigDecimal.valueOf(E8.ONE), 0, RoundingMode.HALF_EVEN)
        .longValue();
  }

  /** Names and values of what matters to an operator, in turn. */
  public Object[] fields() {
    return new Object[] {
      "position",
      position,
      "symbol",
      symbol,
      "reason",
      reason,
      "quantity",
      E8.format(quantityE8),
      "price",
      fillPriceE8 == E8.NULL ? "" : E8.format(fillPriceE8),
      "net",
      E8.format(pnlE8)
    };
  }
}
