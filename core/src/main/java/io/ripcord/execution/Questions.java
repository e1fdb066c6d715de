package io.ripcord.execution;

import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/** Numbers the questions to the venue; no two are the same. Engine thread. */
final class Questions {
  private final Positions positions;
  private final int[] askedBySlot;
  private int epoch;

  Questions(Positions positions) {
    this.positions = positions;
    askedBySlot = new int[positions.capacity()];
  }

  /** Questions carry this epoch from now on. */
  void epoch(int newEpoch) {
    epoch = newEpoch;
  }

  /** Number of the next question about a position. */
  long next(Position position) {
    return QueryId.of(epoch, position.ordinal(), ++askedBySlot[position.slot()]);
  }

  void write(StateOut out) {
    for (int slot = 0; slot < positions.count(); slot++) {
      out.putStartBound(askedBySlot[slot]);
    }
  }

  void read(StateIn in) {
    for (int slot = 0; slot < positions.count(); slot++) {
      askedBySlot[slot] = in.nextInt();
    }
  }
}
