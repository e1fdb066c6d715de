package io.ripcord.rule;

import io.ripcord.money.E8;
import io.ripcord.position.Position;
import java.util.Arrays;

/**
 * Tightens the stop with age.
 *
 * <pre>
 *   tighten: [{after: 30m, stop-percent: 1.0}, {after: 60m, stop-percent: 0.5}]
 *   at registration + after    long: stop = entry * (1 - stop-percent / 100), rounded down
 *                              short: entry * (1 + stop-percent / 100), rounded up
 * </pre>
 *
 * <p>The ratchet holds: a stop that is tighter already stays. A stop that moves past the market
 * meets the last price in that same event. MISSION D9.
 */
public final class TimeTightenRule implements ExitRule {
  private static final int NEXT_STEP = 0;
  private static final int AFTER_NS = 0;
  private static final int STOP_PERCENT_E6 = 1;
  private static final int WIDTH = 2;

  private final long[] steps;

  /** Pairs of age and stop distance in percent of entry, in ascending order of age. */
  public TimeTightenRule(long... steps) {
    this.steps = Arrays.copyOf(steps, steps.length);
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public long deadlineNs(RuleScope scope) {
    int next = WIDTH * (int) scope.word(NEXT_STEP);
    return next < steps.length
        ? scope.position().registeredNs() + steps[next + AFTER_NS]
        : NO_DEADLINE;
  }

  @Override
  public void onDeadline(RuleScope scope) {
    Position position = scope.position();
    long next = scope.word(NEXT_STEP);
    scope.word(NEXT_STEP, next + 1);
    position.stop().tighten(levelE8(position, (int) next), RuleKind.TIME_TIGHTEN.code());
  }

  private long levelE8(Position position, int step) {
    long percentE6 = steps[WIDTH * step + STOP_PERCENT_E6];
    return LossLevel.of(position, position.entryPriceE8(), percentE6);
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    long next = scope.word(NEXT_STEP);
    boolean done = WIDTH * next >= steps.length;
    return RuleStatus.of(this, done ? RuleState.DONE : RuleState.WAITING_FOR_TIME)
        .level(next == 0 ? E8.NULL : levelE8(scope.position(), (int) next - 1))
        .due(deadlineNs(scope));
  }

  @Override
  public RuleKind kind() {
    return RuleKind.TIME_TIGHTEN;
  }

  @Override
  public long[] parameters() {
    return Arrays.copyOf(steps, steps.length);
  }
}
