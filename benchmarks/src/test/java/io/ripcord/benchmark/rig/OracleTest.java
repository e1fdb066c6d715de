package io.ripcord.benchmark.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.pipeline.Topology;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The orders of the pipeline against those of the scan, without any pace. */
class OracleTest {
  private static final int RATE = 64_000;
  private static final int WINDOWS = 2;

  private static final RigSettings SETTINGS =
      new RigSettings(List.of(RATE), WINDOWS, 0, 0, 10, 0, 1024, false, Path.of("nowhere"));

  private final Workload workload = new Workload(SETTINGS.ticks(RATE));

  @ParameterizedTest
  @EnumSource
  void shouldSendTheOrdersThatAScanFinds(Topology topology) {
    NaiveScan scan = new NaiveScan(workload);
    try (PipelineVariant variant = variant(topology, scan)) {
      for (int window = 0; window < WINDOWS; window++) {
        variant.prepare(window);
        for (int tick = 0; tick < workload.ticks(); tick++) {
          variant.publish(tick, System.nanoTime());
        }
        variant.finish();
      }
      OracleCheck check = variant.check(RATE);

      assertThat(check.holds()).as(check.toString()).isTrue();
      assertThat(check.orders()).isEqualTo(WINDOWS * (long) workload.positions());
    }
  }

  @Test
  void shouldNoticeOneTickThatIsMissing() {
    NaiveScan scan = new NaiveScan(workload);
    try (PipelineVariant variant = variant(Topology.FUSED, scan)) {
      variant.prepare(0);
      for (int tick = 0; tick < workload.ticks() - 1; tick++) {
        variant.publish(tick, System.nanoTime());
      }
      variant.finish();

      assertThat(variant.check(RATE).holds()).isFalse();
    }
  }

  @Test
  void shouldFireOnceForEveryPositionAndOnTriggersOnly() {
    NaiveScan scan = new NaiveScan(workload);

    assertThat(scan.orders())
        .isEqualTo(workload.positions())
        .isEqualTo(workload.ticks() / Workload.TRIGGER_EVERY);
    assertThat(Arrays.stream(scan.firedTicks())).allMatch(Workload::isTrigger);
  }

  private PipelineVariant variant(Topology topology, NaiveScan scan) {
    return new PipelineVariant(
        "tested", topology, SETTINGS, workload, scan, Cores.find(false), RigJournal.none(), false);
  }
}
