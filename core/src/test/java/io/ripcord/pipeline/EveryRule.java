package io.ripcord.pipeline;

import io.ripcord.event.BracketState;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.EventSink;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A market in which every rule kind works and nothing exits: two instruments rise and two fall by a
 * hair with every bar, in waves whose height changes, so that bars close, indicators move, stops
 * trail on both sides, levels move with age, rungs are skipped and additions wait for a momentum
 * that never comes. Policies differ in what moves the stop, in the trigger and in how often they
 * look; each has all the rest.
 */
final class EveryRule {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long NEVER_NS = 3_000_000 * SECOND_NS;
  private static final long BASE_E8 = E8.parse("50000");
  private static final long DRIFT_E8 = BASE_E8 / 10_000_000;
  private static final int WAVE = 50;
  private static final int INSTRUMENTS = 4;
  private static final int MOVERS = 6;
  private static final int POLICIES = MOVERS * 4 * 3;

  private final int positions;
  private final int ticks;
  private long timeNs = SECOND_NS;
  private long ticksSoFar;

  EveryRule(int positions, int ticks) {
    this.positions = positions;
    this.ticks = ticks;
  }

  /** Instruments, policies and positions, all in profit by a quarter and a sixth. */
  void open(EventSink sink) {
    DefinitionPublisher definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    for (int id = 0; id < INSTRUMENTS; id++) {
      definitions.instrumentDefined(timeNs, id, 1, E8.ONE / 100, E8.ONE, E8.ONE);
    }
    for (int id = 0; id < POLICIES; id++) {
      definitions.policy(timeNs, id, 1, 1, true, rules(id));
    }
    CommandPublisher commands = new CommandPublisher(sink, Sources.COMMAND);
    for (int id = 1; id <= positions; id++) {
      Side side = id / INSTRUMENTS % 2 == 0 ? Side.LONG : Side.SHORT;
      long entryE8 = E8.parse(side == Side.LONG ? "40000" : "60000");
      commands.positionRegistered(
          timeNs, id, id % INSTRUMENTS, side, E8.ONE, entryE8, E8.ONE, policyOf(id), NEVER_NS);
      long bracketE8 = side == Side.LONG ? entryE8 / 2 : 2 * entryE8;
      commands.bracketStatus(timeNs, id, BracketState.LIVE, bracketE8, E8.NULL, TriggerSource.LAST);
    }
  }

  /** Policy of a position. */
  static int policyOf(long positionId) {
    return (int) (positionId / (2 * INSTRUMENTS) % POLICIES);
  }

  /** Which rule, or rules, of a position move its stop: 0 to 5, see {@link #movers}. */
  static int moverOf(long positionId) {
    return policyOf(positionId) % MOVERS;
  }

  /** All that a policy consists of. */
  static List<RuleSpec> rules(int policyId) {
    List<RuleSpec> rules = new ArrayList<>(movers(policyId % MOVERS));
    rules.addAll(bounds(policyId / MOVERS % 3));
    rules.addAll(settings(policyId / MOVERS % 4, policyId % 3 == 0 ? SECOND_NS / 20 : E8.NULL));
    rules.add(new RuleSpec(RuleKind.MA_CROSS, 3, 8, policyId % 2, SECOND_NS));
    // Two lots would be booked; of one nothing can be, which is said once per rung.
    rules.add(new RuleSpec(RuleKind.PARTIAL, percent(10), 0, percent(25), percent(80), 0, ALL));
    rules.add(
        new RuleSpec(RuleKind.SCALE_IN, percent(5), ALL, 5, percent(5), percent(1), 1, SECOND_NS));
    rules.add(new RuleSpec(RuleKind.MAX_AGE, NEVER_NS));
    rules.add(new RuleSpec(RuleKind.SQUARE_OFF, 0, E8.NULL, 1));
    // Once it has tightened, or widens, what trails does not catch up: only where all are together.
    boolean isFree = policyId % MOVERS == 5;
    long aboveE6 = Percent.ONE * (isFree ? 101 : 300) / 100;
    long belowE6 = isFree ? Percent.ONE * 99 / 100 : E8.NULL;
    rules.add(new RuleSpec(RuleKind.VOLATILITY, 3, 20, aboveE6, belowE6, SECOND_NS));
    rules.add(new RuleSpec(RuleKind.HARD_STOP, percent(95)));
    rules.sort(Comparator.comparingInt(rule -> rule.kind().code()));
    return rules;
  }

  private static final long ALL = 100L * Percent.ONE;

  private static long percent(int whole) {
    return (long) whole * Percent.ONE;
  }

  private static List<RuleSpec> movers(int mover) {
    RuleSpec byPercent =
        new RuleSpec(RuleKind.TRAILING_STOP, percent(10), 0, 0, percent(18), Percent.ONE * 19 / 2);
    RuleSpec byTicks = new RuleSpec(RuleKind.TRAILING_TICKS, 600_000, 0, 0, E8.NULL, E8.NULL);
    RuleSpec byRange =
        new RuleSpec(RuleKind.TRAILING_ATR, 2, percent(30), SECOND_NS, 0, 0, E8.NULL, E8.NULL);
    RuleSpec byTrend = new RuleSpec(RuleKind.SUPERTREND, 2, percent(30), SECOND_NS);
    RuleSpec breakEven = new RuleSpec(RuleKind.BREAK_EVEN, percent(8), 0);
    long[] ages = new long[32];
    for (int i = 0; i < ages.length; i += 2) {
      ages[i] = (i + 1L) * 7 * SECOND_NS;
      ages[i + 1] = percent(50 - i);
    }
    RuleSpec byAge = new RuleSpec(RuleKind.TIME_TIGHTEN, ages);
    return switch (mover) {
      case 0 -> List.of(byPercent);
      case 1 -> List.of(byTicks);
      case 2 -> List.of(byRange);
      case 3 -> List.of(byTrend);
      case 4 -> List.of(byAge);
      default -> List.of(byPercent, byTicks, byRange, byTrend, breakEven, byAge);
    };
  }

  private static List<RuleSpec> bounds(int bound) {
    RuleSpec stop = new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, percent(60), E8.NULL);
    return switch (bound) {
      case 0 -> List.of(stop, new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, percent(90)));
      case 1 ->
          List.of(
              new RuleSpec(RuleKind.ATR_STOP, 14, percent(90), SECOND_NS, percent(40), percent(60)),
              ladder());
      default ->
          List.of(
              stop,
              new RuleSpec(
                  RuleKind.RISK_REWARD,
                  2,
                  Percent.ONE * 6 / 5,
                  Percent.ONE,
                  Percent.ONE * 3 / 2,
                  Percent.ONE,
                  Percent.ONE,
                  Percent.ONE,
                  Percent.ONE,
                  SECOND_NS));
    };
  }

  private static RuleSpec ladder() {
    int rungs = 16;
    long[] parameters = new long[2 * rungs];
    for (int i = 0; i < rungs; i++) {
      parameters[i] = i * 11L * SECOND_NS;
      parameters[rungs + i] = percent(90 - i);
    }
    return new RuleSpec(RuleKind.TARGET_LADDER, parameters);
  }

  private static List<RuleSpec> settings(int trigger, long everyNs) {
    return List.of(
        new RuleSpec(RuleKind.TRIGGER, TriggerSource.of(trigger + 1).code()),
        new RuleSpec(RuleKind.EVALUATION, everyNs, percent(2)),
        new RuleSpec(RuleKind.BOOK_THROUGH, SECOND_NS),
        new RuleSpec(RuleKind.STALENESS, SECOND_NS, StaleAction.EXIT.code()),
        new RuleSpec(RuleKind.DEFER, SECOND_NS, Percent.ONE / 2));
  }

  /** The next ticks; every thousandth ends a bar of a second. */
  void events(MarketDataPublisher market) {
    for (int i = 0; i < ticks; i++) {
      long number = ticksSoFar++;
      int id = (int) (number % INSTRUMENTS);
      int phase = (int) (number / INSTRUMENTS % WAVE);
      long bar = number / 1_000;
      long baseE8 = BASE_E8 + (id < 2 ? bar * DRIFT_E8 : -bar * DRIFT_E8);
      // Every wave, and so every bar, ends on the base: closes only rise and are the bars' highs,
      // or only fall and are their lows.
      long heightE8 = BASE_E8 / 1_000 * (1 + bar / 15 % 2);
      long awayE8 = heightE8 * Math.min(phase + 1, WAVE - 1 - phase) / (WAVE / 2);
      long lastE8 = baseE8 + (id < 2 ? -awayE8 : awayE8);
      switch (phase) {
        case 10 -> market.markPrice(timeNs, id, timeNs, lastE8);
        case 20 -> market.tick(timeNs, id, timeNs, E8.NULL, E8.NULL, lastE8 - 1, lastE8 + 1);
        case 30 ->
            market.conflatedTick(
                timeNs, id, timeNs, lastE8, lastE8 + 9, lastE8 - 9, true, lastE8, lastE8 + 1, 3);
        default -> market.tick(timeNs, id, timeNs, lastE8, E8.ONE, lastE8 - 1, lastE8 + 1);
      }
      timeNs += SECOND_NS / 1_000;
    }
  }
}
