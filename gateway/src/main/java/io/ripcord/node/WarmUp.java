package io.ripcord.node;

import io.ripcord.config.RipcordConfig;
import io.ripcord.log.NodeLog;
import io.ripcord.pipeline.Duty;

/**
 * Runs sessions of a made-up market through engines of its own until the compiler knows the way of
 * an exit: the first real one shall not pay for it. A piece at a time, on a thread that decides
 * nothing; whatever goes wrong in it is said and ends it.
 *
 * <p>What it builds has neither journal nor venue: no order of it can leave. MISSION F, "warm
 * wire".
 */
final class WarmUp implements Duty {
  /** Compilers take a method as hot after some 5,000 to 15,000 calls. */
  static final int EXITS = 6_000;

  private static final int TICKS_AT_A_TIME = 50;
  private static final int MAX_SESSIONS = 200;

  private final RipcordConfig config;
  private final NodeLog log;
  private WarmUpSession session;
  private int sessions;
  private long exits;
  private boolean over;

  WarmUp(RipcordConfig config, NodeLog log) {
    this.config = config;
    this.log = log;
    over = !config.pipeline().warmUp();
  }

  @Override
  public int doWork(long nowNs) {
    if (over) {
      return 0;
    }
    try {
      step();
    } catch (RuntimeException e) {
      end();
      log.warn("warm-up-failed", "text", String.valueOf(e.getMessage()));
    }
    return 1;
  }

  private void step() {
    if (session == null) {
      session = new WarmUpSession(config, sessions++);
    }
    if (session.run(TICKS_AT_A_TIME)) {
      return;
    }
    exits += session.exits();
    session = null;
    if (exits >= EXITS || sessions == MAX_SESSIONS) {
      end();
      log.info("warmed-up", "sessions", sessions, "exits", exits);
    }
  }

  private void end() {
    over = true;
    session = null;
  }

  long exits() {
    return exits;
  }
}
