package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitSource;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.position.Deadlines;
import io.ripcord.rule.RuleKind;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import io.ripcord.testing.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole book beyond the stop for long enough exits, whether or not anything trades. */
class BookThroughTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");
  private final MarketDesk desk = new MarketDesk(engine);

  private void open(Side side) {
    engine.policy(p -> p.stopPercent("2").bookThrough(SECOND_NS)).open(1, side, "1", "100");
  }

  @ParameterizedTest
  @CsvSource({
    "LONG, 90, 98, 98, 98",
    "LONG, 90, 97, 97, 98",
    "SHORT, 102, 110, 102, 102",
    "SHORT, 103, 110, 103, 102"
  })
  void shouldExitOnceTheBookHasStayedThrough(
      Side side, String bid, String ask, String trigger, String level) {
    open(side);
    desk.quote(bid, ask);
    engine.assertSilence();

    engine.timer();

    engine.assertOrders(
        "order 1 %s 1 STOP_LOSS level=%s trigger=%s attempt=1".formatted(side, level, trigger));
    assertThat(engine.decisions().lastOrder().source()).isEqualTo(ExitSource.BOOK);
    assertThat(engine.ack().engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 90, 98.00000001", "LONG, 90, -", "SHORT, 101.99999999, 110", "SHORT, -, 110"})
  void shouldNotCountABookThatIsNotWhollyThrough(Side side, String bid, String ask) {
    open(side);

    desk.quote(bid, ask);

    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 90, 97, 90, 98.1", "SHORT, 103, 110, 101.9, 110"})
  void shouldBeginAnewAfterAQuoteToTheContrary(
      Side side, String bid, String ask, String insideBid, String insideAsk) {
    open(side);
    desk.quote(bid, ask);
    engine.after(SECOND_NS - 1);
    desk.quote(insideBid, insideAsk);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
    desk.quote(bid, ask);

    engine.after(SECOND_NS - 1).tick("100").assertSilence().timer();

    assertThat(engine.decisions().orders()).hasSize(1);
  }

  @Test
  void shouldSayTheLastQuoteOfThoseThatWereThrough() {
    open(Side.LONG);
    desk.quote("90", "97");
    engine.after(SECOND_NS / 2);
    desk.quote("90", "96").quote("89", "-");

    engine.timer();

    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=98 trigger=96 attempt=1");
  }

  @Test
  void shouldSayThatTheStopHadTrailed() {
    engine.policy(p -> p.trailing("1").bookThrough(0)).open(1, Side.LONG, "1", "100").tick("110");
    desk.quote("100", "108.9");

    engine.timer();

    engine.assertOrders("order 1 LONG 1 TRAILING_STOP level=108.9 trigger=108.9 attempt=1");
  }

  @ParameterizedTest
  @CsvSource({"LONG, 90, 94, 94", "SHORT, 106, 110, 106"})
  void shouldExitThroughAHardStopWithoutAStop(Side side, String bid, String ask, String level) {
    engine
        .policy(p -> p.rule(RuleKind.HARD_STOP, 6_000_000).bookThrough(SECOND_NS))
        .open(1, side, "1", "100");
    desk.quote(bid, ask);

    engine.timer();

    engine.assertOrders(
        "order 1 %s 1 HARD_STOP level=%s trigger=%s attempt=1".formatted(side, level, level));
    assertThat(engine.decisions().lastOrder().source()).isEqualTo(ExitSource.BOOK);
  }

  @Test
  void shouldMeetTheStopThatWasInForceBeforeTheEvent() {
    engine.policy(p -> p.trailing("1").bookThrough(0)).open(1, Side.LONG, "1", "100").tick("100");

    desk.tick("110", "108", "108.5");
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
    desk.quote("108", "108.5");

    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(engine.nowNs());
  }

  @Test
  void shouldNotExitThroughAStopThatWasLoosenedMeanwhile() {
    open(Side.LONG);
    desk.quote("90", "97");
    new Operator(engine).loosen(1, "96");
    engine.clear().timer().assertSilence();

    desk.quote("90", "96");
    engine.timer();

    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=96 trigger=96 attempt=1");
  }

  @Test
  void shouldCountInContinuousTradingOnly() {
    open(Side.LONG);
    desk.quote("90", "97").phase(SessionPhase.HALT);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
    desk.quote("90", "97").phase(SessionPhase.CONTINUOUS);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);

    desk.quote("90", "97");

    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(engine.nowNs() + SECOND_NS);
  }
}
