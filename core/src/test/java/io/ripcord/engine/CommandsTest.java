package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amend, unregister, close: carried out, or refused with a reason and without a trace. */
class CommandsTest {
  private static final long UNKNOWN_ID = 77;

  private final EngineHarness engine =
      new EngineHarness()
          .instrument("X")
          .policy(p -> p.stopPercent("2").targetPercent("5").signalExit());

  private final Operator operator = new Operator(engine);

  enum Command {
    AMEND,
    LOOSEN,
    UNREGISTER,
    CLOSE
  }

  private void say(Command command) {
    switch (command) {
      case AMEND -> operator.amend(1, "99", "104");
      case LOOSEN -> operator.loosen(1, "90");
      case UNREGISTER -> operator.unregister(1);
      case CLOSE -> operator.close(1);
    }
  }

  private void assertRefused(long id, Refusal refusal, long value) {
    engine.assertDecisions(
        "alert COMMAND_REFUSED position=%d first=%d second=%d"
            .formatted(id, refusal.code(), value));
  }

  @ParameterizedTest
  @CsvSource({"LONG, 98, 98.5", "LONG, 98, 98", "SHORT, 102, 101.5", "SHORT, 102, 102"})
  void shouldTightenAStopInSilence(Side side, String stop, String amended) {
    engine.open(1, side, "1", "100").tick("100");
    assertThat(engine.stop(1)).isEqualTo(stop);

    operator.amend(1, amended, null);

    engine.assertSilence();
    assertThat(engine.stop(1)).isEqualTo(amended);
    engine.tick(amended);
    engine.assertOrders(
        "order 1 %s 1 STOP_LOSS level=%s trigger=%s attempt=1".formatted(side, amended, amended));
  }

  @ParameterizedTest
  @CsvSource({"LONG, 97.99999999", "SHORT, 102.00000001"})
  void shouldRefuseALooserStopAndTheTargetThatCameWithIt(Side side, String looser) {
    engine.open(1, side, "1", "100").tick("100");
    String stop = engine.stop(1);
    String target = engine.target(1);
    long hash = engine.engine().stateHash();

    operator.amend(1, looser, side == Side.LONG ? "101" : "99");

    assertRefused(1, Refusal.LOOSER, E8.parse(looser));
    assertThat(engine.stop(1)).isEqualTo(stop);
    assertThat(engine.target(1)).isEqualTo(target);
    assertThat(engine.engine().stateHash()).isNotEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 98, 95, 96", "SHORT, 102, 105, 104"})
  void shouldLoosenAStopWhenToldToAndSaySo(Side side, String old, String looser, String between) {
    engine.open(1, side, "1", "100").tick("100");

    operator.loosen(1, looser);

    engine.assertDecisions(
        "alert STOP_LOOSENED position=1 first=%d second=%d"
            .formatted(E8.parse(old), E8.parse(looser)));
    engine.clear().tick(between).assertSilence();
    engine.tick(looser);
    assertThat(engine.decisions().lastOrder().levelE8()).isEqualTo(E8.parse(looser));
  }

  @ParameterizedTest
  @CsvSource({
    "false, LONG, 110, 108.9, 100, 109, 108.5, 111, 109.89",
    "true, LONG, 110, 108.9, 100, 109, 108.5, 111, 109.89",
    "false, SHORT, 90, 90.9, 100, 91, 91.5, 89, 89.89",
    "true, SHORT, 90, 90.9, 100, 91, 91.5, 89, 89.89"
  })
  void shouldKeepALoosenedStopUntilTheNextWatermark(
      boolean evaluateEverything,
      Side side,
      String best,
      String trailed,
      String loosened,
      String quiet,
      String passed,
      String better,
      String trailedAgain) {
    EngineHarness trailing =
        new EngineHarness(evaluateEverything)
            .instrument("X")
            .policy(p -> p.trailing("1"))
            .open(1, side, "1", "100")
            .tick(best);
    assertThat(trailing.stop(1)).isEqualTo(trailed);
    new Operator(trailing).loosen(1, loosened);

    trailing.clear().tick(quiet).tick(passed).tick(best);

    trailing.assertSilence();
    assertThat(trailing.stop(1)).isEqualTo(loosened);
    trailing.tick(better);
    assertThat(trailing.stop(1)).isEqualTo(trailedAgain);
  }

  @Test
  void shouldSayNothingOfAStopThatIsTightenedThoughItMightBeLoosened() {
    engine.open(1, Side.LONG, "1", "100");

    operator.loosen(1, "99");

    engine.assertSilence();
    assertThat(engine.stop(1)).isEqualTo("99");
  }

  @ParameterizedTest
  @CsvSource({"LONG, 50", "LONG, 99", "SHORT, 150", "SHORT, 101"})
  void shouldGiveAStopToAPositionWithout(Side side, String stop) {
    engine.policy(p -> p.targetPercent("5")).open(1, side, "1", "100").tick("100");
    assertThat(engine.stop(1)).isEqualTo("null");

    operator.amend(1, stop, null);

    engine.assertSilence();
    engine.tick(stop);
    engine.assertOrders(
        "order 1 %s 1 STOP_LOSS level=%s trigger=%s attempt=1".formatted(side, stop, stop));
  }

  @ParameterizedTest
  @CsvSource({"LONG, 101", "LONG, 120", "SHORT, 99", "SHORT, 80"})
  void shouldMoveATargetEitherWayAndLeaveTheStop(Side side, String target) {
    engine.open(1, side, "1", "100").tick("100");
    String stop = engine.stop(1);

    operator.amend(1, null, target);

    engine.assertSilence();
    assertThat(engine.stop(1)).isEqualTo(stop);
    engine.tick(target);
    engine.assertOrders(
        "order 1 %s 1 TAKE_PROFIT level=%s trigger=%s attempt=1".formatted(side, target, target));
  }

  @Test
  void shouldMeetTheNextPriceWithALevelThatTheLastHasPassed() {
    engine.open(1, Side.LONG, "1", "100").tick("100");
    operator.amend(1, "101", null);
    engine.assertSilence();

    engine.tick("100.5");

    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=101 trigger=100.5 attempt=1");
  }

  @Test
  void shouldStillNameTheRuleThatMovedTheStop() {
    engine.policy(p -> p.stopPercent("2").trailing("1")).open(1, Side.LONG, "1", "100").tick("110");
    operator.amend(1, "109.5", null);

    engine.tick("109");

    engine.assertOrders("order 1 LONG 1 TRAILING_STOP level=109.5 trigger=109 attempt=1");
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void shouldRefuseAnUnknownPosition(Command command) {
    say(command);

    assertRefused(1, Refusal.UNKNOWN_POSITION, 0);
    assertThat(engine.decisions().alerts().get(0).instrumentId()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void shouldRefuseAPositionThatIsClosing(Command command) {
    engine.open(1, Side.LONG, "1", "100").tick("98").clear();

    say(command);

    assertRefused(1, Refusal.NOT_OPEN, 0);
    assertThat(engine.decisions().alerts().get(0).instrumentId()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void shouldRefuseAPositionThatIsClosed(Command command) {
    engine.open(1, Side.LONG, "1", "100").tick("98").fill("98").flat().clear();

    say(command);

    assertRefused(1, Refusal.NOT_OPEN, 0);
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void shouldRefuseAPositionThatIsNoLongerWatched(Command command) {
    engine.open(1, Side.LONG, "1", "100");
    operator.unregister(1);
    engine.clear();

    say(command);

    assertRefused(1, Refusal.NOT_OPEN, 0);
  }

  @Test
  void shouldForgetAPositionAndItsDeadline() {
    engine.policy(p -> p.stopPercent("2").rung(60, "2").anyPriceAfter(120).signalExit());
    engine.open(1, Side.LONG, "1", "100").open(2, Side.LONG, "1", "100").tick("100");

    operator.unregister(1);

    engine.assertDecisions("position 1 UNREGISTERED open=1 exit=null pnl=0");
    assertThat(engine.position(1).status()).isEqualTo(PositionStatus.UNREGISTERED);
    assertThat(engine.engine().view().openPositions()).isEqualTo(1);
    operator.unregister(2);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
    engine.clear();
    engine.after(600 * EngineHarness.SECOND_NS).tick("1").tick("1000").signal("X").signal(1);
    engine.conflated("X", "100", "200", "1", true).restart(2).tick("1");
    engine.assertSilence();
  }

  @Test
  void shouldKeepTheIdOfAForgottenPositionTaken() {
    engine.open(1, Side.LONG, "1", "100");
    operator.unregister(1);
    engine.clear().open(1, Side.SHORT, "1", "100");

    engine.assertDecisions(
        "alert REGISTRATION_REFUSED position=1 first=%d second=0"
            .formatted(Refusal.DUPLICATE_ID.code()));
  }

  @Test
  void shouldCloseAtTheLastPrice() {
    engine.open(1, Side.SHORT, "0.5", "100").tick("101").after(7);

    operator.close(1);

    engine.assertDecisions(
        "order 1 SHORT 0.5 MANUAL level=null trigger=101 attempt=1",
        "position 1 CLOSING open=0.5 exit=null pnl=0");
    assertThat(engine.decisions().lastOrder().source()).isEqualTo(ExitSource.MANUAL);
    assertThat(engine.decisions().lastOrder().triggerTimeNs()).isEqualTo(engine.nowNs());
    engine.clear().tick("102").tick("1").assertSilence();
  }

  @Test
  void shouldCloseWithoutAnyPrice() {
    engine.open(1, Side.LONG, "1", "100");

    operator.close(1);

    engine.assertOrders("order 1 LONG 1 MANUAL level=null trigger=null attempt=1");
    engine.reject(RejectKind.TRANSIENT).timer();
    assertThat(engine.decisions().orders()).hasSize(2);
    engine.fill("99").flat();
    assertThat(engine.decisions().lines()).contains("position 1 CLOSED open=0 exit=99 pnl=-1");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, UNKNOWN_ID, Long.MIN_VALUE, Long.MAX_VALUE})
  void shouldTellWhichPositionItDoesNotKnow(long id) {
    engine.open(1, Side.LONG, "1", "100");

    operator.close(id);

    assertThat(engine.decisions().alerts().get(0).positionId()).isEqualTo(id);
    assertThat(engine.decisions().alerts().get(0).first())
        .isEqualTo(Refusal.UNKNOWN_POSITION.code());
  }

  @Test
  void shouldFindEveryRefusalByItsCode() {
    for (Refusal refusal : Refusal.values()) {
      assertThat(Refusal.of(refusal.code())).isEqualTo(refusal);
    }
    assertThat(Refusal.of(0)).isNull();
    assertThat(Refusal.of(Long.MAX_VALUE)).isNull();
  }

  @Test
  void shouldCloseAPartAndKeepTheRestProtected() {
    engine.policy(p -> p.stopPercent("2")).open(7, Side.LONG, "5", "100").tick("101").clear();

    operator.close(7, "2");

    assertThat(engine.decisions().orders()).hasSize(1);
    assertThat(engine.decisions().orders().get(0).quantityE8()).isEqualTo(2 * E8.ONE);
    assertThat(engine.decisions().orders().get(0).reason()).isEqualTo(ExitReason.MANUAL);
    assertThat(engine.position(7).isOpen()).isTrue();

    engine.fill("101").clear().tick("98");

    assertThat(engine.decisions().orders().get(0).quantityE8()).isEqualTo(3 * E8.ONE);
    assertThat(engine.decisions().orders().get(0).reason()).isEqualTo(ExitReason.STOP_LOSS);
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "-1, 10"})
  void shouldRefuseAPartThatIsNoWholeNumberOfLots(String quantity, int refusal) {
    engine.policy(p -> p.stopPercent("2")).open(7, Side.LONG, "5", "100").clear();

    operator.close(7, quantity);

    engine.assertDecisions(
        "alert COMMAND_REFUSED position=7 first=%d second=%d"
            .formatted(refusal, E8.parse(quantity)));
  }

  @Test
  void shouldRefuseASecondPartWhileTheFirstIsUnderWay() {
    engine.policy(p -> p.stopPercent("2")).open(7, Side.LONG, "5", "100").clear();
    operator.close(7, "2");
    engine.clear();

    operator.close(7, "1");

    engine.assertDecisions(
        "alert COMMAND_REFUSED position=7 first=%d second=100000000"
            .formatted(Refusal.BUSY.code()));
  }

  @Test
  void shouldCloseAllWhenThePartIsAllOfIt() {
    engine.policy(p -> p.stopPercent("2")).open(7, Side.LONG, "5", "100").clear();

    operator.close(7, "5");

    assertThat(engine.position(7).isOpen()).isFalse();
    assertThat(engine.decisions().orders().get(0).quantityE8()).isEqualTo(5 * E8.ONE);
  }
}
