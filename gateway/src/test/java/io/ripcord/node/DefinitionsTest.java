package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.engine.Engine;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import java.time.Instant;
import org.junit.jupiter.api.Test;

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

    assertThat(definitions.squareOffNs("intraday", ns("2024-08-08T09:00:00Z")))
        .isEqualTo(ns("2024-08-08T09:30:00Z"));
    assertThat(definitions.squareOffNs("intraday", ns("2024-08-08T09:30:00Z")))
        .isEqualTo(ns("2024-08-09T09:30:00Z"));
    assertThat(definitions.squareOffNs("swing", ns("2024-08-08T09:00:00Z"))).isEqualTo(E8.NULL);
  }

  private static long ns(String time) {
    return Instant.parse(time).getEpochSecond() * SECOND;
  }
}
