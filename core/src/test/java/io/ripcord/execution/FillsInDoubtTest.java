package io.ripcord.execution;

import io.ripcord.event.OrdStatus;
import io.ripcord.event.Side;

/** The venue says that order 1 is filled, and no report of a fill has come. */
class FillsInDoubtTest extends TwoLanes {
  private Lanes booked(Side side) {
    lanes = Lanes.booking(side);
    return lanes
        .says("exit 5 PARTIAL")
        .timer()
        .says("order query")
        .status(1, OrdStatus.FILLED, "5")
        .says();
  }

  private Lanes entered(Side side) {
    lanes = Lanes.entering(side);
    return lanes
        .says("entry 2.5")
        .timer()
        .says("order query")
        .status(1, OrdStatus.FILLED, "2.5")
        .says();
  }

  @BothSides
  void shouldExitWhatTheBookingHasLeft(Side side) {
    booked(side).tick("98").says("exit 5 STOP_LOSS", CLOSING + "10");
  }

  @BothSides
  void shouldNotLetAHumanSellWhatMayBeSold(Side side) {
    booked(side).closePart("3").says("alert COMMAND_REFUSED");
  }

  @BothSides
  void shouldExitWhatTheEntryHasBrought(Side side) {
    entered(side)
        .tick("98")
        .says("exit 12.5 STOP_LOSS", CLOSING + "10")
        .fill(2, "12.5", "98")
        .says(CLOSING + "-2.5", "query")
        .flat()
        .says("position 1 CLOSED open=-2.5");
  }

  @BothSides
  void shouldComeOutEvenWhenTheEntryIsToldLate(Side side) {
    entered(side)
        .tick("98")
        .fill(2, "12.5", "98")
        .says("exit 12.5 STOP_LOSS", CLOSING + "10", CLOSING + "-2.5", "query")
        .fill(1, "2.5", "105")
        .says("query", CLOSING + "0")
        .flat()
        .says("position 1 CLOSED open=0");
  }

  @BothSides
  void shouldNotAddOnceMoreMeanwhile(Side side) {
    entered(side).tick("106").says();
  }

  @BothSides
  void shouldSayWhatIsFilledBeyondAll(Side side) {
    entered(side)
        .tick("98")
        .says("exit 12.5 STOP_LOSS", CLOSING + "10")
        .fill(2, "13", "98")
        .says("alert OVER_FILL", CLOSING + "-3", "query");
  }
}
