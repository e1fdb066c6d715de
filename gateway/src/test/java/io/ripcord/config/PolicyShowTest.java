package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code config show} and the hash see of the blocks of a policy. */
class PolicyShowTest {
  private static final String EVERY_BLOCK =
      """
      stop-loss: {atr: {}}
      take-profit: {risk-reward: {symbols: {"A.B": 2}}}
      trailing: [{ticks: 40}, {atr: {}}, {supertrend: {}}, {ma-cross: {}}]
      break-even: {}
      partial: [{at: 15, close: 50}]
      scale-in: {}
      time: {square-off: 15:00, zone: Asia/Kolkata, tighten: [{after: 60m, stop-percent: 1}]}
      volatility: {}
      hard-stop: {percent: 6}
      book-through: true
      stale-after: 30s
      defer-ms: 500
      """;

  private static final String SHOWN =
      """
      trigger=last
      evaluate.every=every-tick
      evaluate.gap-percent=2
      stop-loss.atr.period=14
      stop-loss.atr.multiplier=2
      stop-loss.atr.bar=1m
      stop-loss.atr.min-percent=1.2
      stop-loss.atr.fallback-percent=2
      take-profit.risk-reward.strategy=fixed-ratio
      take-profit.risk-reward.base=1.5
      take-profit.risk-reward.min=1
      take-profit.risk-reward.max=3
      take-profit.risk-reward.volatility-factor=1
      take-profit.risk-reward.regime.trending=1.2
      take-profit.risk-reward.regime.ranging=1
      take-profit.risk-reward.regime.volatile=0.8
      take-profit.risk-reward.symbols."A.B"=2
      take-profit.risk-reward.bar=1m
      trailing[1].ticks=40
      trailing[1].activate-at=0
      trailing[1].step=0
      trailing[2].atr.period=14
      trailing[2].atr.multiplier=2
      trailing[2].atr.bar=1m
      trailing[2].activate-at=0
      trailing[2].step=0
      trailing[3].supertrend.period=10
      trailing[3].supertrend.multiplier=3
      trailing[3].supertrend.bar=1m
      trailing[4].ma-cross.fast=9
      trailing[4].ma-cross.slow=21
      trailing[4].ma-cross.type=ema
      trailing[4].ma-cross.bar=1m
      break-even.at=10
      break-even.lock=2
      partial[1].at=15
      partial[1].min-age=0ms
      partial[1].close=50
      scale-in.at=5
      scale-in.add=25
      scale-in.momentum.bars=5
      scale-in.momentum.percent=3
      scale-in.volume-ratio=1.5
      scale-in.max-adds=1
      scale-in.bar=1m
      time.square-off=15:00
      time.zone=Asia/Kolkata
      time.tighten[1].after=1h
      time.tighten[1].stop-percent=1
      volatility.fast=14
      volatility.slow=100
      volatility.tighten-above=1.5
      volatility.bar=1m
      hard-stop.percent=6
      signal-exit.enabled=false
      book-through.confirm-ms=500
      stale-after=30s
      on-stale=alert
      defer-ms=500
      defer-within=0.5
      unprotected=false
      """;

  @Test
  void shouldShowDefaultsOfEveryBlock() {
    assertThat(shown(EVERY_BLOCK)).isEqualTo(SHOWN.lines().toList());
  }

  @Test
  void shouldShowTheOtherForms() {
    assertThat(
            shown(
                """
                trigger: bid-ask
                evaluate: {every: 1s, gap-percent: 0}
                stop-loss: {percent: 2}
                break-even: {lock: fees}
                scale-in: {volume-ratio: none}
                trailing: {ticks: 40, tighten: {at: 5, ticks: 20}}
                time: {max-age: 4h}
                volatility: {widen-below: 0.7}
                """))
        .contains(
            "trigger=bid-ask",
            "evaluate.every=1s",
            "evaluate.gap-percent=0",
            "break-even.lock=fees",
            "scale-in.volume-ratio=none",
            "trailing.ticks=40",
            "trailing.tighten.ticks=20",
            "time.max-age=4h",
            "volatility.widen-below=0.7")
        .doesNotContain("book-through.confirm-ms=500");
  }

  @Test
  void shouldKnowWhereValuesComeFrom() {
    LoadedConfig loaded =
        Reading.load(
            """
            policies:
              p:
                stop-loss: {atr: {period: 20}}
                trailing:
                  - atr:
                      multiplier: 3
            """);

    assertThat(loaded.origin("policies.p.stop-loss.atr.period")).hasToString("c.yaml:3");
    assertThat(loaded.origin("policies.p.stop-loss.atr.bar")).hasToString("default");
    assertThat(loaded.origin("policies.p.trailing[1].atr.multiplier")).hasToString("c.yaml:6");
    assertThat(ConfigShow.json(loaded).at("/config/policies/p/trailing/0/atr/multiplier"))
        .hasToString("{\"value\":\"3\",\"origin\":\"c.yaml:6\"}");
  }

  private static List<String> shown(String blocks) {
    String yaml = "policies:\n  p:\n" + blocks.indent(4);
    String prefix = "policies.p.";
    return Reading.load(yaml)
        .config()
        .canonicalText()
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }
}
