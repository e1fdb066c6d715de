package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.testing.EngineHarness;
import org.junit.jupiter.api.Test;

/** A position keeps the version of its policy that it was registered with. */
class PolicyVersionTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");

  @Test
  void shouldTrailByTheVersionOfTheRegistration() {
    engine.policy(p -> p.trailing("1")).open(1, Side.LONG, "1", "100");

    engine.policy(0, p -> p.version(2).trailing("5")).open(2, Side.LONG, "1", "100").tick("110");

    assertThat(engine.stop(1)).isEqualTo("108.9");
    assertThat(engine.stop(2)).isEqualTo("104.5");
  }

  @Test
  void shouldHeedSignalsByTheVersionOfTheRegistration() {
    engine.policy(p -> p.stopPercent("9")).open(1, Side.LONG, "1", "100");
    engine.policy(0, p -> p.version(2).stopPercent("9").signalExit());
    engine.open(2, Side.LONG, "1", "100").tick("100");

    engine.signal("X");

    engine.assertOrders("order 2 LONG 1 SIGNAL level=null trigger=100 attempt=1");
  }

  @Test
  void shouldClimbTheLadderOfTheRegistration() {
    engine.policy(p -> p.rung(0, "10").rung(60, "4")).open(1, Side.LONG, "1", "100");
    engine.policy(0, p -> p.version(2).stopPercent("2"));

    engine.tick("104").timer();

    engine.assertOrders("order 1 LONG 1 TAKE_PROFIT level=104 trigger=104 attempt=1");
  }

  @Test
  void shouldNotBeTouchedByADefinitionThatIsNotComplete() {
    engine.policy(p -> p.trailing("1")).open(1, Side.LONG, "1", "100");
    new DefinitionPublisher(engine.rig().sink(), Sources.CONFIGURATION)
        .policyBegin(engine.nowNs(), 0, 1, 2, 1, false);

    engine.tick("110");

    assertThat(engine.stop(1)).isEqualTo("108.9");
  }
}
