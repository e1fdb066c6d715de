package io.ripcord.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import org.junit.jupiter.api.Test;

class EngineHarnessTest {
  @Test
  void shouldCarryAPositionFromTheStopToTheProof() {
    EngineHarness engine =
        new EngineHarness()
            .instrument("X")
            .policy(p -> p.stopPercent("2"))
            .open(1, Side.LONG, "0.5", "100")
            .tick("X", "98.00000001")
            .assertSilence()
            .after(EngineHarness.SECOND_NS)
            .tick("X", "97.9")
            .sent()
            .ack()
            .fill("97.5")
            .flat();

    engine.assertDecisions(
        "order 1 LONG 0.5 STOP_LOSS level=98 trigger=97.9 attempt=1",
        "position 1 CLOSING open=0.5 exit=null pnl=0",
        "position 1 CLOSING open=0 exit=97.5 pnl=-1.25",
        "query 1",
        "position 1 CLOSED open=0 exit=97.5 pnl=-1.25");
    assertThat(engine.position(1).status()).isEqualTo(PositionStatus.CLOSED);
    assertThat(engine.rig().decisionFrames()).hasSize(5).allMatch(frame -> frame.contains("/"));
  }

  @Test
  void shouldRefuseASecondClaimBeforeThePublish() {
    ArraySink sink = new ArraySink();
    sink.claim();

    assertThatThrownBy(sink::claim).isInstanceOf(AssertionError.class);
  }

  @Test
  void shouldPlayAFullRing() {
    ArraySink sink = new ArraySink();

    sink.full(true);

    assertThat(sink.tryClaim()).isNull();
  }
}
