package io.ripcord.node;

import io.ripcord.pipeline.Duty;

/**
 * A duty whose thread runs before it has work: nothing until {@link #open}, nothing after {@link
 * #shut}. Stepped by one thread, opened and shut by any.
 */
final class LateDuty implements Duty {
  private static final Duty NOTHING = nowNs -> 0;

  private volatile Duty duty = NOTHING;

  void open(Duty newDuty) {
    duty = newDuty;
  }

  /** A step under way ends on its own. */
  void shut() {
    duty = NOTHING;
  }

  @Override
  public int doWork(long nowNs) {
    return duty.doWork(nowNs);
  }
}
