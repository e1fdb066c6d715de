package io.ripcord.rule;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;

/**
 * Break-even: once the profit is large enough, the stop goes to where the position no longer loses.
 *
 * <pre>
 *   when   current profit >= at percent of entry
 *   stop   lock percent:  long entry * (1 + lock / 100), rounded down      short entry * (1 - lock / 100), up
 *          lock fees:     long entry * (1 + f) / (1 - f), rounded up       short entry * (1 - f) / (1 + f), down
 *                         f: the instrument's fee per side, as a fraction
 * </pre>
 *
 * <p>At the fees level, what entry and exit cost is earned and nothing more; it rounds to the side
 * that earns. The ratchet holds: a stop that is tighter already stays. An entry that changes later
 * is locked in once more. MISSION D6.
 */
public final class BreakEvenRule implements ExitRule {
  private static final long HUNDRED_E6 = 100 * Percent.ONE;

  /** What was locked in: once only, so that a stop which a human loosens after it stays. */
  private static final int LOCKED_E8 = 0;

  private final long atE6;
  private final long lockE6;

  /** A lock of {@link E8#NULL} covers the fees. */
  public BreakEvenRule(long atE6, long lockE6) {
    this.atE6 = atE6;
    this.lockE6 = lockE6;
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public void follow(RuleScope scope) {
    Position position = scope.position();
    long levelE8 = lockedE8(scope);
    if (scope.word(LOCKED_E8) != levelE8 && scope.isAtOrPast(ProfitLevel.of(position, atE6))) {
      scope.word(LOCKED_E8, levelE8);
      position.stop().tighten(levelE8, RuleKind.BREAK_EVEN.code());
    }
  }

  /** Until it has locked in what the present entry asks for. */
  @Override
  public long wakeE8(RuleScope scope) {
    return scope.word(LOCKED_E8) == lockedE8(scope)
        ? E8.NULL
        : ProfitLevel.of(scope.position(), atE6);
  }

  private long lockedE8(RuleScope scope) {
    return lockE6 == E8.NULL ? feesLevel(scope) : lockLevel(scope.position());
  }

  private long lockLevel(Position position) {
    return LossLevel.of(position, position.entryPriceE8(), -lockE6);
  }

  private static long feesLevel(RuleScope scope) {
    long entryE8 = scope.position().entryPriceE8();
    long feeE6 = scope.instrument().feePercentE6();
    return scope.position().side() == Side.LONG
        ? MulDiv.ceil(entryE8, HUNDRED_E6 + feeE6, HUNDRED_E6 - feeE6)
        : MulDiv.floor(entryE8, HUNDRED_E6 - feeE6, HUNDRED_E6 + feeE6);
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    Position position = scope.position();
    long lockedE8 = lockedE8(scope);
    boolean done =
        position.stop().isSet() && !position.isBetter(lockedE8, position.stop().levelE8());
    return RuleStatus.of(this, done ? RuleState.DONE : RuleState.WAITING_FOR_PROFIT)
        .level(lockedE8)
        .waitsFor(done ? E8.NULL : ProfitLevel.of(position, atE6));
  }

  @Override
  public RuleKind kind() {
    return RuleKind.BREAK_EVEN;
  }

  @Override
  public long[] parameters() {
    return new long[] {atE6, lockE6};
  }
}
