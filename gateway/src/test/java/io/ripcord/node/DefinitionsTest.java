package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.engine.Engine;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionsTest {
  private static final long SECOND = 1_000_000_000L;

  private final Definitions definitions =
      new Definitions(
          new DefinitionPublisher(new ArraySink(), Sources.CONFIGURATION),
          1,
          new Engine(new DecisionObserver() {}, 1, false).view());

  @Test
  void shouldResolveTheSquareOffOfAPolicyForTheTimeOfARegistration() {
    PositionsConfig file =
        ConfigLoader.parsePositions(
            RipcordConfig.defaults(),
            "p.yaml",
            """
            positions: []
            policies:
              intraday: {stop-loss: {percent: 2}, time: {square-off: "15:00", zone: Asia/Kolkata}}
              swing: {stop-loss: {percent: 2}}
            """);
    file.policies().values().forEach(definitions::policy);

    assertThat(definitions.squareOffNs("intraday", Optional.empty(), ns("2024-08-08T09:00:00Z")))
        .isEqualTo(ns("2024-08-08T09:30:00Z"));
    assertThat(definitions.squareOffNs("intraday", Optional.empty(), ns("2024-08-08T09:30:00Z")))
        .isEqualTo(ns("2024-08-09T09:30:00Z"));
    assertThat(definitions.squareOffNs("swing", Optional.empty(), ns("2024-08-08T09:00:00Z")))
        .isEqualTo(E8.NULL);
  }

  private static final InstrumentConfig BEGUN =
      new InstrumentConfig("A", 1, 1, E8.ONE, 50_000, true, 5_000_000, SECOND);

  static Stream<InstrumentConfig> others() {
    return Stream.of(
        new InstrumentConfig("A", 1, 1, 2 * E8.ONE, 50_000, true, 5_000_000, SECOND),
        new InstrumentConfig("A", 1, 1, E8.ONE, 60_000, true, 5_000_000, SECOND),
        new InstrumentConfig("A", 1, 1, E8.ONE, 50_000, false, 5_000_000, SECOND),
        new InstrumentConfig("A", 1, 1, E8.ONE, 50_000, true, E8.NULL, E8.NULL),
        new InstrumentConfig("A", 1, 1, E8.ONE, 50_000, true, 5_000_000, 2 * SECOND));
  }

  @ParameterizedTest
  @MethodSource("others")
  void shouldRefuseAnInstrumentThatWasBegunOtherwise(InstrumentConfig other) {
    Engine engine = new Engine(new DecisionObserver() {}, 1, false);
    ArraySink sink = new ArraySink();
    new Definitions(new DefinitionPublisher(sink, Sources.CONFIGURATION), 1, engine.view())
        .instrument(BEGUN);
    EventDispatcher dispatcher = new EventDispatcher();
    for (int i = 0; i < sink.events().size(); i++) {
      byte[] event = sink.events().get(i);
      dispatcher.dispatch(i + 1L, new UnsafeBuffer(event), 0, event.length, engine);
    }
    Definitions again =
        new Definitions(
            new DefinitionPublisher(new ArraySink(), Sources.CONFIGURATION), 2, engine.view());

    assertThat(again.instrument(BEGUN)).isFalse();
    assertThatThrownBy(() -> again.instrument(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("fee-percent, inverse, bad-tick or kind");
  }

  private static long ns(String time) {
    return Instant.parse(time).getEpochSecond() * SECOND;
  }
}
