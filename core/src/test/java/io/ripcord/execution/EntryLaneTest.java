package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;

/** Two and a half are being added to ten, as order 1; mostly the stop fires meanwhile: order 2. */
class EntryLaneTest extends TwoLanes {
  private Lanes entering(Side side) {
    lanes = Lanes.entering(side);
    return lanes.says("entry 2.5");
  }

  private Lanes closing(Side side) {
    return entering(side).tick("98").says("exit 10 STOP_LOSS", CLOSING + "10");
  }

  @BothSides
  void shouldAverageTheEntryAndLeaveTheLevels(Side side) {
    entering(side).fill(1, "2.5", "105").says("position 1 OPEN open=12.5");

    // (10 x 100 + 2.5 x 105) / 12.5
    assertThat(lanes.engine().position(1).entryPriceE8())
        .isEqualTo(E8.parse(side == Side.LONG ? "101" : "99"));
    assertThat(lanes.engine().stop(1)).isEqualTo(side == Side.LONG ? "98" : "102");
    lanes.tick("98").says("exit 12.5 STOP_LOSS", CLOSING + "12.5");
  }

  @BothSides
  void shouldExitTooWhatIsFilledLate(Side side) {
    closing(side)
        .fill(2, "10", "98")
        .says(CLOSING + "0")
        .fill(1, "2.5", "105")
        .says(CLOSING + "2.5", "exit 2.5 STOP_LOSS")
        .fill(3, "2.5", "97")
        .says(CLOSING + "0", "query")
        .flat()
        .says("position 1 CLOSED open=0");
  }

  @BothSides
  void shouldExitWhatIsFilledWhileTheExitWorks(Side side) {
    closing(side)
        .fill(1, "2.5", "105")
        .says(CLOSING + "12.5")
        .fill(2, "10", "98")
        .says(CLOSING + "2.5", "exit 2.5 STOP_LOSS");
  }

  @BothSides
  void shouldAskForTheProofWhenTheEntryComesToNothing(Side side) {
    closing(side)
        .fill(2, "10", "98")
        .says(CLOSING + "0")
        .reject(1, RejectKind.TRANSIENT)
        .says("alert EXIT_REJECTED", "alert ENTRY_FAILED", "query");
  }

  @BothSides
  void shouldSayThatItFailedAndNotTryAgain(Side side) {
    entering(side)
        .reject(1, RejectKind.TRANSIENT)
        .says("alert EXIT_REJECTED", "alert ENTRY_FAILED")
        .later(60 * EngineHarness.SECOND_NS)
        .tick("107")
        .later(EngineHarness.SECOND_NS)
        .tick("112")
        .says();
    assertThat(lanes.engine().engine().nextDeadlineNs()).isEqualTo(Long.MAX_VALUE);
  }

  @BothSides
  void shouldKeepAPartAndNotTryForTheRest(Side side) {
    entering(side)
        .fill(1, "1", "105")
        .cancel(1)
        .says("position 1 OPEN open=11")
        .later(60 * EngineHarness.SECOND_NS)
        .tick("112")
        .says();
  }

  @BothSides
  void shouldWaitForADoubtfulEntryBeforeTheProof(Side side) {
    entering(side)
        .timer()
        .says("order query")
        .tick("98")
        .says("exit 10 STOP_LOSS", CLOSING + "10")
        .fill(2, "10", "98")
        .says(CLOSING + "0")
        .status(1, OrdStatus.CANCELED, "0")
        .says("alert ENTRY_FAILED", "query");
  }

  @BothSides
  void shouldAskAboutBothOrdersAfterARestart(Side side) {
    closing(side).engine().restart(2);
    lanes
        .says("order query", "order query")
        .status(2, OrdStatus.NEW, "0")
        .status(1, OrdStatus.CANCELED, "0")
        .says("alert ENTRY_FAILED")
        .fill(2, "10", "98")
        .says(CLOSING + "0", "query");
  }

  @BothSides
  void shouldExitAtOnceWhatTheVenueSaysThatTheEntryHasBrought(Side side) {
    closing(side).engine().restart(2);
    lanes
        .says("order query", "order query")
        .status(1, OrdStatus.FILLED, "2.5")
        .fill(2, "10", "98")
        .says(CLOSING + "0", "exit 2.5 STOP_LOSS")
        .fill(1, "2.5", "105")
        .says(CLOSING + "2.5");
  }

  @BothSides
  void shouldExitWhatAnEntryBringsWhileTheProofIsAwaited(Side side) {
    closing(side).engine().restart(2);
    lanes
        .says("order query", "order query")
        .status(1, OrdStatus.CANCELED, "0")
        .fill(2, "10", "98")
        .says("alert ENTRY_FAILED", CLOSING + "0", "query")
        .fill(1, "2.5", "105")
        .says("exit 2.5 STOP_LOSS", CLOSING + "2.5");
  }

  @BothSides
  void shouldSellNothingAfterTheProofOnTheWordOfALateReport(Side side) {
    closing(side).engine().restart(2);
    lanes
        .says("order query", "order query")
        .status(1, OrdStatus.CANCELED, "0")
        .fill(2, "10", "98")
        .flat()
        .says("alert ENTRY_FAILED", CLOSING + "0", "query", "position 1 CLOSED open=0")
        .fill(1, "2.5", "105")
        .says("alert NOT_FLAT", "position 1 CLOSED open=2.5");
  }

  @BothSides
  void shouldAddNoMoreUntilTheReportsTellWhatTheSumSays(Side side) {
    lanes = Lanes.entering(side, 2);
    lanes
        .timer()
        .status(1, OrdStatus.FILLED, "2.5")
        .says("entry 2.5", "order query")
        .tick("110")
        .says()
        .fill(1, "2.5", "105")
        .says("position 1 OPEN open=12.5")
        .later(EngineHarness.SECOND_NS)
        .tick("115")
        .says("entry 2.5");
  }
}
