package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {
  private static final int CAPACITY = 3;

  private final EngineHarness engine =
      new EngineHarness(CAPACITY, false).instrument("X").policy(p -> p.stopPercent("2"));

  private void register(long id, int instrumentId, int policyId) {
    new CommandPublisher(engine.rig().sink(), Sources.COMMAND)
        .positionRegistered(
            engine.nowNs(), id, instrumentId, Side.LONG, E8.ONE, 100 * E8.ONE, E8.ONE, policyId);
  }

  private void assertRefused(long id, Refusal refusal, int policyId) {
    engine.assertDecisions(
        "alert REGISTRATION_REFUSED position=%d first=%d second=%d"
            .formatted(id, refusal.code(), policyId));
    assertThat(engine.engine().view().openPositions())
        .isEqualTo(engine.engine().view().positions().count());
  }

  @Test
  void shouldTakeAPositionOverInSilence() {
    engine.open(1, Side.SHORT, "0.5", "100");

    engine.assertSilence();
    assertThat(engine.engine().view().openPositions()).isEqualTo(1);
    assertThat(engine.engine().exitsInFlight()).isZero();
    assertThat(engine.stop(1)).isEqualTo("102");
    assertThat(engine.position(1).registeredNs()).isEqualTo(EngineHarness.START_NS);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, Integer.MAX_VALUE})
  void shouldRefuseAnUnknownInstrument(int instrumentId) {
    register(1, instrumentId, 0);

    assertRefused(1, Refusal.UNKNOWN_INSTRUMENT, 0);
    assertThat(engine.decisions().alerts().get(0).instrumentId()).isEqualTo(instrumentId);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 15, 16, Integer.MAX_VALUE})
  void shouldRefuseAnUnknownPolicy(int policyId) {
    register(1, 0, policyId);

    assertRefused(1, Refusal.UNKNOWN_POLICY, policyId);
  }

  @Test
  void shouldRefuseAPolicyThatIsNotComplete() {
    new DefinitionPublisher(engine.rig().sink(), Sources.CONFIGURATION)
        .policyBegin(engine.nowNs(), 1, 1, 1, 0, false);

    register(1, 0, 1);

    assertRefused(1, Refusal.UNKNOWN_POLICY, 1);
  }

  @Test
  void shouldRefuseAnIdTwiceEvenAfterTheClose() {
    engine.open(1, Side.LONG, "1", "100");
    register(1, 0, 0);
    assertThat(engine.decisions().lines())
        .containsExactly("alert REGISTRATION_REFUSED position=1 first=3 second=0");

    engine.tick("90").fill("90").flat().clear();
    register(1, 0, 0);

    assertThat(engine.decisions().lines())
        .containsExactly("alert REGISTRATION_REFUSED position=1 first=3 second=0");
    assertThat(engine.engine().view().openPositions()).isZero();
  }

  @Test
  void shouldRefuseWhatDoesNotFit() {
    for (long id = 1; id <= CAPACITY; id++) {
      engine.open(id, Side.LONG, "1", "100");
    }
    engine.assertSilence();

    register(CAPACITY + 1, 0, 0);

    assertRefused(CAPACITY + 1, Refusal.FULL, 0);
  }

  @Test
  void shouldLeaveNoTraceOfARefusal() {
    engine.open(1, Side.LONG, "1", "100").tick("100");
    register(2, 5, 0);
    engine.clear();

    engine.tick("1");

    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=98 trigger=1 attempt=1");
    assertThat(engine.decisions().lastOrder().clOrdId()).isEqualTo("0000010000001000100E");
  }
}
