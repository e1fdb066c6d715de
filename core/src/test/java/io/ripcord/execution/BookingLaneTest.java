package io.ripcord.execution;

import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.testing.EngineHarness;

/** Five of ten are being booked, as order 1; mostly the stop fires meanwhile, which is order 2. */
class BookingLaneTest extends TwoLanes {
  private Lanes booking(Side side) {
    lanes = Lanes.booking(side);
    return lanes.says("exit 5 PARTIAL");
  }

  private Lanes closing(Side side) {
    return booking(side).tick("98").says("exit 5 STOP_LOSS", CLOSING + "10");
  }

  @BothSides
  void shouldLeaveThePositionOpenAndItsRulesArmed(Side side) {
    booking(side)
        .ack(1)
        .fill(1, "2", "105")
        .fill(1, "3", "105")
        .says("position 1 OPEN open=8", "position 1 OPEN open=5")
        .tick("98")
        .says("exit 5 STOP_LOSS", CLOSING + "5");
  }

  @BothSides
  void shouldAskForTheProofOnlyWhenBothAreFilled(Side side) {
    closing(side)
        .fill(2, "5", "98")
        .says(CLOSING + "5")
        .fill(1, "5", "105")
        .says(CLOSING + "0", "query")
        .flat()
        .says("position 1 CLOSED open=0");
  }

  @BothSides
  void shouldAskForTheProofAfterTheExitWhenTheBookingIsFilledFirst(Side side) {
    closing(side)
        .fill(1, "5", "105")
        .says(CLOSING + "5")
        .fill(2, "5", "98")
        .says(CLOSING + "0", "query");
  }

  @BothSides
  void shouldLeaveWhatWasRejectedToTheExitThatHasEnded(Side side) {
    closing(side)
        .fill(2, "5", "98")
        .says(CLOSING + "5")
        .reject(1, RejectKind.TRANSIENT)
        .says("alert EXIT_REJECTED", "exit 5 STOP_LOSS")
        .fill(3, "5", "97")
        .says(CLOSING + "0", "query");
  }

  @BothSides
  void shouldLeaveWhatWasRejectedToTheExitThatWorks(Side side) {
    closing(side)
        .reject(1, RejectKind.TRANSIENT)
        .says("alert EXIT_REJECTED")
        .fill(2, "5", "98")
        .says(CLOSING + "5", "exit 5 STOP_LOSS");
  }

  @BothSides
  void shouldExitTheRestOfABookingThatWasFilledInPart(Side side) {
    closing(side)
        .fill(1, "2", "105")
        .says(CLOSING + "8")
        .fill(2, "5", "98")
        .says(CLOSING + "3")
        .cancel(1)
        .says("exit 3 PARTIAL")
        .fill(3, "3", "97")
        .says(CLOSING + "0", "query");
  }

  @BothSides
  void shouldNotExitWhatADoubtfulBookingMayHaveSold(Side side) {
    booking(side)
        .timer()
        .says("order query")
        .tick("98")
        .says("exit 5 STOP_LOSS", CLOSING + "10")
        .fill(2, "5", "98")
        .says(CLOSING + "5")
        .status(1, OrdStatus.CANCELED, "0")
        .says("exit 5 STOP_LOSS");
  }

  @BothSides
  void shouldTakeAFillAfterTheCloseForTooMuch(Side side) {
    closing(side)
        .fill(1, "5", "105")
        .fill(2, "5", "98")
        .flat()
        .says(CLOSING + "5", CLOSING + "0", "query", "position 1 CLOSED open=0")
        .fill(1, "1", "104")
        .says("alert OVER_FILL", "position 1 CLOSED open=-1");
  }

  @BothSides
  void shouldTryThreeTimesAndThenGiveUpButStayOpen(Side side) {
    booking(side)
        .reject(1, RejectKind.TRANSIENT)
        .timer()
        .says("alert EXIT_REJECTED", "exit 5 PARTIAL")
        .reject(2, RejectKind.TRANSIENT)
        .timer()
        .says("alert EXIT_REJECTED", "exit 5 PARTIAL")
        .reject(3, RejectKind.TRANSIENT)
        .says("alert EXIT_REJECTED", "alert EXIT_STUCK")
        .later(60 * EngineHarness.SECOND_NS)
        .tick("106")
        .says()
        .tick("98")
        .says("exit 10 STOP_LOSS", CLOSING + "10");
  }

  @BothSides
  void shouldGiveUpAtOnceWhatIsRefusedForGood(Side side) {
    booking(side)
        .reject(1, RejectKind.PERMANENT)
        .says("alert EXIT_REJECTED", "alert EXIT_STUCK")
        .tick("98")
        .says("exit 10 STOP_LOSS", CLOSING + "10");
  }

  @BothSides
  void shouldLeaveWhatWaitsForAnotherAttemptToTheExit(Side side) {
    booking(side)
        .reject(1, RejectKind.TRANSIENT)
        .says("alert EXIT_REJECTED")
        .tick("98")
        .says("exit 10 STOP_LOSS", CLOSING + "10")
        .fill(2, "10", "98")
        .says(CLOSING + "0", "query");
  }

  @BothSides
  void shouldAskAboutBothOrdersAfterARestart(Side side) {
    closing(side).engine().restart(2);
    lanes
        .says("order query", "order query")
        .status(2, OrdStatus.FILLED, "5")
        .says()
        .status(1, OrdStatus.FILLED, "5")
        .fill(2, "5", "98")
        .fill(1, "5", "105")
        .says("query", CLOSING + "5", "query", CLOSING + "0", "query")
        .flat()
        .says("position 1 CLOSED open=0");
  }

  @BothSides
  void shouldNotSellTwiceWhatTheVenueSaysABookingHasSold(Side side) {
    booking(side)
        .timer()
        .status(1, OrdStatus.FILLED, "5")
        .says("order query")
        .tick("98")
        .says("exit 5 STOP_LOSS", CLOSING + "10")
        .fill(1, "5", "105")
        .fill(2, "5", "98")
        .says(CLOSING + "5", CLOSING + "0", "query");
  }
}
