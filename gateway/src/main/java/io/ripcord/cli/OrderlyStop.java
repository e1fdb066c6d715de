package io.ripcord.cli;

import io.ripcord.log.NodeLog;
import io.ripcord.node.Node;
import io.ripcord.node.StopReport;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;

/**
 * What SIGTERM and SIGINT do to a node: it stops in order, within a deadline, and the process ends
 * with 0. The JVM is already ending then, so a second signal changes nothing.
 */
final class OrderlyStop {
  private static final long DEADLINE_MS = 9_000;
  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Node node;
  private final NodeLog log;
  private final PrintWriter out;
  private final PrintWriter err;
  private final AtomicBoolean settled = new AtomicBoolean();
  private volatile int code = ExitCodes.FAILURE;

  OrderlyStop(Node node, NodeLog log, CommandLine command) {
    this.node = node;
    this.log = log;
    out = command.getOut();
    err = command.getErr();
  }

  /** From now on signals stop the node. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::onExit, "ripcord-stop"));
  }

  /** Returns when the node has halted, with the reason; never while it is stopped in order. */
  String awaitFailure() {
    while (true) {
      String failure = node.failure();
      if (failure != null && settled.compareAndSet(false, true)) {
        return failure;
      }
      LockSupport.parkNanos(LOOK_NS);
    }
  }

  private void onExit() {
    if (!settled.compareAndSet(false, true)) {
      // The process ends because the node has halted; that has its own exit code.
      return;
    }
    Thread worker = new Thread(this::stop, "ripcord-stop-worker");
    worker.setDaemon(true);
    worker.start();
    try {
      worker.join(DEADLINE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (worker.isAlive()) {
      err.println(
          "ripcord: did not stop within "
              + DEADLINE_MS
              + " ms, ends as it is; the next start recovers from the journal");
    }
    out.flush();
    err.flush();
    // Without this the JVM would report the signal rather than that all went well.
    Runtime.getRuntime().halt(code);
  }

  private void stop() {
    try {
      out.println("stopping: commands, market, engine, journal");
      out.flush();
      StopReport report = node.stop();
      out.println(report.sentence());
      out.println("stopped in order; journal " + node.journalPath() + " is complete");
      code = ExitCodes.OK;
    } catch (RuntimeException e) {
      log.error("stop-failed", "text", e.getMessage());
      err.println("ripcord: " + e.getMessage() + "; the next start recovers from the journal");
    }
    log.close();
  }
}
