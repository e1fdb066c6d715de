package io.ripcord.engine;

import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.execution.Orders;
import io.ripcord.market.Instruments;
import io.ripcord.market.LastPrices;
import io.ripcord.money.E8;
import io.ripcord.position.Mark;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * What each member of a group is worth: what its exits have brought and what the rest would bring
 * at the newest price of its stream that counted, net of fees. Known or not:
 *
 * <pre>
 *   nothing held         known: only what its exits have brought
 *   continuous trading   known once a price of its stream came in this phase
 *   CLOSED, PRE_OPEN     known at the last price that counted, if there was one since registration
 *   AUCTION, HALT        unknown; likewise while its policy holds its rules back in a silence
 * </pre>
 *
 * <p>Engine thread only; a price allocates nothing.
 */
final class MemberValues {
  private static final int FIRST_CAPACITY = 16;

  private final Positions positions;
  private final Instruments instruments;
  private final LastPrices lastPrices;
  private final Orders orders;
  private final MarketState market;
  private final MemberMoney money = new MemberMoney();
  private final long[] priceE8;
  private final boolean[] renewed;
  private final long[] closedE8;
  private long[] bidNs = new long[FIRST_CAPACITY];
  private long[] askNs = new long[FIRST_CAPACITY];

  MemberValues(
      Positions positions,
      Instruments instruments,
      LastPrices lastPrices,
      Orders orders,
      MarketState market) {
    this.positions = positions;
    this.instruments = instruments;
    this.lastPrices = lastPrices;
    this.orders = orders;
    this.market = market;
    priceE8 = new long[positions.capacity()];
    Arrays.fill(priceE8, E8.NULL);
    renewed = new boolean[positions.capacity()];
    closedE8 = new long[positions.capacity()];
    Arrays.fill(bidNs, E8.NULL);
    Arrays.fill(askNs, E8.NULL);
  }

  private void makeRoom(int instrumentId) {
    int before = bidNs.length;
    if (instrumentId >= before) {
      int size = Math.max(2 * before, instrumentId + 1);
      bidNs = Arrays.copyOf(bidNs, size);
      askNs = Arrays.copyOf(askNs, size);
      Arrays.fill(bidNs, before, size, E8.NULL);
      Arrays.fill(askNs, before, size, E8.NULL);
    }
  }

  /** A position becomes a member: what it has seen since its registration counts. */
  void add(Position position) {
    makeRoom(position.instrumentId());
    int slot = position.slot();
    if (priceE8[slot] == E8.NULL && position.isPriced() && isHeld(position)) {
      priceE8[slot] = market.prices.countedE8(position);
      renewed[slot] = market.prices.isRenewed(position);
    }
    settle(position);
  }

  /** Its exits have brought something, or may have. */
  void settle(Position position) {
    closedE8[position.slot()] =
        MemberMoney.capped(orders.realizedPnlE8(position))
            - MemberMoney.feeE8(
                instruments.get(position.instrumentId()),
                MemberMoney.capped(orders.turnoverE8(position)));
  }

  /** A price of its stream that counts. */
  void onPrice(Position position) {
    priceE8[position.slot()] = market.prices.newestE8(position);
    renewed[position.slot()] = true;
  }

  /** Sides of the book came. */
  void onQuote(int instrumentId, boolean bid, boolean ask, long nowNs) {
    if (bid) {
      bidNs[instrumentId] = nowNs;
    }
    if (ask) {
      askNs[instrumentId] = nowNs;
    }
  }

  /** Continuous trading begins: its prices from before no longer do. */
  void onContinuous(Position position) {
    renewed[position.slot()] = false;
  }

  /**
   * A member is held no longer. What prices it saw last depends on how long its proof took, and
   * nothing may: a run that was killed meanwhile ends in the same state.
   *
   * @param last whether no other member of its instrument is held
   */
  void forget(Position position, boolean last) {
    priceE8[position.slot()] = E8.NULL;
    renewed[position.slot()] = false;
    if (last) {
      bidNs[position.instrumentId()] = E8.NULL;
      askNs[position.instrumentId()] = E8.NULL;
    }
  }

  /** Whether something of it is still exposed to prices. */
  static boolean isExposed(Position position) {
    return isHeld(position) && position.openQuantityE8() != 0;
  }

  /** Whether it is watched or on its way out. */
  static boolean isHeld(Position position) {
    return position.status() == PositionStatus.OPEN || position.status() == PositionStatus.CLOSING;
  }

  /** The newest price of its stream that counted, {@link E8#NULL} before any. */
  long priceE8(Position position) {
    return priceE8[position.slot()];
  }

  boolean isKnown(Position position) {
    if (!isExposed(position)) {
      return true;
    }
    if (priceE8[position.slot()] == E8.NULL || isOnHold(position)) {
      return false;
    }
    return switch (market.phases.of(position.instrumentId())) {
      case CONTINUOUS -> renewed[position.slot()];
      case CLOSED, PRE_OPEN -> true;
      case AUCTION, HALT -> false;
    };
  }

  private static boolean isOnHold(Position position) {
    return position.isOpen() && position.is(Mark.ON_HOLD);
  }

  /** Its value at its own price; only if it is {@link #isKnown known}. */
  long valueE8(Position position) {
    return valueE8(position, priceE8[position.slot()]);
  }

  private long valueE8(Position position, long atE8) {
    long value = closedE8[position.slot()];
    return isExposed(position)
        ? value + money.openE8(position, instruments.get(position.instrumentId()), atE8)
        : value;
  }

  /** Its value at the side of the book that it would leave at, {@link E8#NULL} if none is fresh. */
  long bookValueE8(Position position, long staleNs, long nowNs) {
    if (!isExposed(position)) {
      return closedE8[position.slot()];
    }
    int id = position.instrumentId();
    boolean isLong = position.side() == Side.LONG;
    long quotedNs = isLong ? bidNs[id] : askNs[id];
    boolean fresh =
        quotedNs != E8.NULL
            && market.phases.isContinuous(id)
            && quotedNs >= Math.max(position.registeredNs(), market.phases.continuousSinceNs(id))
            && (staleNs == E8.NULL || nowNs - quotedNs < staleNs);
    return fresh
        ? valueE8(position, isLong ? lastPrices.bidE8(id) : lastPrices.askE8(id))
        : E8.NULL;
  }

  /**
   * When a member falls silent for a group that allows it so long, {@link Long#MAX_VALUE} for never
   * and {@link Long#MIN_VALUE} if its policy has said so.
   */
  long silentNs(Position position, long staleNs) {
    int id = position.instrumentId();
    if (!isExposed(position) || !market.phases.isContinuous(id)) {
      return Long.MAX_VALUE;
    }
    if (isOnHold(position)) {
      return Long.MIN_VALUE;
    }
    if (staleNs == E8.NULL) {
      return Long.MAX_VALUE;
    }
    long sinceNs = Math.max(position.registeredNs(), market.phases.continuousSinceNs(id));
    if (renewed[position.slot()]) {
      sinceNs = Math.max(sinceNs, market.staleness.lastDataNs(id));
    }
    return sinceNs + staleNs;
  }

  void write(StateOut out) {
    for (int slot = 0; slot < positions.count(); slot++) {
      out.put(priceE8[slot]);
      out.put(renewed[slot]);
    }
    makeRoom(instruments.count());
    for (int id = 0; id < instruments.count(); id++) {
      out.put(bidNs[id]);
      out.put(askNs[id]);
    }
  }

  void read(StateIn in) {
    for (int slot = 0; slot < positions.count(); slot++) {
      priceE8[slot] = in.next();
      renewed[slot] = in.nextFlag();
    }
    makeRoom(instruments.count());
    for (int id = 0; id < instruments.count(); id++) {
      bidNs[id] = in.next();
      askNs[id] = in.next();
    }
  }
}
