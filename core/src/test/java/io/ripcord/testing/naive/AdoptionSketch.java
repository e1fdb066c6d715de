package io.ripcord.testing.naive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Draws adoptions: some positions get another policy, up to three times, at times of market data
 * and beside them, now and then after they have left. Draws of its own, so that a scenario without
 * them is otherwise the same.
 */
final class AdoptionSketch {

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long AFTER_ALL = 1_000_000;

  private final Set<NaiveKind> kinds;
  private final NaiveKind focus;
  private final SplitMix64 random;

  AdoptionSketch(long seed, Set<NaiveKind> kinds, NaiveKind focus) {
    this.kinds = kinds;
    this.focus = focus;
    this.random = new SplitMix64(seed * 37 + 11);
  }

  List<NaiveEvent> draw(List<RuleMarket> markets, List<NaivePosition> positions, List<Long> times) {
    List<NaiveEvent> adoptions = new ArrayList<>();
    if (!random.chance(50)) {
      return adoptions;
    }
    for (NaivePosition position : positions) {
      RuleMarket market =
          markets.stream().filter(each -> each.symbol().equals(position.symbol())).findAny().get();
      int count = random.chance(60) ? random.between(1, 3) : 0;
      for (int i = 0; i < count; i++) {
        long timeNs =
            timeAfter(position.registeredAtNs(), times)
                + random.pick(List.of(0L, 0L, SECOND_NS / 4, SECOND_NS / 2));
        if (timeNs < times.get(times.size() - 1)) {
          NaivePolicy policy = policy(position, positions, market, adoptions.size());
          adoptions.add(
              new NaiveEvent.Adopt(
                  timeNs,
                  AFTER_ALL + adoptions.size(),
                  position.symbol(),
                  position.id(),
                  policy,
                  policy.block(NaiveBlock.SquareOff.class) == null
                      ? null
                      : Long.valueOf(timeNs + random.between(1, 30) * SECOND_NS)));
        }
      }
    }
    return adoptions;
  }

  /** Soon after a registration, so that most positions are open then. */
  private long timeAfter(long registeredNs, List<Long> times) {
    List<Long> after = times.stream().filter(each -> each >= registeredNs).toList();
    return after.get(random.below(Math.max(1, after.size() / random.pick(List.of(1, 3, 5)))));
  }

  /** Its own once more, another's or a new one; a scripted fill knows of no part of a position. */
  private NaivePolicy policy(
      NaivePosition position, List<NaivePosition> positions, RuleMarket market, int number) {
    int kind = random.below(100);
    if (kind < 15) {
      return position.policy();
    }
    NaivePosition other = random.pick(positions);
    if (kind < 35
        && other.symbol().equals(position.symbol())
        && (position.exitFills().isEmpty() || !isInParts(other.policy()))) {
      return other.policy();
    }
    Set<NaiveKind> allowed = EnumSet.copyOf(kinds);
    if (!position.exitFills().isEmpty()) {
      allowed.remove(NaiveKind.PARTIAL);
      allowed.remove(NaiveKind.SCALE_IN);
    }
    boolean focuses = allowed.contains(focus);
    return new RuleSketch(
            allowed,
            focuses ? focus : random.pick(List.copyOf(allowed)),
            market.onePercent(),
            random)
        .draw("a" + number);
  }

  private static boolean isInParts(NaivePolicy policy) {
    return policy.block(NaiveBlock.Partial.class) != null
        || policy.block(NaiveBlock.ScaleIn.class) != null;
  }
}
