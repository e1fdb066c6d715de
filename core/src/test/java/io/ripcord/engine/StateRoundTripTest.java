package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.PositionStatus;
import io.ripcord.execution.IntentState;
import io.ripcord.position.Position;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.RandomSession;
import io.ripcord.testing.Seeds;
import io.ripcord.testing.StateNumbers;
import io.ripcord.testing.naive.NaiveKind;
import io.ripcord.testing.naive.Scenario;
import io.ripcord.testing.naive.ScenarioGenerator;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An engine that has read the state of another goes on as that one would have. */
class StateRoundTripTest {
  private static final int SESSIONS = 1_500;
  private static final int EVENTS = 400;
  private static final int CAPACITY = 24;
  private static final int RELAYS = 20;
  private static final int SCENARIOS = 1_000;

  private final Set<IntentState> intents = EnumSet.noneOf(IntentState.class);
  private final Set<PositionStatus> statuses = EnumSet.noneOf(PositionStatus.class);

  private static EngineRig rig(int capacity) {
    return new EngineRig(capacity, false);
  }

  /** Decisions of an earlier engine and of the one that took over, against those of one engine. */
  private void assertHandedOver(int capacity, List<byte[]> inputs, List<String> said, int at) {
    EngineRig first = rig(capacity).replay(inputs.subList(0, at));
    note(first.engine());
    EngineRig second = rig(capacity).takeOver(first);
    assertThat(second.engine().stateHash()).isEqualTo(first.engine().stateHash());

    second.replay(inputs.subList(at, inputs.size()));
    first.replay(inputs.subList(at, inputs.size()));

    List<String> saidAfter = second.decisionFrames();
    assertThat(saidAfter).isEqualTo(said.subList(said.size() - saidAfter.size(), said.size()));
    assertThat(first.decisionFrames()).isEqualTo(said);
    assertThat(second.engine().stateHash()).isEqualTo(first.engine().stateHash());
    assertThat(second.engine().nextDeadlineNs()).isEqualTo(first.engine().nextDeadlineNs());
  }

  private void note(Engine engine) {
    for (Position position : engine.view().positions().sortedById()) {
      statuses.add(position.status());
      intents.add(engine.view().exit(position).state());
    }
  }

  @Test
  void shouldGoOnFromAnyPointOfARandomSession() {
    Random seeds = Seeds.random(this);
    for (int i = 0; i < SESSIONS; i++) {
      long seed = seeds.nextLong();
      Random random = new Random(seed);
      EngineHarness live = RandomSession.run(random, EVENTS, CAPACITY, false);
      List<byte[]> inputs = live.rig().inputFrames();
      int at = random.nextInt(inputs.size() + 1);
      try {
        assertHandedOver(CAPACITY, inputs, live.rig().decisionFrames(), at);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("session seed " + seed + " at event " + at, e);
      }
    }
    assertThat(intents).containsExactlyInAnyOrder(IntentState.values());
    assertThat(statuses).containsExactlyInAnyOrder(PositionStatus.values());
  }

  @Test
  void shouldGoOnFromAnyPointOfAScenario() {
    for (long seed = 1; seed <= SCENARIOS; seed++) {
      Scenario scenario = new ScenarioGenerator(seed).with(NaiveKind.all()).generate();
      ScenarioRun run = ScenarioRun.of(scenario);
      int at = new Random(seed).nextInt(run.inputFrames().size() + 1);
      try {
        assertHandedOver(scenario.positions().size(), run.inputFrames(), run.decisionFrames(), at);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("scenario seed " + seed + " at event " + at, e);
      }
    }
  }

  @Test
  void shouldGoOnWhenEveryEventIsAnotherEngines() {
    Random seeds = Seeds.random(this);
    for (int i = 0; i < RELAYS; i++) {
      long seed = seeds.nextLong();
      EngineHarness live = RandomSession.run(new Random(seed), EVENTS, CAPACITY, false);
      List<String> said = live.rig().decisionFrames();
      EngineRig runner = rig(CAPACITY);
      int heard = 0;
      for (byte[] input : live.rig().inputFrames()) {
        EngineRig next = rig(CAPACITY).takeOver(runner);
        assertThat(next.engine().stateHash())
            .as("relay seed %d before event %d", seed, next.engine().sequence() + 1)
            .isEqualTo(runner.engine().stateHash());
        next.replay(List.of(input));
        int count = next.decisionFrames().size();
        assertThat(next.decisionFrames())
            .as("relay seed %d event %d", seed, next.engine().sequence())
            .isEqualTo(said.subList(heard, heard + count));
        heard += count;
        runner = next;
      }
      assertThat(heard).isEqualTo(said.size());
      assertThat(runner.engine().stateHash()).isEqualTo(live.engine().stateHash());
    }
  }

  @Test
  void shouldThrowWhenTheStateIsCutOffAnywhere() {
    EngineHarness live = RandomSession.run(Seeds.random(this), EVENTS, CAPACITY, false);
    StateNumbers state = StateNumbers.of(live.engine()::write);
    for (int count = 0; count < state.size(); count++) {
      state.cutTo(count);
      Engine fresh = fresh(CAPACITY);
      assertThatThrownBy(() -> fresh.read(state.in()))
          .as("cut to %d numbers", count)
          .isInstanceOf(NoSuchElementException.class)
          .hasMessage("the state ends after %d numbers", count);
    }
    Engine whole = fresh(CAPACITY);
    whole.read(state.cutTo(state.size()).in());
    assertThat(whole.stateHash()).isEqualTo(live.engine().stateHash());
  }

  @Test
  void shouldThrowWhenMorePositionsWereWrittenThanFit() {
    EngineHarness live = RandomSession.run(Seeds.random(this), EVENTS, CAPACITY, false);
    int written = live.engine().view().positions().count();
    assertThat(written).isGreaterThan(1);

    assertThatThrownBy(() -> fresh(written - 1).read(StateNumbers.of(live.engine()::write).in()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("count=%d, expected 0 to %d", written, written - 1);
  }

  private static Engine fresh(int capacity) {
    return new Engine(
        new DecisionEncoder((cause, index, buffer, offset, length) -> {}), capacity, false);
  }
}
