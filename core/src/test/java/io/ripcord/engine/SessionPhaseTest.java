package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static io.ripcord.testing.EngineHarness.START_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.rule.RuleKind;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Only prices of continuous trading trigger, trail and make bars. */
class SessionPhaseTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");
  private final MarketDesk desk = new MarketDesk(engine);

  private static String breach(long price, long level) {
    return "alert BREACH_OUTSIDE_SESSION position=1 first=%d second=%d"
        .formatted(price * E8.ONE, level * E8.ONE);
  }

  @ParameterizedTest
  @EnumSource(value = SessionPhase.class, mode = EnumSource.Mode.EXCLUDE, names = "CONTINUOUS")
  void shouldOnlySayABreachOncePerPhase(SessionPhase phase) {
    engine.policy(p -> p.stopPercent("2").trailing("1")).open(1, Side.LONG, "1", "100");
    engine.tick("100");
    desk.phase(phase);

    engine.tick("98.99999999").tick("97").tick("96").tick("120");

    engine.assertDecisions(
        "alert BREACH_OUTSIDE_SESSION position=1 first=9899999999 second=9900000000");
    assertThat(engine.watermark(1)).isEqualTo("100");
    assertThat(engine.stop(1)).isEqualTo("99");
    desk.phase(phase == SessionPhase.HALT ? SessionPhase.AUCTION : SessionPhase.HALT);
    engine.clear().tick("90").tick("89").assertDecisions(breach(90, 99));
  }

  @ParameterizedTest
  @CsvSource({
    "LONG, 98, 98, 98",
    "LONG, 97, 97, 98",
    "LONG, 104, 104, 104",
    "LONG, 99, -, -",
    "SHORT, 102, 102, 102",
    "SHORT, 96, 96, 96",
    "SHORT, 101, -, -"
  })
  void shouldLookAtTheFirstContinuousPrint(Side side, String price, String trigger, String level) {
    engine.policy(p -> p.stopPercent("2").targetPercent("4")).open(1, side, "1", "100");
    engine.tick("100");
    desk.phase(SessionPhase.HALT);
    engine.tick(price);
    desk.phase(SessionPhase.CONTINUOUS);
    assertThat(engine.decisions().orders()).isEmpty();

    engine.tick(price);

    assertThat(engine.decisions().orders())
        .extracting(o -> E8.format(o.triggerPriceE8()) + " " + E8.format(o.levelE8()))
        .isEqualTo(trigger.equals("-") ? List.of() : List.of(trigger + " " + level));
  }

  @Test
  void shouldSayBreachesOfEveryStream() {
    engine.policy(p -> p.stopPercent("2").trigger(TriggerSource.BID_ASK));
    engine.open(1, Side.LONG, "1", "100").open(2, Side.SHORT, "1", "100");
    engine
        .policy(p -> p.stopPercent("2").trigger(TriggerSource.MARK))
        .open(3, Side.LONG, "1", "100");
    engine.policy(p -> p.stopPercent("2").trigger(TriggerSource.DOUBLE_LAST));
    engine.open(4, Side.LONG, "1", "100");
    engine.policy(p -> p.stopPercent("2").evaluation(5L, null)).open(5, Side.LONG, "1", "100");
    desk.phase(SessionPhase.CLOSED).tick("97", "97", "103").mark("97");

    assertThat(engine.decisions().alerts())
        .extracting(alert -> alert.kind() + " " + alert.positionId())
        .containsExactly(
            "BREACH_OUTSIDE_SESSION 1",
            "BREACH_OUTSIDE_SESSION 2",
            "BREACH_OUTSIDE_SESSION 4",
            "BREACH_OUTSIDE_SESSION 5",
            "BREACH_OUTSIDE_SESSION 3");
  }

  @Test
  void shouldTakeEveryInstrumentAlong() {
    engine.instrument("Y").policy(p -> p.stopPercent("2"));
    engine.open(1, "X", Side.LONG, "1", "100").open(2, "Y", Side.LONG, "1", "100");
    desk.phase(-1, SessionPhase.AUCTION);

    engine.tick("X", "90").tick("Y", "90");
    assertThat(engine.decisions().orders()).isEmpty();
    desk.phase(1, SessionPhase.CONTINUOUS).phase(77, SessionPhase.HALT);
    engine.tick("X", "90").tick("Y", "90");

    assertThat(engine.decisions().orders()).extracting(o -> o.positionId()).containsExactly(2L);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLetADeadlineWaitForTheFirstContinuousPrice(Side side) {
    engine.policy(p -> p.stopPercent("20").anyPriceAfter(60)).open(1, side, "1", "100");
    engine.tick("100");
    desk.phase(SessionPhase.AUCTION);
    engine.timer().tick("101").assertSilence();
    desk.phase(SessionPhase.CONTINUOUS);
    engine.after(SECOND_NS).quote("X", "1", "2").assertSilence();

    engine.tick("102");

    engine.assertOrders("order 1 " + side + " 1 TIME level=null trigger=102 attempt=1");
  }

  @Test
  void shouldNotMeetAPriceFromBeforeTheHaltWhenALevelMoves() {
    engine.policy(p -> p.rung(0, "10").rung(60, "4")).open(1, Side.LONG, "1", "100").tick("105");
    desk.phase(SessionPhase.HALT).phase(SessionPhase.CONTINUOUS);
    engine.timer().assertSilence();
    assertThat(engine.target(1)).isEqualTo("104");

    engine.tick("104");

    engine.assertOrders("order 1 LONG 1 TAKE_PROFIT level=104 trigger=104 attempt=1");
  }

  @Test
  void shouldCarryOutASignalAtTheLastPriceThatCounted() {
    engine.policy(p -> p.stopPercent("9").signalExit()).open(1, Side.LONG, "1", "100").tick("100");
    desk.phase(SessionPhase.AUCTION);

    engine.tick("104").signal(1);

    engine.assertOrders("order 1 LONG 1 SIGNAL level=null trigger=100 attempt=1");
  }

  private void squareOff(long atNs) {
    engine.policy(p -> p.stopPercent("20").rule(RuleKind.SQUARE_OFF, 1, E8.NULL, 1));
    desk.open(1, Side.LONG, 0, atNs);
    engine.tick("100");
  }

  @Test
  void shouldSquareOffAfterAPauseOfTheSameSession() {
    squareOff(START_NS + 60 * SECOND_NS);
    desk.phase(SessionPhase.HALT);
    engine.timer().assertSilence();
    desk.phase(SessionPhase.CONTINUOUS);

    engine.tick("101");

    engine.assertOrders("order 1 LONG 1 TIME level=null trigger=101 attempt=1");
  }

  @ParameterizedTest
  @EnumSource(
      value = SessionPhase.class,
      names = {"PRE_OPEN", "CLOSED"})
  void shouldOnlySayASquareOffThatAnEarlierSessionMissed(SessionPhase before) {
    squareOff(START_NS + 60 * SECOND_NS);
    desk.phase(before);
    engine.timer().after(SECOND_NS).assertSilence();

    desk.phase(SessionPhase.CONTINUOUS);
    engine.tick("101");

    engine.assertDecisions(
        "alert SQUARE_OFF_OVERDUE position=1 first=%d second=%d"
            .formatted(START_NS + 60 * SECOND_NS, E8.ONE));
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @Test
  void shouldSayASquareOffFromBeforeTheSessionAtRegistration() {
    desk.phase(SessionPhase.CLOSED).phase(SessionPhase.CONTINUOUS);
    squareOff(START_NS - 1);

    engine.after(1).tick("100");

    assertThat(engine.decisions().alertKinds()).containsExactly(AlertKind.SQUARE_OFF_OVERDUE);
    assertThat(engine.decisions().orders()).isEmpty();
  }

  @Test
  void shouldSquareOffAtOnceWhatTheSameSessionMissed() {
    desk.phase(SessionPhase.CLOSED).phase(SessionPhase.CONTINUOUS);
    squareOff(START_NS);

    engine.after(1).tick("100");

    engine.assertOrders("order 1 LONG 1 TIME level=null trigger=100 attempt=1");
  }

  @ParameterizedTest
  @CsvSource({
    "PRE_OPEN AUCTION, SQUARE_OFF_OVERDUE",
    "CLOSED AUCTION, SQUARE_OFF_OVERDUE",
    "AUCTION CLOSED PRE_OPEN AUCTION, SQUARE_OFF_OVERDUE",
    "CLOSED PRE_OPEN AUCTION HALT, SQUARE_OFF_OVERDUE",
    "AUCTION, TIME",
    "HALT AUCTION, TIME"
  })
  void shouldStartASessionAfterAnOpeningAuctionOnly(String phases, String outcome) {
    squareOff(START_NS + 60 * SECOND_NS);
    desk.phase(SessionPhase.HALT);
    engine.timer().after(SECOND_NS).assertSilence();
    for (String phase : phases.split(" ", -1)) {
      desk.phase(SessionPhase.valueOf(phase));
    }

    desk.phase(SessionPhase.CONTINUOUS);
    engine.tick("101");

    assertThat(engine.decisions().alertKinds().stream().map(AlertKind::name))
        .containsExactlyElementsOf(outcome.equals("TIME") ? List.of() : List.of(outcome));
    assertThat(engine.decisions().orders()).hasSize(outcome.equals("TIME") ? 1 : 0);
  }

  @Test
  void shouldStartASessionOnceForItsAuctions() {
    squareOff(START_NS + 60 * SECOND_NS);
    desk.phase(SessionPhase.PRE_OPEN).phase(SessionPhase.AUCTION).phase(SessionPhase.CONTINUOUS);
    desk.phase(SessionPhase.AUCTION);
    engine.timer().after(SECOND_NS).assertSilence();

    desk.phase(SessionPhase.CONTINUOUS);
    engine.tick("101");

    engine.assertOrders("order 1 LONG 1 TIME level=null trigger=101 attempt=1");
  }

  @Test
  void shouldStartASessionWhenItWasSaidToHaveStarted() {
    engine.after(100 * SECOND_NS);
    desk.phase(SessionPhase.CLOSED).phaseAt(START_NS + 30 * SECOND_NS, SessionPhase.CONTINUOUS);
    squareOff(START_NS + 60 * SECOND_NS);

    engine.after(1).tick("100");

    engine.assertOrders("order 1 LONG 1 TIME level=null trigger=100 attempt=1");
  }
}
