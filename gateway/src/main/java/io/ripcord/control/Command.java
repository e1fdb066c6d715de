package io.ripcord.control;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.util.List;

/**
 * What a trader or an operator asks for, checked and in the scales of the event schema. Values that
 * are {@link io.ripcord.money.E8#NULL} were not given.
 */
public sealed interface Command {
  /**
   * Watch a position.
   *
   * @param entryPriceE8 null: the last price
   * @param groups names of the groups that it belongs to, besides the account
   */
  record Register(
      long positionId,
      String symbol,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      String policy,
      List<String> groups)
      implements Command {
    /** Copies the list. */
    public Register {
      groups = List.copyOf(groups);
    }

    /** A position without a group. */
    public Register(
        long positionId,
        String symbol,
        Side side,
        long quantityE8,
        long entryPriceE8,
        long leverageE8,
        String policy) {
      this(positionId, symbol, side, quantityE8, entryPriceE8, leverageE8, policy, List.of());
    }
  }

  /** An open position belongs to groups from now on. */
  record Join(long positionId, List<String> groups) implements Command {
    /** Copies the list. */
    public Join {
      groups = List.copyOf(groups);
    }
  }

  /** New levels of a position. */
  record Amend(long positionId, long stopE8, long targetE8, boolean loosen) implements Command {}

  /**
   * Another policy for an open position, in its newest version.
   *
   * @param loosen whether its own stop holds even where the old one is tighter
   */
  record Adopt(long positionId, String policy, boolean loosen) implements Command {}

  /** Stop watching a position; it stays held. */
  record Unregister(long positionId) implements Command {}

  /**
   * Exit a position now.
   *
   * @param quantityE8 how much of it; null: all
   */
  record CloseNow(long positionId, long quantityE8) implements Command {
    /** All of it. */
    public CloseNow(long positionId) {
      this(positionId, E8.NULL);
    }
  }

  /**
   * An exit signal for the positions whose policy allows it.
   *
   * @param positionId null: all of the symbol
   */
  record Signal(String symbol, long positionId) implements Command {}

  /** No order leaves until {@link Resume}. */
  record Halt() implements Command {}

  /** Everything may leave again. */
  record Resume() implements Command {}
}
