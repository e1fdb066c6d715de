package io.ripcord.benchmark.rig;

import java.util.List;

/**
 * The control: the pacing loop on one core, an idle loop on the other, and nothing between them.
 * Its tail is the machine's own.
 */
final class NoopVariant implements Variant {
  private final LatencyRecorder recorder = new LatencyRecorder();
  private final SpinThread idler;

  NoopVariant(Cores cores) {
    idler = new SpinThread("idler", () -> 0, cores);
  }

  @Override
  public String name() {
    return "noop";
  }

  @Override
  public LatencyRecorder recorder() {
    return recorder;
  }

  @Override
  public List<WatchedIdle> idles() {
    return List.of(idler.idle());
  }

  @Override
  public void prepare(int number) {}

  @Override
  public void publish(int tick, long intendedNs) {
    if (Workload.isTrigger(tick)) {
      recorder.record(intendedNs);
    }
  }

  @Override
  public void finish() {}

  @Override
  public void close() {
    idler.close();
  }
}
