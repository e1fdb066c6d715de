package io.ripcord.benchmark.rig;

import java.util.List;
import org.HdrHistogram.Histogram;

/** Windows with figures that somebody made up. */
final class MadeUp {
  static final long LENGTH_NS = 1_000_000;
  static final long NEAR_NS = 80;
  static final long FAR_NS = 270;

  private MadeUp() {}

  /** Nine latencies of {@code mostNs} and one of {@code oneNs}. */
  static WindowResult window(
      String variant, int round, long mostNs, long oneNs, long oneWayNs, long lostNs) {
    Histogram latencies = new Histogram(1, LatencyRecorder.MAX_NS, LatencyRecorder.DIGITS);
    latencies.recordValueWithCount(mostNs, 9);
    latencies.recordValue(oneNs);
    long stalls = lostNs > 0 ? 1 : 0;
    return new WindowResult(variant, round, oneWayNs, LENGTH_NS, stalls, lostNs, 0, 0, latencies);
  }

  static RateResult rate(int rate, List<WindowResult> windows) {
    return new RateResult(
        rate,
        10,
        windows.stream().map(WindowResult::variant).distinct().toList(),
        windows,
        List.of(new OracleCheck("fused", rate, 3, 3, 0xCAFE, 0xCAFE)),
        List.of(new SectionTime("everything", 500)),
        4_096);
  }

  /** Three rounds: 2, 3 and 10 times the hop; the last in a far and stalled window. */
  static RigResult threeRounds() {
    List<WindowResult> windows =
        List.of(
            window("noop", 0, 50, 60, NEAR_NS, 0),
            window("hop", 0, 100, 200, NEAR_NS, 0),
            window("fused", 0, 200, 400, NEAR_NS, 0),
            window("noop", 1, 50, 60, NEAR_NS, 0),
            window("hop", 1, 200, 400, NEAR_NS, 0),
            window("fused", 1, 600, 700, NEAR_NS, 0),
            window("noop", 2, 50, 60, FAR_NS, 0),
            window("hop", 2, 100, 100, FAR_NS, 0),
            window("fused", 2, 1_000, 1_000, FAR_NS, 300_000));
    return new RigResult(
        "nowhere", false, "no core to spare", List.of(rate(RigSettings.JUDGED_RATE, windows)));
  }
}
