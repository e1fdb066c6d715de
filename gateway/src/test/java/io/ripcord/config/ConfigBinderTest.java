package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.config.PipelineConfig.Cores;
import io.ripcord.journal.Durability;
import io.ripcord.money.E8;
import io.ripcord.pipeline.Profile;
import io.ripcord.pipeline.Topology;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigBinderTest {
  private static final String DURATIONS = ", such as 500ms, 30s, 10m, 4h or 1d";
  private static final String SIZES = ", such as 512KiB, 64MiB or 2GiB";

  static Stream<Arguments> refused() {
    return Stream.of(pipeline(), journalAndPaper(), rest()).flatMap(part -> part);
  }

  private static Stream<Arguments> pipeline() {
    return Stream.of(
        Arguments.of(
            "pipelin: {}", "c.yaml:1:1: pipelin: unknown key 'pipelin', did you mean 'pipeline'?"),
        Arguments.of(
            "foo: {}",
            "c.yaml:1:1: foo: unknown key 'foo', expected one of: instruments, policies, groups, positions,"
                + " calendars, calendar-files, pipeline, journal, paper, max-positions and 8 more"),
        Arguments.of(
            "pipeline: ",
            "c.yaml:1:1: pipeline: found nothing, expected a mapping of keys to values"),
        Arguments.of(
            "pipeline: {core: {engine: 1}}",
            "c.yaml:1:12: pipeline.core: unknown key 'core', did you mean 'cores'?"),
        Arguments.of(
            "pipeline: {cores: {engin: 1}}",
            "c.yaml:1:20: pipeline.cores.engin: unknown key 'engin', did you mean 'engine'?"),
        Arguments.of(
            "pipeline: {topology: fusd}",
            "c.yaml:1:22: pipeline.topology: found 'fusd', did you mean 'fused'?"),
        Arguments.of(
            "pipeline: {profile: fast}",
            "c.yaml:1:21: pipeline.profile: found 'fast', expected one of: shared, colo"),
        Arguments.of(
            "pipeline: {ring-size: 1000}",
            "c.yaml:1:23: pipeline.ring-size: found '1000',"
                + " expected a power of two from 64 to 16777216"),
        Arguments.of(
            "pipeline: {outbound-ring-size: 33554432}",
            "c.yaml:1:32: pipeline.outbound-ring-size: found '33554432',"
                + " expected a power of two from 64 to 16777216"),
        Arguments.of(
            "pipeline: {cores: {engine: -1}}",
            "c.yaml:1:28: pipeline.cores.engine: found '-1', expected a whole number from 0 to"
                + " 1023"),
        Arguments.of(
            "pipeline: {profile: colo}",
            "c.yaml:1:21: pipeline.profile: found 'colo' without pipeline.cores.engine,"
                + " pipeline.cores.sender, expected a core per thread"),
        Arguments.of(
            "pipeline: {profile: colo, topology: split, cores: {engine: 1, sender: 2}}",
            "c.yaml:1:21: pipeline.profile: found 'colo' without pipeline.cores.journal,"
                + " expected a core per thread"),
        Arguments.of(
            "pipeline: {cores: {engine: 1, sender: 1}}",
            "c.yaml:1:39: pipeline.cores.sender: found core 1, which is pipeline.cores.engine too,"
                + " expected another"));
  }

  private static Stream<Arguments> journalAndPaper() {
    return Stream.of(
        Arguments.of(
            "journal: {durability: always}",
            "c.yaml:1:23: journal.durability: found 'always', expected one of: process, batch,"
                + " order"),
        Arguments.of(
            "journal: {batch-interval: 0ms}",
            "c.yaml:1:27: journal.batch-interval: found '0ms', expected a duration from 1ms to 1m"
                + DURATIONS),
        Arguments.of(
            "journal: {block-size: 64MB}",
            "c.yaml:1:23: journal.block-size: found '64MB', expected a size from 64KiB to 1GiB"
                + SIZES),
        Arguments.of(
            "journal: {block-size: 67108864}",
            "c.yaml:1:23: journal.block-size: found '67108864', expected a size from 64KiB to 1GiB"
                + SIZES),
        Arguments.of(
            "journal: {preallocate: 128GiB}",
            "c.yaml:1:24: journal.preallocate: found 128GiB, expected at most journal.max-size"
                + " 64GiB"),
        Arguments.of(
            "journal: {max-size: 48MiB}",
            "c.yaml:1:21: journal.max-size: found 48MiB, expected at least journal.block-size"
                + " 64MiB"),
        Arguments.of(
            "paper: {latency: 10}",
            "c.yaml:1:18: paper.latency: found '10', expected a duration from 0ms to 1h"
                + DURATIONS),
        Arguments.of(
            "paper: {slippage: 0.5}",
            "c.yaml:1:19: paper.slippage: found '0.5', expected a whole number from 0 to 1000000"),
        Arguments.of(
            "paper: {partial-fills: {probability: 101}}",
            "c.yaml:1:38: paper.partial-fills.probability: found '101',"
                + " expected a percentage from 0 to 100, with at most 6 decimals"),
        Arguments.of(
            "paper: {partial-fills: {parts: 1}}",
            "c.yaml:1:32: paper.partial-fills.parts: found '1', expected a whole number from 2 to"
                + " 100"),
        Arguments.of(
            "paper: {reject: 5}",
            "c.yaml:1:17: paper.reject: found '5', expected a mapping of keys to values"));
  }

  private static Stream<Arguments> rest() {
    return Stream.of(
        Arguments.of(
            "max-positions: many",
            "c.yaml:1:16: max-positions: found 'many', expected a whole number from 1 to 1048576"),
        Arguments.of(
            "max-positions: [1]",
            "c.yaml:1:1: max-positions: found a list, expected a whole number from 1 to 1048576"),
        Arguments.of(
            "instruments: []",
            "c.yaml:1:1: instruments: found a list, expected a mapping of keys to values"),
        Arguments.of(
            "instruments: {\"A B\": {}}",
            "c.yaml:1:15: instruments.\"A B\": found 'A B', expected a name of 1 to 64 characters"
                + " out of A-Z a-z 0-9 . _ : - /"),
        Arguments.of(
            "instruments: {BTC: {tick: 1}}",
            "c.yaml:1:21: instruments.BTC.tick: unknown key 'tick', expected one of:"
                + " price-increment, lot, multiplier, fee-percent, inverse, bad-tick, kind, calendar"),
        Arguments.of(
            "instruments: {BTC: {lot: 0}}",
            "c.yaml:1:26: instruments.BTC.lot: found '0', expected a number above 0 and"
                + " at most 1000000000, with at most 8 decimals"),
        Arguments.of(
            "instruments: {BTC: {fee-percent: 11}}",
            "c.yaml:1:34: instruments.BTC.fee-percent: found '11', expected a percentage from 0 to"
                + " 10, with at most 6 decimals"),
        Arguments.of(
            "instruments: {BTC: {bad-tick: {confirm: 1s}}}",
            "c.yaml:1:21: instruments.BTC.bad-tick: missing key 'percent', expected a percentage"
                + " above 0 and below 100, with at most 6 decimals"),
        Arguments.of(
            "instruments: {BTC: {bad-tick: {percent: 5, confirm: 2m}}}",
            "c.yaml:1:53: instruments.BTC.bad-tick.confirm: found '2m', expected a duration from"
                + " 1ms to 1m, such as 500ms, 30s, 10m, 4h or 1d"),
        Arguments.of(
            "policies: {x: {stop-los: {percent: 1}}}",
            "c.yaml:1:16: policies.x.stop-los: unknown key 'stop-los', did you mean 'stop-loss'?"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String yaml, String message) {
    assertThat(Reading.config(yaml)).containsExactly(message);
  }

  @Test
  void shouldHoldDefaultsWhereNobodySaysAnything() {
    RipcordConfig config = Reading.load("{}").config();

    assertThat(config).isEqualTo(RipcordConfig.defaults());
    assertThat(config.instruments()).isEmpty();
    assertThat(config.policies()).isEmpty();
    assertThat(config.pipeline())
        .isEqualTo(
            new PipelineConfig(
                Topology.FUSED, Profile.SHARED, 65_536, 65_536, true, new Cores(-1, -1, -1)));
    assertThat(config.journal())
        .isEqualTo(
            new JournalConfig(
                Durability.PROCESS, 10_000_000, 64L << 20, 0, 64L << 30, 32L << 20, 1L << 30));
    assertThat(config.paper())
        .isEqualTo(
            new PaperConfig(
                0, 0, new PaperConfig.PartialFills(0, 3), new PaperConfig.Reject(0, 2), 0, 0));
    assertThat(config.maxPositions()).isEqualTo(65_536);
    assertThat(config.instrument("ABC")).isEqualTo(new InstrumentConfig("ABC", 1, 1, E8.ONE));
  }

  @Test
  void shouldBindEveryKey() {
    RipcordConfig config =
        Reading.load(
                """
                instruments:
                  NIFTY: {price-increment: 0.05, lot: 75, multiplier: 2}
                  BTCUSDT: {lot: 0.001}
                policies:
                  scalp: {stop-loss: {percent: 2}}
                pipeline:
                  topology: split
                  profile: colo
                  ring-size: 1024
                  outbound-ring-size: 2048
                  warm-up: false
                  cores: {engine: 2, journal: 3, sender: 0}
                journal:
                  durability: order
                  batch-interval: 5ms
                  block-size: 1MiB
                  preallocate: 2MiB
                  max-size: 1GiB
                  touch-ahead: 0
                  roll-after: 8MiB
                paper:
                  latency: 250us
                  slippage: 2
                  partial-fills: {probability: 12.5, parts: 4}
                  reject: {probability: 5, max-in-a-row: 3}
                  duplicate-reports: {probability: "1.5"}
                  report-delay: 2s
                max-positions: 10
                """)
            .config();

    assertThat(config.instruments().values())
        .containsExactly(
            new InstrumentConfig("BTCUSDT", 1, 100_000, E8.ONE),
            new InstrumentConfig("NIFTY", 5_000_000, 75 * E8.ONE, 2 * E8.ONE));
    assertThat(config.policies()).containsOnlyKeys("scalp");
    assertThat(config.pipeline())
        .isEqualTo(
            new PipelineConfig(
                Topology.SPLIT, Profile.COLO, 1_024, 2_048, false, new Cores(2, 3, 0)));
    assertThat(config.journal())
        .isEqualTo(
            new JournalConfig(Durability.ORDER, 5_000_000, 1 << 20, 2 << 20, 1 << 30, 0, 8 << 20));
    assertThat(config.paper())
        .isEqualTo(
            new PaperConfig(
                250_000,
                2,
                new PaperConfig.PartialFills(12_500_000, 4),
                new PaperConfig.Reject(5_000_000, 3),
                1_500_000,
                2_000_000_000));
    assertThat(config.maxPositions()).isEqualTo(10);
  }

  @Test
  void shouldBindWhatDecidesOfAnInstrumentBesidesItsSteps() {
    RipcordConfig config =
        Reading.load(
                """
                instruments:
                  A: {fee-percent: 0.05, inverse: true, bad-tick: {percent: 5}}
                  B: {bad-tick: {percent: 2.5, confirm: 1s}}
                """)
            .config();

    assertThat(config.instruments().values())
        .containsExactly(
            new InstrumentConfig("A", 1, 1, E8.ONE, 50_000, true, 5_000_000, 500_000_000),
            new InstrumentConfig("B", 1, 1, E8.ONE, 0, false, 2_500_000, 1_000_000_000));
  }

  @Test
  void shouldChangeTheTopologyForTheCommandLine() {
    RipcordConfig config = RipcordConfig.defaults();
    RipcordConfig changed = config.withPipeline(config.pipeline().withTopology(Topology.SPLIT));

    assertThat(changed.pipeline().topology()).isEqualTo(Topology.SPLIT);
    assertThat(changed.hash()).isNotEqualTo(config.hash());
    assertThat(changed.decisionHash())
        .as("inputs are the same in both topologies")
        .isEqualTo(config.decisionHash());
  }

  @Test
  void shouldReportSeveralProblemsAtOnce() {
    List<String> lines =
        Reading.config("max-positions: 0\njournal: {durability: x}\nfoo: 1\npaper: {latency: 1}\n");

    assertThat(lines)
        .extracting(line -> line.substring(0, 10))
        .containsExactly("c.yaml:1:1", "c.yaml:2:2", "c.yaml:3:1", "c.yaml:4:1");
  }
}
