package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.ExitSource;
import io.ripcord.event.Side;
import io.ripcord.event.SignalAction;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalTest {
  private static final int POLICY_WITHOUT = 0;

  private final EngineHarness engine =
      new EngineHarness()
          .instrument("W")
          .instrument("X")
          .policy(p -> p.stopPercent("50"))
          .policy(p -> p.stopPercent("50").signalExit());

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldExitAtTheLastPrice(Side side) {
    engine.open(1, side, "1", "100").tick("101").tick("102.5").after(5);

    engine.signal("X");

    engine.assertOrders("order 1 " + side + " 1 SIGNAL level=null trigger=102.5 attempt=1");
    assertThat(engine.decisions().lastOrder().source()).isEqualTo(ExitSource.MONITOR_SIGNAL);
    assertThat(engine.decisions().lastOrder().triggerTimeNs()).isEqualTo(engine.nowNs());
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldWaitForTheFirstPrice(Side side) {
    engine.open(1, side, "1", "100").signal("X").signal(1).quote("X", "99", "101").assertSilence();

    engine.tick("103").tick("104");

    engine.assertOrders("order 1 " + side + " 1 SIGNAL level=null trigger=103 attempt=1");
  }

  @Test
  void shouldExitAllPositionsOfTheInstrumentInOrderOfId() {
    engine
        .open(5, "X", Side.LONG, "1", "100")
        .open(2, "X", Side.SHORT, "1", "100")
        .open(3, "W", Side.LONG, "1", "100")
        .open(4, "X", Side.LONG, "1", "100", POLICY_WITHOUT)
        .tick("W", "100")
        .tick("X", "100");

    engine.signal("X");

    assertThat(engine.decisions().orders())
        .extracting(order -> order.positionId())
        .containsExactly(2L, 5L);
  }

  @Test
  void shouldExitOnePosition() {
    engine.open(5, Side.LONG, "1", "100").open(2, Side.LONG, "1", "100").tick("100");

    engine.signal(5);

    assertThat(engine.decisions().orders())
        .extracting(order -> order.positionId())
        .containsExactly(5L);
  }

  @Test
  void shouldIgnoreASignalThatThePolicyDoesNotAllow() {
    engine.open(1, "X", Side.LONG, "1", "100", POLICY_WITHOUT);

    engine.signal("X").signal(1).tick("100").signal(1);

    engine.assertSilence();
    assertThat(engine.position(1).hasPending()).isFalse();
  }

  @Test
  void shouldIgnoreASignalForNobody() {
    engine.open(1, Side.LONG, "1", "100").tick("100");

    engine.signal(2).signal("W");
    new CommandPublisher(engine.rig().sink(), 5)
        .signal(engine.nowNs(), 99, E8.NULL, SignalAction.EXIT);

    engine.assertSilence();
  }

  @Test
  void shouldExitOnceOnTwoSignals() {
    engine.open(1, Side.LONG, "1", "100").tick("100");

    engine.signal("X").signal("X").signal(1);

    assertThat(engine.decisions().orders()).hasSize(1);
  }
}
