package io.ripcord.benchmark.rig;

import io.ripcord.pipeline.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * All variants at one rate, in windows that take turns. Everything is built on the caller's thread,
 * which is not pinned: threads inherit where they may run. The windows run on a thread of their
 * own, the feed's.
 */
final class RateRun {
  private static final double WARM_UP_SHARE = 0.2;
  private static final long LEAD_NS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long PAUSE_DEADLINE_NS = TimeUnit.SECONDS.toNanos(10);

  /** For the first pages of the journals to be touched. */
  private static final int FIRST_REST_MS = 200;

  private final RigSettings settings;
  private final Cores cores;
  private final int rate;
  private final Workload workload;
  private final List<Variant> variants = new ArrayList<>();
  private final List<RigJournal> journals = new ArrayList<>();
  private final List<WindowResult> windows = new ArrayList<>();
  private final PacingLoop loop;
  private PingPong pingPong;
  private Throwable failure;

  RateRun(RigSettings settings, Cores cores, int rate) {
    this.settings = settings;
    this.cores = cores;
    this.rate = rate;
    loop = new PacingLoop(cores.isSingle());
    workload = new Workload(settings.ticks(rate));
  }

  RateResult run() {
    List<OracleCheck> checks = new ArrayList<>();
    try {
      build();
      feed();
      for (Variant variant : variants) {
        OracleCheck check = variant.check(rate);
        if (check != null) {
          checks.add(check);
        }
      }
    } finally {
      close();
    }
    long bytes = journals.stream().mapToLong(RigJournal::verify).sum();
    return new RateResult(
        rate,
        workload.ticks(),
        variants.stream().map(Variant::name).toList(),
        windows,
        checks,
        variants.stream().flatMap(variant -> variant.sections().stream()).toList(),
        bytes);
  }

  private void build() {
    NaiveScan oracle = new NaiveScan(workload);
    pingPong = new PingPong(cores);
    variants.add(new NoopVariant(cores));
    variants.add(new HopVariant(settings.ringSize(), cores));
    add("fused", Topology.FUSED, oracle, journal("fused"), false);
    add("fused-memory", Topology.FUSED, oracle, RigJournal.none(), false);
    add("fused-stamped", Topology.FUSED, oracle, journal("fused-stamped"), true);
    if (cores.splitRefusal() == null) {
      add("split", Topology.SPLIT, oracle, journal("split"), false);
    }
  }

  private RigJournal journal(String name) {
    Path path = settings.data().resolve(name + "-" + rate);
    RigJournal journal = RigJournal.in(path);
    journals.add(journal);
    return journal;
  }

  private void add(
      String name, Topology topology, NaiveScan oracle, RigJournal journal, boolean stamped) {
    variants.add(
        new PipelineVariant(name, topology, settings, workload, oracle, cores, journal, stamped));
  }

  private void feed() {
    Thread feed = new Thread(this::rounds, "bench-feed");
    feed.setUncaughtExceptionHandler((thread, e) -> failure = e);
    feed.start();
    try {
      feed.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    if (failure != null) {
      throw new IllegalStateException("a window failed: " + failure.getMessage(), failure);
    }
  }

  private void rounds() {
    cores.pinFeed();
    variants.forEach(RateRun::pause);
    rest(FIRST_REST_MS);
    for (int round = 0; round < settings.allRounds(); round++) {
      for (int i = 0; i < variants.size(); i++) {
        // Nobody is always the one behind the same other.
        Variant variant = variants.get((round + i) % variants.size());
        WindowResult window = window(variant, round);
        if (round >= settings.warmupRounds()) {
          windows.add(window);
        }
        rest(settings.restMs());
      }
    }
  }

  private WindowResult window(Variant variant, int round) {
    long oneWayNs = cores.isSingle() ? 0 : pingPong.oneWayNs();
    variant.idles().forEach(WatchedIdle::resume);
    variant.recorder().clear();
    variant.prepare(round);
    StallCount feedBefore = StallCount.of(List.of(loop.stalls()));
    StallCount engineBefore = StallCount.of(engineStalls(variant));
    double periodNs = (double) TimeUnit.SECONDS.toNanos(1) / rate;
    long lengthNs = (long) (workload.ticks() * periodNs);
    long startNs = System.nanoTime() + LEAD_NS;
    variant.recorder().countFrom(startNs + (long) (lengthNs * WARM_UP_SHARE));
    loop.run(variant, workload.ticks(), startNs, periodNs);
    StallCount feedStalls = StallCount.of(List.of(loop.stalls())).minus(feedBefore);
    variant.finish();
    StallCount engineStalls = StallCount.of(engineStalls(variant)).minus(engineBefore);
    pause(variant);
    return new WindowResult(
        variant.name(),
        round - settings.warmupRounds(),
        oneWayNs,
        lengthNs,
        feedStalls.count(),
        feedStalls.lostNs(),
        engineStalls.count(),
        engineStalls.lostNs(),
        variant.recorder().copy());
  }

  private static List<Stalls> engineStalls(Variant variant) {
    return variant.idles().stream().map(WatchedIdle::stalls).toList();
  }

  private record StallCount(long count, long lostNs) {
    static StallCount of(List<Stalls> all) {
      return new StallCount(
          all.stream().mapToLong(Stalls::count).sum(),
          all.stream().mapToLong(Stalls::lostNs).sum());
    }

    StallCount minus(StallCount before) {
      return new StallCount(count - before.count, lostNs - before.lostNs);
    }
  }

  private static void pause(Variant variant) {
    variant.idles().forEach(WatchedIdle::pause);
    long deadlineNs = System.nanoTime() + PAUSE_DEADLINE_NS;
    for (WatchedIdle idle : variant.idles()) {
      while (!idle.isPaused()) {
        if (System.nanoTime() > deadlineNs) {
          throw new IllegalStateException("a thread of variant " + variant.name() + " is stuck");
        }
        Thread.onSpinWait();
      }
    }
  }

  /** Spinning on all cores for long makes hypervisors take time away. */
  private static void rest(int restMs) {
    long untilNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(restMs);
    for (long nowNs = System.nanoTime(); nowNs < untilNs; nowNs = System.nanoTime()) {
      LockSupport.parkNanos(untilNs - nowNs);
    }
  }

  private void close() {
    if (pingPong != null) {
      pingPong.close();
    }
    variants.forEach(Variant::close);
  }
}
