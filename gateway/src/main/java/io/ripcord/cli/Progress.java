package io.ripcord.cli;

import io.ripcord.event.Texts;
import io.ripcord.node.RunWatcher;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Says every few seconds how far a long run has come; short runs stay silent. */
final class Progress implements RunWatcher {
  private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(3);
  private static final int CHECK_MASK = 0xFFF;

  private final PrintWriter err;
  private final long total;
  private final Runnable onDecisions;
  private long nextNs = System.nanoTime() + INTERVAL_NS;
  private long done;

  /** Says it to {@code err}, of {@code total} records; 0 when nobody has counted them. */
  Progress(PrintWriter err, long total, Runnable onDecisions) {
    this.err = err;
    this.total = total;
    this.onDecisions = onDecisions;
  }

  @Override
  public void onProgress(long timeNs) {
    done++;
    if ((done & CHECK_MASK) == 0 && System.nanoTime() > nextNs) {
      nextNs = System.nanoTime() + INTERVAL_NS;
      if (total == 0) {
        err.printf("%s: %d records%n", Texts.time(timeNs), done);
      } else {
        err.printf(
            "%s: %d of %d records (%d %%)%n", Texts.time(timeNs), done, total, done * 100 / total);
      }
      err.flush();
    }
  }

  @Override
  public void onDecisions() {
    onDecisions.run();
  }
}
