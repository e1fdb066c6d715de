package io.ripcord.position;

import io.ripcord.event.PositionStatus;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * What changes of a position: as numbers, and what of it another policy takes over. Engine thread
 * only; allocates.
 */
final class PositionState {
  private static final int MAX_WORDS = 1 << 12;

  private PositionState() {}

  static Position under(
      Position position, int newPolicyId, long newSquareOffNs, PriceStream newStream) {
    Position copy =
        new Position(
            position.slot,
            position.id,
            position.instrumentId,
            position.side,
            position.quantityE8,
            position.entryPriceE8,
            position.leverageE8,
            newPolicyId,
            position.registeredNs,
            newSquareOffNs);
    copy.enteredE8 = position.enteredE8;
    copy.openQuantityE8 = position.openQuantityE8;
    copy.watermarkE8 = position.watermarkE8;
    copy.bookedE8 = position.bookedE8;
    copy.adds = position.adds;
    copy.stream = newStream;
    copy.marks = newStream == position.stream ? position.marks & Mark.OF_PRICES : 0;
    return copy;
  }

  static void become(Position position, Position copy) {
    position.policyId = copy.policyId;
    position.squareOffNs = copy.squareOffNs;
    position.targetE8 = copy.targetE8;
    position.hardStopE8 = copy.hardStopE8;
    position.firstStopE8 = copy.firstStopE8;
    position.divisorE6 = copy.divisorE6;
    position.pending = copy.pending;
    position.marks = copy.marks;
    position.stream = copy.stream;
    position.words = copy.words;
    position.stop.become(copy.stop);
  }

  /** Writes what changes; what it was registered with is for {@link Positions}. */
  static void write(Position position, StateOut out) {
    out.put(position.status.code());
    out.put(position.openQuantityE8);
    out.put(position.watermarkE8);
    out.put(position.targetE8);
    out.put(position.entryPriceE8);
    out.put(position.enteredE8);
    out.put(position.hardStopE8);
    out.put(position.firstStopE8);
    out.put(position.divisorE6);
    out.put(position.bookedE8);
    out.put(position.pending);
    // Two in one number: what was never added to keeps the hash that it had without the count.
    out.put(position.marks | (long) position.adds << Integer.SIZE);
    out.put(position.words.length);
    out.putAll(position.words);
    position.stop.write(out);
  }

  static void read(Position position, StateIn in) {
    position.status = PositionStatus.of(in.nextInt());
    position.openQuantityE8 = in.next();
    position.watermarkE8 = in.next();
    position.targetE8 = in.next();
    position.entryPriceE8 = in.next();
    position.enteredE8 = in.next();
    position.hardStopE8 = in.next();
    position.firstStopE8 = in.next();
    position.divisorE6 = in.next();
    position.bookedE8 = in.next();
    position.pending = in.nextInt();
    long addsAndMarks = in.next();
    position.adds = (int) (addsAndMarks >> Integer.SIZE);
    position.marks = (int) addsAndMarks;
    position.words = in.nextAll(in.nextCount(MAX_WORDS));
    position.stop.read(in);
  }
}
