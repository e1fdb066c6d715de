package io.ripcord.config;

import io.ripcord.event.SignalAction;
import io.ripcord.money.E8;

/**
 * A command at a time on the tape. Immutable.
 *
 * @param atNs nanoseconds since the epoch
 * @param symbol the venue's name of the instrument
 * @param action what to do
 * @param positionId the position meant; {@link E8#NULL}: every position of the symbol
 * @param line where it stands in its file
 */
public record SignalConfig(
    long atNs, String symbol, SignalAction action, long positionId, int line) {
  /** Whether one position is meant. */
  public boolean hasPosition() {
    return positionId != E8.NULL;
  }
}
