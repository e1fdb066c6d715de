package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ConfigShowTest {
  private static final String YAML =
      """
      instruments:
        NSE:NIFTY: {price-increment: 0.050, lot: 75}
      policies:
        scalp:
          take-profit:
            ladder:
              - {after: 0m, percent: 10}
              - {after: 240m, any: true}
          trailing: {percent: 1.0, tighten: {at: 5, percent: 0.5}}
      pipeline:
        ring-size: 1024
        cores: {engine: 3}
      journal: {touch-ahead: 1024KiB}
      data: d
      positions: [{symbol: NSE:NIFTY, side: LONG, quantity: 75, policy: scalp}]
      """;

  private static final String SHOWN =
      """
      KEY                                           VALUE          ORIGIN
      pipeline.topology                             fused          default
      pipeline.profile                              shared         default
      pipeline.ring-size                            1024           c.yaml:11
      pipeline.outbound-ring-size                   65536          default
      pipeline.warm-up                              true           default
      pipeline.cores.engine                         3              c.yaml:12
      pipeline.cores.journal                        none           default
      pipeline.cores.sender                         none           default
      journal.durability                            process        default
      journal.batch-interval                        10ms           default
      journal.block-size                            64MiB          default
      journal.preallocate                           0B             default
      journal.max-size                              64GiB          default
      journal.touch-ahead                           1MiB           c.yaml:13
      paper.latency                                 5ms            environment RIPCORD__PAPER__LATENCY
      paper.slippage                                0              default
      paper.partial-fills.probability               0              default
      paper.partial-fills.parts                     3              default
      paper.reject.probability                      0              default
      paper.reject.max-in-a-row                     2              default
      paper.duplicate-reports.probability           0              default
      paper.report-delay                            0ms            default
      max-positions                                 65536          default
      journal.roll-after                            1GiB           default
      data                                          d              c.yaml:14
      instance                                      0              default
      venue.kind                                    local-paper    default
      venue.address                                 none           default
      feed.tape                                     none           default
      feed.generated.seed                           1              default
      feed.speed                                    1              default
      control.port                                  7070           default
      control.bind                                  127.0.0.1      default
      control.token-file                            d/token        default
      control.commands                              d/commands     default
      snapshot.interval                             10s            default
      snapshot.keep                                 3              default
      retention.keep-cycles                         none           default
      log.level                                     info           default
      log.file                                      d/ripcord.log  default
      instruments.NSE:NIFTY.price-increment         0.05           c.yaml:2
      instruments.NSE:NIFTY.lot                     75             c.yaml:2
      instruments.NSE:NIFTY.multiplier              1              default
      instruments.NSE:NIFTY.fee-percent             0              default
      instruments.NSE:NIFTY.inverse                 false          default
      instruments.NSE:NIFTY.kind                    spot           default
      policies.scalp.trigger                        last           default
      policies.scalp.evaluate.every                 every-tick     default
      policies.scalp.evaluate.gap-percent           2              default
      policies.scalp.take-profit.ladder[1].after    0ms            c.yaml:7
      policies.scalp.take-profit.ladder[1].percent  10             c.yaml:7
      policies.scalp.take-profit.ladder[2].after    4h             c.yaml:8
      policies.scalp.take-profit.ladder[2].any      true           c.yaml:8
      policies.scalp.trailing.percent               1              c.yaml:9
      policies.scalp.trailing.activate-at           0              default
      policies.scalp.trailing.step                  0              default
      policies.scalp.trailing.tighten.at            5              c.yaml:9
      policies.scalp.trailing.tighten.percent       0.5            c.yaml:9
      policies.scalp.signal-exit.enabled            false          default
      policies.scalp.unprotected                    false          default
      positions[1].id                               1              default
      positions[1].symbol                           NSE:NIFTY      c.yaml:15
      positions[1].side                             LONG           c.yaml:15
      positions[1].quantity                         75             c.yaml:15
      positions[1].policy                           scalp          c.yaml:15
      positions[1].leverage                         1              default
      sha256 %s
      decision sha256 %s
      """;

  private final LoadedConfig loaded = Reading.load(YAML, "RIPCORD__PAPER__LATENCY=5ms");

  @Test
  void shouldShowEveryValueWithItsOrigin() {
    assertThat(ConfigShow.table(loaded))
        .isEqualTo(
            SHOWN.formatted(hex(loaded.config().hash()), hex(loaded.config().decisionHash())));
  }

  @Test
  void shouldShowATreeToPrograms() {
    JsonNode shown = ConfigShow.json(loaded);
    JsonNode config = shown.get("config");
    JsonNode ladder = config.at("/policies/scalp/take-profit/ladder");

    assertThat(config.at("/pipeline/ring-size"))
        .hasToString("{\"value\":1024,\"origin\":\"c.yaml:11\"}");
    assertThat(config.at("/pipeline/topology"))
        .hasToString("{\"value\":\"fused\",\"origin\":\"default\"}");
    assertThat(config.at("/pipeline/cores/journal"))
        .hasToString("{\"value\":null,\"origin\":\"default\"}");
    assertThat(config.at("/instruments/NSE:NIFTY/price-increment"))
        .hasToString("{\"value\":\"0.05\",\"origin\":\"c.yaml:2\"}");
    assertThat(ladder).hasSize(2);
    assertThat(ladder.get(1).at("/any")).hasToString("{\"value\":true,\"origin\":\"c.yaml:8\"}");
    assertThat(shown.get("sha256").textValue()).isEqualTo(hex(loaded.config().hash()));
    assertThat(shown.get("decisionSha256").textValue())
        .isEqualTo(hex(loaded.config().decisionHash()));
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
