package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.RandomSession;
import io.ripcord.testing.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeterminismTest {
  private static final int EVENTS = 20_000;

  @Test
  void shouldDecideTheSameBytesOnTheSameEvents() {
    long seed = Seeds.random(this).nextLong();
    EngineHarness live = RandomSession.run(new Random(seed), EVENTS, false);
    List<byte[]> inputs = live.rig().inputFrames();

    EngineRig first = new EngineRig(EngineHarness.CAPACITY, false).replay(inputs);
    EngineRig second = new EngineRig(EngineHarness.CAPACITY, false).replay(inputs);

    assertThat(first.decisionFrames()).isEqualTo(live.rig().decisionFrames());
    assertThat(second.decisionFrames()).isEqualTo(first.decisionFrames());
    assertThat(first.engine().stateHash()).isEqualTo(live.engine().stateHash());
    assertThat(second.engine().stateHash()).isEqualTo(first.engine().stateHash());
    assertThat(live.decisions().orders()).hasSizeGreaterThan(300);
  }

  @Test
  void shouldHaveTheSameStateAfterEveryEvent() {
    Random random = Seeds.random(this);
    List<byte[]> inputs =
        RandomSession.run(new Random(random.nextLong()), 2_000, false).rig().inputFrames();
    EngineRig first = new EngineRig(EngineHarness.CAPACITY, false);
    EngineRig second = new EngineRig(EngineHarness.CAPACITY, false);

    for (byte[] input : inputs) {
      first.replay(List.of(input));
      second.replay(List.of(input));
      assertThat(second.engine().stateHash()).isEqualTo(first.engine().stateHash());
    }
  }

  @Test
  void shouldGiveTheSameScenarioForTheSameSeed() {
    long seed = Seeds.random(this).nextLong();

    assertThat(RandomSession.run(new Random(seed), 2_000, false).rig().decisionFrames())
        .isEqualTo(RandomSession.run(new Random(seed), 2_000, false).rig().decisionFrames());
  }
}
