package io.ripcord.console;

import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import java.util.List;

/**
 * One position as a running node shows it. Values that are {@link io.ripcord.money.E8#NULL} are not
 * known or not set.
 *
 * @param lastPriceE8 last traded price of its instrument
 * @param entryPriceE8 average of what it was entered at
 * @param hardStopE8 last layer, never moved
 * @param watermarkE8 best trigger price since registration
 * @param policy name of its policy
 * @param unrealizedPnlE8 profit of what is open at the last price
 * @param groups names of the groups that it counts towards
 */
public record PositionRow(
    long id,
    String symbol,
    Side side,
    PositionStatus status,
    long quantityE8,
    long openQuantityE8,
    long entryPriceE8,
    long lastPriceE8,
    long stopE8,
    long hardStopE8,
    long targetE8,
    long watermarkE8,
    String policy,
    long unrealizedPnlE8,
    long registeredNs,
    List<String> groups) {
  /** Copies the list. */
  public PositionRow {
    groups = List.copyOf(groups);
  }

  /** Whether it is watched or on its way out. */
  public boolean isLive() {
    return status == PositionStatus.OPEN || status == PositionStatus.CLOSING;
  }
}
