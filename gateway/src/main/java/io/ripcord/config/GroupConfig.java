package io.ripcord.config;

import io.ripcord.money.E8;

/**
 * Positions that exit together by the sum of their profits and losses, in money at 1e-8 and
 * nanoseconds; {@link E8#NULL} where there is none. Immutable.
 *
 * @param name the user's; {@link #ACCOUNT} has all positions
 * @param stopE8 loss at which it exits, above 0; of the account the daily loss
 * @param targetE8 profit at which it exits, above 0
 * @param lockAtE8 profit from which the floor holds
 * @param lockFloorE8 profit at or below which it then exits
 * @param confirmNs how long a condition must hold; null: it holds at once
 * @param staleNs silence of a position's market after which the sum is unknown
 * @param file where it stands
 * @param line where it stands in its file
 */
public record GroupConfig(
    String name,
    long stopE8,
    long targetE8,
    long lockAtE8,
    long lockFloorE8,
    long confirmNs,
    long staleNs,
    String file,
    int line) {
  /** The group of all positions. */
  public static final String ACCOUNT = "account";

  /** Whether it has all positions. */
  public boolean isAccount() {
    return name.equals(ACCOUNT);
  }

  /** Whether its floor can ever hold. */
  public boolean hasLock() {
    return lockAtE8 != E8.NULL;
  }
}
