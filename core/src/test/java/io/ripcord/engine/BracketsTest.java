package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.BracketState;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.Side;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.Operator;
import io.ripcord.testing.RecordedDecisions;
import io.ripcord.testing.RecordedDecisions.Alert;
import io.ripcord.testing.StateNumbers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the monitor leaves an exit to a stop at the venue, and when it does not. */
class BracketsTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");
  private final Operator operator = new Operator(engine);

  private void open(Side side) {
    engine.policy(p -> p.stopPercent("2")).open(1, side, "1", "100").tick("100");
  }

  private List<AlertKind> alerts() {
    return engine.decisions().alerts().stream().map(Alert::kind).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // Ours is 98 and 102; strictly within half a percent of entry is nearer than 0.5.
    "LONG,  97.51, 98",
    "LONG,  98.49, 97.9",
    "SHORT, 102.49, 102",
    "SHORT, 101.51, 102.1",
  })
  void shouldLeaveAnExitToAStopThatIsNear(Side side, String theirs, String price) {
    open(side);
    operator.bracket(1, BracketState.LIVE, theirs);
    engine.clear().tick(price).tick(price);

    assertThat(alerts()).containsExactly(AlertKind.BRACKET_DEFERRED);
    assertThat(engine.position(1).isOpen()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"LONG, 97.5, 98", "LONG, 98.5, 98", "SHORT, 102.5, 102", "SHORT, 101.5, 102"})
  void shouldOverrideAStopThatIsElsewhere(Side side, String theirs, String price) {
    open(side);
    operator.bracket(1, BracketState.LIVE, theirs);
    engine.clear().tick(price);

    assertThat(alerts()).containsExactly(AlertKind.BRACKET_MISMATCH);
    assertThat(engine.decisions().orders().get(0).source()).isEqualTo(ExitSource.MONITOR_SOFT);
  }

  @Test
  void shouldTakeOverWhenTheVenuesStopDidNotActInTime() {
    open(Side.LONG);
    operator.bracket(1, BracketState.LIVE, "98");
    engine.clear().tick("98");
    long untilNs = engine.nowNs() + SECOND_NS;

    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(untilNs);
    engine.clear().timer();

    assertThat(alerts()).containsExactly(AlertKind.BRACKET_TAKEN_OVER);
    assertThat(engine.decisions().orders()).hasSize(1);
    assertThat(engine.decisions().orders().get(0).reason()).isEqualTo(ExitReason.STOP_LOSS);
  }

  @Test
  void shouldTakeOverAtOnceWhenTheVenuesStopIsGone() {
    open(Side.LONG);
    operator.bracket(1, BracketState.LIVE, "98");
    engine.tick("98").clear();

    operator.bracket(1, BracketState.NONE, null);

    assertThat(alerts()).containsExactly(AlertKind.BRACKET_TAKEN_OVER);
    assertThat(engine.decisions().orders()).hasSize(1);
  }

  @Test
  void shouldNeverTakeTheUnknownForNoStop() {
    open(Side.LONG);
    operator.bracket(1, BracketState.UNKNOWN, null);
    engine.clear().tick("98");

    assertThat(alerts()).containsExactly(AlertKind.BRACKET_DEFERRED);
  }

  @Test
  void shouldNotDeferOnceTheStopHasTrailedPast() {
    engine.policy(p -> p.stopPercent("2").trailing("1")).open(1, Side.LONG, "1", "100");
    engine.tick("100");
    operator.bracket(1, BracketState.LIVE, "98.9");
    engine.clear().tick("99");

    assertThat(alerts()).isEmpty();
    assertThat(engine.decisions().orders().get(0).reason()).isEqualTo(ExitReason.TRAILING_STOP);
  }

  @Test
  void shouldLetTargetsAndAHumanGoTheirWay() {
    engine.policy(p -> p.stopPercent("2").targetPercent("2")).open(1, Side.LONG, "1", "100");
    engine.tick("100");
    operator.bracket(1, BracketState.LIVE, "98");
    engine.tick("98").clear();

    operator.close(1);

    assertThat(engine.decisions().orders().get(0).reason()).isEqualTo(ExitReason.MANUAL);
    engine.clear().after(10 * SECOND_NS).timer();
    assertThat(alerts()).doesNotContain(AlertKind.BRACKET_TAKEN_OVER);
  }

  @Test
  void shouldComeBackFromTheStateInTheMiddle() {
    open(Side.LONG);
    operator.bracket(1, BracketState.LIVE, "98");
    engine.tick("98");

    Engine copy = new Engine(new RecordedDecisions(), 8, false);
    copy.read(StateNumbers.of(engine.engine()::write).in());

    assertThat(copy.stateHash()).isEqualTo(engine.engine().stateHash());
    assertThat(copy.nextDeadlineNs()).isEqualTo(engine.engine().nextDeadlineNs());
  }
}
