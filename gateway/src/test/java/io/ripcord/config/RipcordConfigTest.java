package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.money.E8;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RipcordConfigTest {
  /** A change here changes the hash of every configuration: say so in the CHANGELOG. */
  private static final String CANONICAL_DEFAULTS =
      """
      ripcord-config 1
      pipeline.topology=fused
      pipeline.profile=shared
      pipeline.ring-size=65536
      pipeline.outbound-ring-size=65536
      pipeline.warm-up=true
      pipeline.cores.engine=none
      pipeline.cores.journal=none
      pipeline.cores.sender=none
      journal.durability=process
      journal.batch-interval=10ms
      journal.block-size=64MiB
      journal.preallocate=0B
      journal.max-size=64GiB
      journal.touch-ahead=32MiB
      paper.latency=0ms
      paper.slippage=0
      paper.partial-fills.probability=0
      paper.partial-fills.parts=3
      paper.reject.probability=0
      paper.reject.max-in-a-row=2
      paper.duplicate-reports.probability=0
      paper.report-delay=0ms
      max-positions=65536
      journal.roll-after=1GiB
      data=ripcord-data/node
      instance=0
      venue.kind=local-paper
      venue.address=none
      feed.tape=none
      feed.generated.seed=1
      feed.speed=1
      control.port=7070
      control.bind=127.0.0.1
      control.token-file=ripcord-data/node/token
      control.commands=ripcord-data/node/commands
      snapshot.interval=10s
      snapshot.keep=3
      retention.keep-cycles=none
      log.level=info
      log.file=ripcord-data/node/ripcord.log
      """;

  private static final String BASE =
      """
      instruments: {B: {lot: 0.10}, A: {price-increment: 5}}
      policies:
        z: {stop-loss: {percent: 2.0}}
        y: {trailing: {percent: 1}}
      paper: {latency: 1000ms}
      """;

  @Test
  void shouldHashTheCanonicalText() {
    RipcordConfig config = RipcordConfig.defaults();

    assertThat(config.canonicalText()).isEqualTo(CANONICAL_DEFAULTS);
    assertThat(HexFormat.of().formatHex(config.hash()))
        .isEqualTo("85c2f8b65f5f05ea6cc31ef4f401def3d894af29f12bdf3271e9b1b6acc9ce49");
    assertThat(config.hash()).hasSize(32);
  }

  @Test
  void shouldHashTheSameForTheSameMeaning() {
    String written =
        """
        paper: {latency: 1s, slippage: 0}
        policies:
          "y": {trailing: {step: 0, percent: "1.000"}, unprotected: false}
          z: {signal-exit: {enabled: false}, stop-loss: {percent: 2}}
        instruments: {A: {multiplier: 1, price-increment: 5.0}, B: {lot: .1}}
        """;

    assertThat(hash(written)).isEqualTo(hash(BASE));
    assertThat(Reading.load("{}", "RIPCORD__PAPER__LATENCY=1s").config().canonicalText())
        .isEqualTo(Reading.load("paper: {latency: 1s}").config().canonicalText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-positions: 9",
        "journal: {block-size: 1MiB}",
        "instruments: {A: {lot: 2}}",
        "policies: {p: {stop-loss: {percent: 2}}}",
        "policies: {p: {stop-loss: {percent: 2.000001}}}",
        "policies: {p: {stop-loss: {price: 2}}}",
        "policies: {p: {stop-loss: {ticks: 2}}}",
        "policies: {q: {stop-loss: {percent: 2}}}",
        "policies: {p: {stop-loss: {percent: 2}, take-profit: {price: 2}}}",
        "policies: {p: {stop-loss: {percent: 2}, take-profit: {percent: 2}}}",
        "policies: {p: {stop-loss: {percent: 2}, take-profit: {ladder: [{after: 1s, percent: 2}]}}}",
        "policies: {p: {stop-loss: {percent: 2}, take-profit: {ladder: [{after: 1s, any: true}]}}}",
        "policies: {p: {stop-loss: {percent: 2}, trailing: {percent: 2}}}",
        "policies: {p: {stop-loss: {percent: 2}, trailing: {percent: 2, activate-at: 1}}}",
        "policies: {p: {stop-loss: {percent: 2}, trailing: {percent: 2, step: 1}}}",
        "policies: {p: {stop-loss: {percent: 2}, trailing: {percent: 2, tighten: {at: 1, percent: 1}}}}",
        "policies: {p: {stop-loss: {percent: 2}, signal-exit: {enabled: true}}}",
        "policies: {p: {stop-loss: {percent: 2}, trigger: bid-ask}}",
        "policies: {p: {stop-loss: {percent: 2}, evaluate: {every: 1s}}}",
        "policies: {p: {stop-loss: {percent: 2}, evaluate: {gap-percent: 0}}}",
        "policies: {p: {stop-loss: {atr: {}}}}",
        "policies: {p: {stop-loss: {percent: 2}, take-profit: {risk-reward: {}}}}",
        "policies: {p: {stop-loss: {percent: 2}, trailing: {ticks: 2}}}",
        "policies: {p: {stop-loss: {percent: 2}, trailing: {atr: {}}}}",
        "policies: {p: {stop-loss: {percent: 2}, trailing: {supertrend: {}}}}",
        "policies: {p: {stop-loss: {percent: 2}, trailing: {ma-cross: {}}}}",
        "policies: {p: {stop-loss: {percent: 2}, break-even: {}}}",
        "policies: {p: {stop-loss: {percent: 2}, break-even: {lock: fees}}}",
        "policies: {p: {stop-loss: {percent: 2}, partial: [{at: 1, close: 50}]}}",
        "policies: {p: {stop-loss: {percent: 2}, scale-in: {}}}",
        "policies: {p: {stop-loss: {percent: 2}, scale-in: {volume-ratio: none}}}",
        "policies: {p: {stop-loss: {percent: 2}, time: {max-age: 1h}}}",
        "policies: {p: {stop-loss: {percent: 2}, time: {square-off: 15:00, zone: UTC}}}",
        "policies: {p: {stop-loss: {percent: 2}, time: {tighten: [{after: 1h, stop-percent: 1}]}}}",
        "policies: {p: {stop-loss: {percent: 2}, volatility: {}}}",
        "policies: {p: {stop-loss: {percent: 2}, hard-stop: {percent: 6}}}",
        "policies: {p: {stop-loss: {percent: 2}, book-through: true}}",
        "policies: {p: {stop-loss: {percent: 2}, stale-after: 30s}}",
        "policies: {p: {stop-loss: {percent: 2}, defer-ms: 500}}"
      })
  void shouldHashDifferentlyForADifferentMeaning(String yaml) {
    List<String> others =
        List.of("{}", BASE, "policies: {p: {stop-loss: {percent: 3}}}", "max-positions: 8");

    assertThat(others).noneMatch(other -> hash(other).equals(hash(yaml)));
  }

  private static String hash(String yaml) {
    return HexFormat.of().formatHex(Reading.load(yaml).config().hash());
  }

  @Test
  void shouldLeaveOutOfTheDecisionHashWhatDecidesNothing() {
    RipcordConfig base = Reading.load(BASE).config();
    RipcordConfig other =
        Reading.load(BASE + "pipeline: {ring-size: 64}\njournal: {durability: order}\n").config();
    RipcordConfig slower = Reading.load(BASE.replace("1000ms", "999ms")).config();

    assertThat(other.decisionHash()).isEqualTo(base.decisionHash()).isNotEqualTo(base.hash());
    assertThat(slower.decisionHash()).isNotEqualTo(base.decisionHash());
  }

  @Test
  void shouldOrderByName() {
    RipcordConfig config = Reading.load(BASE).config();

    assertThat(config.policies().keySet()).containsExactly("y", "z");
    assertThat(config.instruments().keySet()).containsExactly("A", "B");
  }

  @Test
  void shouldRefuseRecordsThatNoFileCouldGive() {
    assertThatThrownBy(() -> new StopLossBlock(1, 1, E8.NULL, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StopLossBlock(E8.NULL, E8.NULL, E8.NULL, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StopLossBlock.percent(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TakeProfitBlock.ladder(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LadderRung(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> trailing(5, E8.NULL)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> trailing(5, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InstrumentConfig("A", 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SquareOff(E8.NULL, E8.NULL, "UTC"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PolicyConfig("a b", List.of(), true, "f", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TrailingDistance trailing(long tightenAtE6, long tighterE6) {
    return new TrailingDistance(
        TrailingDistance.Unit.PERCENT, 1, Optional.empty(), 0, 0, tightenAtE6, tighterE6);
  }
}
