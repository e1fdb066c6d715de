package io.ripcord.engine;

import io.ripcord.market.LastPrices;
import io.ripcord.market.TradePairs;
import io.ripcord.money.E8;
import io.ripcord.position.Mark;
import io.ripcord.position.Position;
import io.ripcord.position.PriceStream;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * The prices that positions may act on: those of their own stream, from continuous trading alone.
 *
 * <pre>
 *   continuous     every price of a stream counts and is the last one of {@link LastPrices}
 *   outside        the last one that counted is kept here; {@link LastPrices} goes on
 *   continuous     nothing is fresh until the stream's next price
 * </pre>
 *
 * <p>Engine thread only; allocates when an instrument is added.
 */
final class TriggerPrices {
  private static final int FIRST_CAPACITY = 16;
  private static final int ALL = (1 << PriceStream.COUNT) - 1;
  private static final PriceStream[] STREAMS = PriceStream.values();

  private final LastPrices lastPrices;
  private final SessionPhases phases;
  private final TradePairs pairs;

  /** The streams whose last price is from before this phase, a bit each. */
  private int[] leftovers = new int[FIRST_CAPACITY];

  private long[] keptE8 = new long[FIRST_CAPACITY * PriceStream.COUNT];
  private int instruments;

  TriggerPrices(LastPrices lastPrices, SessionPhases phases, TradePairs pairs) {
    this.lastPrices = lastPrices;
    this.phases = phases;
    this.pairs = pairs;
  }

  void addInstrument() {
    if (instruments == leftovers.length) {
      leftovers = Arrays.copyOf(leftovers, 2 * instruments);
      keptE8 = Arrays.copyOf(keptE8, 2 * instruments * PriceStream.COUNT);
    }
    int first = instruments * PriceStream.COUNT;
    Arrays.fill(keptE8, first, first + PriceStream.COUNT, E8.NULL);
    instruments++;
  }

  /** Keeps the last prices that counted: continuous trading ends. */
  void leaveContinuous(int instrumentId) {
    for (PriceStream stream : STREAMS) {
      if ((leftovers[instrumentId] & stream.bit()) == 0) {
        keptE8[instrumentId * PriceStream.COUNT + stream.index()] = newestE8(instrumentId, stream);
      }
    }
    leftovers[instrumentId] = ALL;
  }

  /** Continuous trading begins: a stream that has never had a price has no old one either. */
  void enterContinuous(int instrumentId) {
    for (PriceStream stream : STREAMS) {
      if (newestE8(instrumentId, stream) == E8.NULL) {
        leftovers[instrumentId] &= ~stream.bit();
      }
    }
  }

  /**
   * Prices of these streams came in continuous trading.
   *
   * @return whether any stream still waits for its first
   */
  boolean refresh(int instrumentId, int streamBits) {
    leftovers[instrumentId] &= ~streamBits;
    return hasLeftovers(instrumentId);
  }

  boolean hasLeftovers(int instrumentId) {
    return leftovers[instrumentId] != 0;
  }

  /** The newest price of a stream in whatever phase. */
  long newestE8(int instrumentId, PriceStream stream) {
    return switch (stream) {
      case LAST, DOUBLE_LAST -> lastPrices.lastE8(instrumentId);
      case BID -> lastPrices.bidE8(instrumentId);
      case ASK -> lastPrices.askE8(instrumentId);
      case MARK -> lastPrices.markE8(instrumentId);
    };
  }

  /** The newest price of a position's stream in whatever phase. */
  long newestE8(Position position) {
    return newestE8(position.instrumentId(), position.stream());
  }

  /** The newest price of a position's stream that counted, in whatever phase it is now. */
  long countedE8(Position position) {
    int instrumentId = position.instrumentId();
    PriceStream stream = position.stream();
    return (leftovers[instrumentId] & stream.bit()) == 0
        ? newestE8(instrumentId, stream)
        : keptE8[instrumentId * PriceStream.COUNT + stream.index()];
  }

  /** Whether a price of a position's stream came in this phase of continuous trading. */
  boolean isRenewed(Position position) {
    return phases.isContinuous(position.instrumentId())
        && (leftovers[position.instrumentId()] & position.stream().bit()) == 0;
  }

  private boolean isFresh(Position position) {
    return isRenewed(position) && !position.is(Mark.ON_HOLD);
  }

  /**
   * What a command from outside exits at: the last price that counted since registration, else the
   * newest there is; {@link E8#NULL} while the position is on hold, and before any price.
   */
  long commandE8(Position position) {
    int instrumentId = position.instrumentId();
    if (position.is(Mark.ON_HOLD)) {
      return E8.NULL;
    }
    boolean kept = (leftovers[instrumentId] & position.stream().bit()) != 0;
    return kept && (position.isPriced() || position.is(Mark.FIRST_TRADE))
        ? keptE8[instrumentId * PriceStream.COUNT + position.stream().index()]
        : newestE8(position);
  }

  /**
   * What a deadline or a bar exits at, {@link E8#NULL} if that must wait for the next price. It may
   * be from before the registration.
   */
  long pendingE8(Position position) {
    return isFresh(position) ? newestE8(position) : E8.NULL;
  }

  /**
   * What stops are tested with, {@link E8#NULL} without a fresh price since registration. Of a pair
   * of trades both must be at or past a stop, so that the better one decides.
   */
  long forStopE8(Position position) {
    if (!position.isPriced() || !isFresh(position)) {
      return E8.NULL;
    }
    if (position.stream() != PriceStream.DOUBLE_LAST) {
      return newestE8(position);
    }
    return position.side().sign() > 0
        ? pairs.highE8(position.instrumentId())
        : pairs.lowE8(position.instrumentId());
  }

  /** As {@link #forStopE8} for targets and profits: of a pair of trades the worse one decides. */
  long forTargetE8(Position position) {
    if (!position.isPriced() || !isFresh(position)) {
      return E8.NULL;
    }
    if (position.stream() != PriceStream.DOUBLE_LAST) {
      return newestE8(position);
    }
    return position.side().sign() > 0
        ? pairs.lowE8(position.instrumentId())
        : pairs.highE8(position.instrumentId());
  }

  void write(StateOut out) {
    for (int id = 0; id < instruments; id++) {
      out.put(leftovers[id]);
      for (int i = 0; i < PriceStream.COUNT; i++) {
        out.put(keptE8[id * PriceStream.COUNT + i]);
      }
    }
  }

  void read(StateIn in) {
    for (int id = 0; id < instruments; id++) {
      leftovers[id] = in.nextInt();
      for (int i = 0; i < PriceStream.COUNT; i++) {
        keptE8[id * PriceStream.COUNT + i] = in.next();
      }
    }
  }
}
