package io.ripcord.config;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.util.List;

/**
 * A position to watch. Immutable.
 *
 * @param id given, or counted from 1 in file order
 * @param symbol the venue's name of the instrument
 * @param side direction
 * @param quantityE8 a multiple of the instrument's lot, above 0
 * @param entryPriceE8 {@link E8#NULL}: the first price at or after {@code atNs}
 * @param atNs nanoseconds since the epoch; {@link E8#NULL}: the first tick of the symbol
 * @param policy name of its policy, which exists
 * @param leverageE8 for return on margin only
 * @param line where it stands in its file
 * @param groups names of the groups that it belongs to, besides the account
 */
public record PositionConfig(
    long id,
    String symbol,
    Side side,
    long quantityE8,
    long entryPriceE8,
    long atNs,
    String policy,
    long leverageE8,
    int line,
    List<String> groups) {
  /** Copies the list. */
  public PositionConfig {
    groups = List.copyOf(groups);
  }

  /** A position without a group. */
  public PositionConfig(
      long id,
      String symbol,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long atNs,
      String policy,
      long leverageE8,
      int line) {
    this(id, symbol, side, quantityE8, entryPriceE8, atNs, policy, leverageE8, line, List.of());
  }

  /** Whether the entry price was given. */
  public boolean hasEntryPrice() {
    return entryPriceE8 != E8.NULL;
  }

  /** Whether the time was given. */
  public boolean hasAt() {
    return atNs != E8.NULL;
  }

  /** The same in other groups. */
  public PositionConfig withGroups(List<String> newGroups) {
    return new PositionConfig(
        id, symbol, side, quantityE8, entryPriceE8, atNs, policy, leverageE8, line, newGroups);
  }

  PositionConfig withId(long newId) {
    return new PositionConfig(
        newId, symbol, side, quantityE8, entryPriceE8, atNs, policy, leverageE8, line, groups);
  }
}
