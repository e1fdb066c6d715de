package io.ripcord.position;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * The stop of one position: the one ratchet of the product. Whatever rule moves a stop moves it
 * here, and here it only tightens: up for a long position, down for a short one. Engine thread
 * only.
 */
public final class Stop {
  private static final int NOBODY = 0;

  private final Side side;
  private long levelE8 = E8.NULL;
  private int movedBy = NOBODY;

  Stop(Side side) {
    this.side = side;
  }

  /** Level as the policy sets it at registration; not a move. */
  public void set(long newLevelE8) {
    levelE8 = newLevelE8;
  }

  /**
   * A rule moves the stop if that is strictly tighter.
   *
   * @param ruleCode number of the kind of the rule, above 0
   * @return whether it moved
   */
  public boolean tighten(long newLevelE8, int ruleCode) {
    if (isSet() && side.sign() * (newLevelE8 - levelE8) <= 0) {
      return false;
    }
    levelE8 = newLevelE8;
    movedBy = ruleCode;
    return true;
  }

  /**
   * A human moves the stop: tighter, or anywhere if {@code loosen}. Which rule moved it before is
   * not touched.
   *
   * @return whether it moved
   */
  public boolean amend(long newLevelE8, boolean loosen) {
    if (isSet() && !loosen && side.sign() * (newLevelE8 - levelE8) <= 0) {
      return false;
    }
    levelE8 = newLevelE8;
    return true;
  }

  /**
   * Keeps the level of an earlier policy, and who moved it there, unless this one is tighter.
   *
   * @return whether the earlier one stays
   */
  public boolean keep(Stop earlier) {
    if (!earlier.isSet() || (isSet() && side.sign() * (levelE8 - earlier.levelE8) > 0)) {
      return false;
    }
    become(earlier);
    return true;
  }

  void become(Stop other) {
    levelE8 = other.levelE8;
    movedBy = other.movedBy;
  }

  void write(StateOut out) {
    out.put(levelE8);
    out.put(movedBy);
  }

  void read(StateIn in) {
    levelE8 = in.next();
    movedBy = in.nextInt();
  }

  /** Whether there is a level at all. */
  public boolean isSet() {
    return levelE8 != E8.NULL;
  }

  /** Whether a rule has moved it since it was first set. */
  public boolean isMoved() {
    return movedBy != NOBODY;
  }

  /** Number of the kind of the rule that moved it last, 0 if none has. */
  public int movedBy() {
    return movedBy;
  }

  /** The level, {@link E8#NULL} if there is none. */
  public long levelE8() {
    return levelE8;
  }

  /** Whether a price reaches it: at or below for a long position, at or above for a short one. */
  public boolean isTouchedBy(long priceE8) {
    return isSet() && side.sign() * (priceE8 - levelE8) <= 0;
  }
}
