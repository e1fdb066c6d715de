package io.ripcord.testing.naive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scenarios for the rules beyond the basic ones: bars of seconds, so that indicators get warm;
 * positions that share instrument and policy, registered between and within bars, of one to four
 * lots; times at which a bar closes, a stop is touched, a deadline is due and a signal comes. Exact
 * touches of levels that move are made afterwards, by {@link Sharpening}.
 */
final class RuleScenarios {

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long START_NS = 1_704_067_200L * SECOND_NS;
  private static final int EVENTS_AT_ONCE = 10;

  private final long seed;

  /** Rules and settings: what policies are drawn from. */
  private final Set<NaiveKind> kinds;

  private final boolean adopts;
  private final SplitMix64 random;
  private final NaiveKind focus;

  RuleScenarios(long seed, Set<NaiveKind> kinds) {
    this.seed = seed;
    this.kinds = EnumSet.copyOf(kinds);
    this.kinds.remove(NaiveKind.ADOPTIONS);
    this.adopts = kinds.contains(NaiveKind.ADOPTIONS);
    this.random = new SplitMix64(seed * 31 + 7);
    this.focus = random.pick(List.copyOf(this.kinds));
  }

  Scenario generate() {
    List<RuleMarket> markets = new ArrayList<>();
    int marketCount = random.chance(70) ? 1 : 2;
    for (int i = 0; i < marketCount; i++) {
      String symbol = i == 0 ? "AAA" : "BBB";
      markets.add(new RuleMarket(symbol, kinds.contains(NaiveKind.INVERSE), random));
    }
    boolean isLong = kinds.contains(NaiveKind.RISK_REWARD) && random.chance(25);
    List<Long> times = times(isLong ? random.between(150, 210) : random.between(40, 110), isLong);
    List<NaivePosition> positions = positions(markets, times);
    List<NaiveEvent> adoptions =
        adopts ? new AdoptionSketch(seed, kinds, focus).draw(markets, positions, times) : List.of();
    List<NaiveEvent> events = new ArrayList<>(watches(positions));
    events.addAll(events(markets, positions, times, adoptions));
    Scenario blunt =
        new Scenario(
            seed, markets.stream().map(RuleMarket::instrument).toList(), positions, events);
    return random.chance(75) ? new Sharpening(random, true).of(blunt) : blunt;
  }

  private List<Long> times(int count, boolean areRegular) {
    List<Long> times = new ArrayList<>();
    long timeNs = START_NS;
    for (int i = 0; i < count; i++) {
      int kind = random.below(100);
      if (areRegular && kind < 80) {
        timeNs += SECOND_NS;
      } else if (kind >= 12) {
        timeNs +=
            kind < 55 ? SECOND_NS / 2 : kind < 90 ? SECOND_NS : random.between(2, 6) * SECOND_NS;
      }
      times.add(timeNs);
    }
    return times;
  }

  private List<NaivePosition> positions(List<RuleMarket> markets, List<Long> times) {
    List<NaivePosition> positions = new ArrayList<>();
    Map<Integer, RuleSketch> sketches = new HashMap<>();
    int count = random.between(1, 5);
    for (int id = 1; id <= count; id++) {
      int which = random.below(markets.size());
      RuleMarket market = markets.get(which);
      RuleSketch sketch =
          sketches.computeIfAbsent(
              which, ignored -> new RuleSketch(kinds, focus, market.onePercent(), random));
      boolean isShared = !positions.isEmpty() && random.chance(35);
      NaivePolicy policy = isShared ? random.pick(positions).policy() : sketch.draw("p" + id);
      long registeredNs = registrationTime(times);
      boolean isInParts =
          policy.block(NaiveBlock.Partial.class) == null
              && policy.block(NaiveBlock.ScaleIn.class) == null
              && random.chance(15);
      int lots = random.chance(80) ? random.between(1, 4) : 10;
      positions.add(
          new NaivePosition(
              id,
              market.symbol(),
              random.chance(50) ? NaivePosition.Side.LONG : NaivePosition.Side.SHORT,
              market.lots(lots),
              market.entryPrice(),
              registeredNs,
              policy,
              isInParts && lots > 1 ? List.of(market.lots(1), market.lots(lots - 1)) : List.of(),
              policy.block(NaiveBlock.SquareOff.class) == null
                  ? null
                  : Long.valueOf(registeredNs + random.between(3, 40) * SECOND_NS)));
    }
    return positions;
  }

  private long registrationTime(List<Long> times) {
    int kind = random.below(100);
    if (kind < 35) {
      return START_NS - random.between(0, 1) * SECOND_NS;
    }
    long timeNs = times.get(random.below(times.size() * 2 / 3));
    return kind < 60 ? timeNs - SECOND_NS / 4 : timeNs;
  }

  /** Half of the policies are warm, or at least warming, before their first position. */
  private List<NaiveEvent> watches(List<NaivePosition> positions) {
    List<NaiveEvent> watches = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NaivePosition position : positions) {
      if (kinds.contains(NaiveKind.WATCHES)
          && seen.add(position.symbol() + position.policy().name())
          && random.chance(50)) {
        watches.add(
            new NaiveEvent.Watch(
                START_NS - 5 * SECOND_NS, watches.size(), position.symbol(), position.policy()));
      }
    }
    return watches;
  }

  private List<NaiveEvent> events(
      List<RuleMarket> markets,
      List<NaivePosition> positions,
      List<Long> times,
      List<NaiveEvent> adoptions) {
    // What silence means while a session pauses is not specified; nor is a confirmation across one.
    boolean mayPause =
        kinds.contains(NaiveKind.SESSIONS)
            && (focus == NaiveKind.SESSIONS || random.chance(30))
            && positions.stream().noneMatch(each -> isAtOddsWithSessions(each.policy()))
            && adoptions.stream()
                .noneMatch(each -> isAtOddsWithSessions(((NaiveEvent.Adopt) each).policy()));
    List<NaiveEvent> events = new ArrayList<>();
    List<NaiveEvent> commands = new ArrayList<>(adoptions);
    long order = 0;
    for (long timeNs : times) {
      RuleMarket market = random.pick(markets);
      events.addAll(market.events(timeNs, order, mayPause));
      if (random.chance(2)) {
        commands.add(new NaiveEvent.Signal(timeNs, order, market.symbol()));
      }
      order += EVENTS_AT_ONCE;
    }
    long timeNs = times.get(times.size() - 1);
    for (RuleMarket market : markets) {
      timeNs += random.between(1, 8) * SECOND_NS;
      events.addAll(market.last(timeNs, order));
      order += EVENTS_AT_ONCE;
    }
    return inOrder(events, commands);
  }

  static boolean isAtOddsWithSessions(NaivePolicy policy) {
    NaiveBlock.Trigger trigger = policy.block(NaiveBlock.Trigger.class);
    return policy.block(NaiveBlock.Staleness.class) != null
        || (trigger != null && trigger.source() == NaiveBlock.Source.DOUBLE_LAST);
  }

  /** Commands come after everything else of their time. */
  private static List<NaiveEvent> inOrder(List<NaiveEvent> events, List<NaiveEvent> commands) {
    List<NaiveEvent> all = new ArrayList<>(events);
    all.addAll(commands);
    all.sort(ScenarioGenerator.ORDER);
    return all;
  }
}
