package io.ripcord.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitReason;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.TradingState;
import io.ripcord.execution.IntentState;
import io.ripcord.money.E8;
import io.ripcord.replay.ExplainedOrder.Purpose;
import io.ripcord.replay.LevelKind;
import io.ripcord.replay.Suppression;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import io.ripcord.rule.RuleState;
import org.junit.jupiter.api.Test;

/** The first line of an explanation, for each reason; a long position of 1 X at 100. */
class ExplanationSentenceTest {
  private static final String WHO = "Position 3 (long X 1 at 100)";
  private static final long ONE = 1_000_000;
  private static final RuleSpec TRAILING =
      new RuleSpec(RuleKind.TRAILING_STOP, ONE, 0, 0, E8.NULL, E8.NULL);

  private final Facts facts = new Facts();

  private void shouldSay(String rest) {
    assertThat(ExplanationSentence.of(facts.explanation())).isEqualTo(WHO + rest);
  }

  @Test
  void shouldNameLevelPriceTickAndWhoMovedTheStop() {
    facts
        .fired(ExitReason.TRAILING_STOP, "108.9", "108", facts.input(9, "Tick"))
        .level(LevelKind.STOP, "99", "108.9", facts.input(7, "Tick"), "110", TRAILING);

    shouldSay(
        " left at 1970-01-01T00:00:09Z: TRAILING_STOP at 108.9 was touched by 108 (tick"
            + " 9); the stop had been moved there at 1970-01-01T00:00:07Z by"
            + " trailing-stop (percent 1) from watermark 110.");
  }

  @Test
  void shouldSayWhichPolicyTookWhichOnesPlace() {
    facts
        .fired(ExitReason.STOP_LOSS, "97", "96", facts.input(9, "Tick"))
        .adopted("tight", 1, "wide", 3);

    shouldSay(
        " left at 1970-01-01T00:00:09Z: STOP_LOSS at 97 was touched by 96 (tick 9); its"
            + " policy was changed at 1970-01-01T00:00:05Z, from tight version 1 to wide"
            + " version 3 (input 5).");
    assertThat(ExplanationText.of(facts.explanation()))
        .contains(
            "policies", "  1970-01-01T00:00:05Z input 5 from tight version 1 to wide version 3");
  }

  @Test
  void shouldNameTheCommandThatSetALevel() {
    facts
        .fired(ExitReason.TAKE_PROFIT, "103", "104", facts.input(9, "ConflatedTick"))
        .level(LevelKind.TARGET, "105", "103", facts.input(8, "PositionAmended"), "100", null);

    shouldSay(
        " left at 1970-01-01T00:00:09Z: TAKE_PROFIT at 103 was touched by 104 (tick 9);"
            + " the target had been moved there at 1970-01-01T00:00:08Z by the command"
            + " PositionAmended (input 8).");
  }

  @Test
  void shouldSayThatAnExitIsNotOverYet() {
    facts.fired(ExitReason.STOP_LOSS, "98", "97", facts.input(9, "Tick"));
    facts.status(PositionStatus.CLOSING).exit(IntentState.UNKNOWN, 2);

    shouldSay(
        " left at 1970-01-01T00:00:09Z: STOP_LOSS at 98 was touched by 97 (tick 9); the"
            + " exit is UNKNOWN after 2 orders.");
  }

  @Test
  void shouldNameTheRuleWhoseTimeHadCome() {
    facts
        .rule(RuleState.ACTIVE, E8.NULL, E8.NULL, new RuleSpec(RuleKind.MAX_AGE, 60 * 1_000 * ONE))
        .fired(ExitReason.TIME, null, "101", facts.input(9, "TimerFired"));

    shouldSay(
        " left at 1970-01-01T00:00:09Z: TIME, max-age (1m) was due; at the"
            + " market, the last price was 101 (input 9).");
  }

  @Test
  void shouldNameTheSignalThatWaitedForAPrice() {
    facts
        .command(facts.input(4, "SignalReceived"))
        .fired(ExitReason.SIGNAL, null, "101", facts.input(9, "Tick"));

    shouldSay(
        " left at 1970-01-01T00:00:09Z: SIGNAL, a signal asked for it at"
            + " 1970-01-01T00:00:04Z (input 4); at the market, the last price was 101"
            + " (tick 9).");
  }

  @Test
  void shouldSayWhoAskedForAManualExit() {
    facts.fired(ExitReason.MANUAL, null, null, facts.input(9, "CloseRequested"));

    shouldSay(" left at 1970-01-01T00:00:09Z: MANUAL, a close was asked for (input 9).");
  }

  @Test
  void shouldSayThatAverageCrossed() {
    facts.fired(ExitReason.MA_CROSS, null, "97", facts.input(9, "Tick"));

    shouldSay(
        " left at 1970-01-01T00:00:09Z: MA_CROSS, the fast average crossed the slow one;"
            + " at the market, the last price was 97 (tick 9).");
  }

  @Test
  void shouldSayThatAPositionIsNoLongerWatched() {
    facts.fired(null, null, null, facts.input(9, "PositionUnregistered"));

    shouldSay(" is no longer watched since 1970-01-01T00:00:09Z (input 9).");
  }

  @Test
  void shouldTellOfAPartialExit() {
    facts.order(Purpose.PARTIAL, ExitReason.PARTIAL, "0.5", "105", "106", 9);

    shouldSay(
        " gave up 0.5 at 1970-01-01T00:00:09Z: PARTIAL at the profit level 105 was"
            + " reached by 106 (input 9); the order is FILLED; the rest is still open.");
  }

  @Test
  void shouldSayWhatAnOpenPositionWaitsFor() {
    facts
        .levels("98", "104")
        .prices("98.5", 3, "103", 5)
        .rule(
            RuleState.NOT_WARM,
            E8.parse("98"),
            E8.NULL,
            new RuleSpec(RuleKind.ATR_STOP, 14, ONE, 60_000 * ONE, ONE, ONE))
        .rule(RuleState.WAITING_FOR_PROFIT, E8.NULL, E8.parse("102"), TRAILING)
        .rule(RuleState.DONE, E8.parse("101"), E8.NULL, new RuleSpec(RuleKind.BREAK_EVEN, 1, 1));

    shouldSay(
        " is still open at 1970-01-01T00:00:10Z: stop 98 was not touched; the lowest"
            + " price since registration was 98.5 at 1970-01-01T00:00:03Z; target 104"
            + " waits, the highest was 103 at 1970-01-01T00:00:05Z; atr-stop is not warm,"
            + " 7 of 14 bars, fallback 98; trailing-stop waits for profit at 102.");
  }

  @Test
  void shouldSayWhatKeptAStopFromFiring() {
    facts
        .levels("98", null)
        .prices("97", 3, "100", 2)
        .touch(LevelKind.STOP, Suppression.HALTED, 2, "97", "98")
        .command(facts.input(4, "SignalReceived"));

    shouldSay(
        " is still open at 1970-01-01T00:00:10Z: stop 98 did not fire; the lowest price"
            + " since registration was 97 at 1970-01-01T00:00:03Z; 2 prices at or past"
            + " the stop fired nothing, trading was halted: 97 against 98, first at"
            + " 1970-01-01T00:00:03Z (tick 3); a signal came, but the policy does not"
            + " exit on signals.");
  }

  @Test
  void shouldNotTakeAQuoteForATouchWhereTradesTrigger() {
    facts
        .levels("98", null)
        .prices("99", 3, "100", 2)
        .touch(LevelKind.STOP, Suppression.TRIGGER_SOURCE, 1, "97", "98");

    shouldSay(
        " is still open at 1970-01-01T00:00:10Z: stop 98 was not touched; the lowest"
            + " price since registration was 99 at 1970-01-01T00:00:03Z; 1 price at or"
            + " past the stop fired nothing, the policy looks at trades only: 97 against 98 at"
            + " 1970-01-01T00:00:03Z (tick 3).");
  }

  @Test
  void shouldSayThatNoPriceHasComeOrThatThereIsNoStop() {
    shouldSay(" is still open at 1970-01-01T00:00:10Z: there is no stop.");

    facts.levels("98", null);
    shouldSay(
        " is still open at 1970-01-01T00:00:10Z: stop 98 has not met a price since"
            + " registration.");
  }

  private static final String OPEN = " is still open at 1970-01-01T00:00:10Z: there is no stop; ";

  @Test
  void shouldSayThatTheVenueMayActFirst() {
    facts.leftToVenueUntil(11);

    shouldSay(OPEN + "its exit is left to the stop at the venue until 1970-01-01T00:00:11Z.");
  }

  @Test
  void shouldSayThatRulesRestInASilence() {
    facts
        .onHold()
        .waiting(ExitReason.TIME)
        .due(RuleState.WAITING_FOR_PRICE, 8, new RuleSpec(RuleKind.MAX_AGE, 8_000 * ONE));

    shouldSay(
        OPEN
            + "on hold until the next price, the market is silent since 1970-01-01T00:00:02Z;"
            + " max-age waits for a price, due since 1970-01-01T00:00:08Z.");
  }

  @Test
  void shouldSayThatASessionIsWaitedForOrHasOvertakenTheTime() {
    RuleSpec squareOff = new RuleSpec(RuleKind.SQUARE_OFF, 8_000 * ONE, E8.NULL, 1);
    facts.phase(SessionPhase.HALT).due(RuleState.WAITING_FOR_SESSION, 8, squareOff);
    shouldSay(
        OPEN
            + "the market is in phase HALT, no price counts; square-off waits for continuous"
            + " trading, due since 1970-01-01T00:00:08Z.");

    Facts later = new Facts().due(RuleState.MISSED, 8, squareOff);
    assertThat(ExplanationSentence.of(later.explanation()))
        .isEqualTo(
            WHO
                + OPEN
                + "square-off is off, a new session has started since 1970-01-01T00:00:08Z.");
  }

  @Test
  void shouldSayThatTradingIsHaltedAndASignalWaits() {
    facts.trading(TradingState.HALTED).waiting(ExitReason.SIGNAL);

    shouldSay(
        OPEN
            + "trading is halted, nothing fires; the exit that a signal asked for waits for a"
            + " price.");
  }

  @Test
  void shouldSayWhatTimeAndRiskKeepRulesFrom() {
    facts
        .due(RuleState.WAITING_FOR_TIME, 60, new RuleSpec(RuleKind.MAX_AGE, 60_000 * ONE))
        .rule(RuleState.BARRED, E8.NULL, E8.parse("105"), new RuleSpec(RuleKind.SCALE_IN, 1));

    shouldSay(
        OPEN
            + "max-age is due at 1970-01-01T00:01:00Z; scale-in is barred, trading takes no new"
            + " risk.");
  }

  @Test
  void shouldNameTheGroupAndWhatItsSumHadReached() {
    facts.fired(ExitReason.STOP_LOSS, null, "97", facts.input(9, "TimerFired"));
    facts.group("condor", false, ExitReason.STOP_LOSS, "-5175", "-5000", 9);

    shouldSay(
        " left at 1970-01-01T00:00:09Z: STOP_LOSS at 97 (input 9); group condor was worth"
            + " -5175, at or below its stop of -5000.");
  }

  @Test
  void shouldSayThatAHedgeWaitedForTheOthers() {
    facts.fired(ExitReason.EMERGENCY, null, "97", facts.input(9, "VenuePositionsEnd"));
    facts.group("account", true, ExitReason.EMERGENCY, "-21", "-20", 8);

    shouldSay(
        " left at 1970-01-01T00:00:09Z: EMERGENCY at 97 (input 9); the account had fired"
            + " at 1970-01-01T00:00:08Z for -21, at or below its daily loss of -20, and"
            + " this long option waited until the others were closed.");
  }
}
