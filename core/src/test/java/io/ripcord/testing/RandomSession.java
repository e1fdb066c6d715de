package io.ripcord.testing;

import io.ripcord.event.BracketState;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.Random;

/**
 * A seeded session of an engine: positions under all kinds of policies, prices that walk and jump,
 * quotes, bad ticks, conflated ticks, signals, deadlines, commands, halts, restarts, broken
 * connections, brackets at the venue, partial closes, policies of every rule kind defined anew or
 * left unfinished, and a {@link RandomVenue}. The same seed gives the same inputs as long as the
 * engine decides the same.
 */
public final class RandomSession {
  private static final String[] SYMBOLS = {"A", "B", "C", "D"};
  private static final int POLICIES = 12;
  private static final int MAX_OPEN = 150;

  private final Random random;
  private final EngineHarness engine;
  private final RandomVenue venue;
  private final long[] priceE8 = new long[SYMBOLS.length];
  private final Operator operator;
  private final MarketDesk desk;
  private final DefinitionPublisher definitions;
  private final RandomRules rules;
  private long nextId = 1;
  private int epoch = 1;

  private RandomSession(Random random, int capacity, boolean evaluateEverything) {
    this.random = random;
    engine = new EngineHarness(capacity, evaluateEverything);
    venue = new RandomVenue(engine, random);
    rules = new RandomRules(random);
    operator = new Operator(engine);
    desk = new MarketDesk(engine);
    definitions = new DefinitionPublisher(engine.rig().sink(), Sources.FIRST_FEED + 100);
  }

  /** Runs at least {@code events} events and gives the engine that has seen them. */
  public static EngineHarness run(Random random, int events, boolean evaluateEverything) {
    return run(random, events, EngineHarness.CAPACITY, evaluateEverything);
  }

  /** As the other, with room for {@code capacity} positions. */
  public static EngineHarness run(
      Random random, int events, int capacity, boolean evaluateEverything) {
    RandomSession generator = new RandomSession(random, capacity, evaluateEverything);
    generator.define();
    while (generator.engine.rig().inputFrames().size() < events) {
      generator.step();
    }
    return generator.engine;
  }

  private void define() {
    for (int i = 0; i < SYMBOLS.length; i++) {
      if (i < 2) {
        engine.instrument(SYMBOLS[i], "0.01", "0.001", i == 0 ? "75" : "1");
      } else {
        engine.suspicious(SYMBOLS[i], "0.7", (i - 2) * EngineHarness.SECOND_NS);
      }
      priceE8[i] = (100 + random.nextInt(1_000)) * E8.ONE;
    }
    for (int i = 0; i < POLICIES; i++) {
      engine.policy(this::policy);
    }
  }

  private PolicyParts policy(PolicyParts parts) {
    if (random.nextInt(10) > 0) {
      parts.stopPercent(percent(1, 3));
    }
    if (random.nextBoolean()) {
      parts.targetPercent(percent(1, 4));
    } else if (random.nextBoolean()) {
      parts.rung(random.nextInt(2) * 30L, percent(2, 4)).rung(60 + random.nextInt(60), "0.5");
      if (random.nextBoolean()) {
        parts.anyPriceAfter(200);
      }
    }
    if (random.nextInt(3) > 0) {
      String activateAt = random.nextBoolean() ? "0" : percent(0, 1);
      String step = random.nextBoolean() ? "0" : "0.05";
      if (random.nextBoolean()) {
        parts.trailing(percent(0, 2), activateAt, step);
      } else {
        parts.trailing(percent(1, 2), activateAt, step, percent(0, 2), "0.3");
      }
    }
    if (random.nextBoolean()) {
      settings(parts);
    }
    if (random.nextInt(3) > 0) {
      rules.addTo(parts);
    }
    return random.nextBoolean() ? parts.signalExit() : parts;
  }

  private void settings(PolicyParts parts) {
    if (random.nextBoolean()) {
      parts.trigger(TriggerSource.of(1 + random.nextInt(4)));
    }
    if (random.nextInt(3) == 0) {
      Long every = random.nextBoolean() ? null : 1L + random.nextInt(5);
      parts.evaluation(every, random.nextInt(3) == 0 ? null : percent(0, 2));
    }
    if (random.nextInt(3) == 0) {
      parts.bookThrough(random.nextInt(3) * EngineHarness.SECOND_NS / 2);
    }
    if (random.nextInt(3) == 0) {
      parts.stale(1 + random.nextInt(6), StaleAction.of(1 + random.nextInt(3)));
    }
    if (random.nextInt(3) == 0) {
      parts.rule(RuleKind.SQUARE_OFF, 1, E8.NULL, 1);
    }
    if (random.nextBoolean()) {
      parts.rule(RuleKind.DEFER, EngineHarness.SECOND_NS, Percent.ONE);
    }
  }

  private String percent(int atLeast, int below) {
    return atLeast + random.nextInt(below - atLeast) + ".%03d".formatted(1 + random.nextInt(999));
  }

  private void step() {
    if (random.nextInt(3) == 0) {
      engine.after(random.nextInt(2_000_000_000));
    }
    if (engine.engine().tradingState() != TradingState.ACTIVE && random.nextInt(20) == 0) {
      operator.state(TradingState.ACTIVE);
    }
    long due = engine.engine().nextDeadlineNs();
    int choice = random.nextInt(100);
    if (due != Deadlines.NONE && (due <= engine.nowNs() || choice == 0)) {
      engine.timer();
    } else if (choice < 55) {
      market(random.nextInt(SYMBOLS.length));
    } else if (choice < 60 && engine.engine().view().openPositions() < MAX_OPEN) {
      open(random.nextInt(SYMBOLS.length));
    } else if (choice < 61) {
      signal();
    } else if (choice < 63) {
      rare();
    } else {
      for (int i = 0; i < 3; i++) {
        venue.step();
      }
    }
  }

  private void rare() {
    switch (random.nextInt(27)) {
      case 0 -> engine.restart(++epoch);
      case 1 -> operator.connected();
      case 2 -> operator.disconnected();
      case 3 -> operator.unregister(anId());
      case 4 -> operator.close(anId());
      case 5 -> operator.state(TradingState.HALTED);
      case 6 -> operator.state(TradingState.REDUCING);
      case 7 -> operator.skip(1 + random.nextInt(9));
      case 8 -> engine.policy(random.nextInt(POLICIES), this::policy);
      case 9 -> draft();
      case 10, 11, 12, 13 -> phase();
      case 14 -> watch();
      case 15 -> operator.close(anId(), "0.5");
      case 16, 17, 18, 19, 20 -> bracket(anId());
      case 21, 22, 23 -> adopt(anId());
      default -> amend(anId());
    }
  }

  private void adopt(long id) {
    long squareOffNs = engine.nowNs() + (random.nextInt(60) - 10) * EngineHarness.SECOND_NS;
    operator.adopt(id, random.nextInt(POLICIES + 1), random.nextBoolean() ? squareOffNs : E8.NULL);
  }

  private void phase() {
    SessionPhase phase =
        random.nextInt(3) > 0 ? SessionPhase.CONTINUOUS : SessionPhase.of(1 + random.nextInt(5));
    desk.phase(random.nextInt(SYMBOLS.length + 1) - 1, phase);
  }

  private void watch() {
    int instrumentId = random.nextInt(SYMBOLS.length);
    definitions.policyWatched(engine.nowNs(), instrumentId, random.nextInt(POLICIES));
  }

  /** A stop of the venue's own, mostly where the engine's is. */
  private void bracket(long id) {
    Position position = engine.engine().view().positions().byId(id);
    if (position == null || position.stop().levelE8() == E8.NULL) {
      return;
    }
    long stopE8 = position.stop().levelE8() + (random.nextInt(3) == 0 ? E8.ONE : 0);
    BracketState state = BracketState.of(1 + random.nextInt(3));
    operator.bracket(id, random.nextBoolean() ? BracketState.LIVE : state, E8.format(stopE8));
  }

  private void draft() {
    int policyId = random.nextInt(3) * POLICIES;
    definitions.policyBegin(engine.nowNs(), policyId, 1, 9, 7, random.nextBoolean());
    definitions.rule(
        engine.nowNs(),
        policyId,
        0,
        new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, Percent.ONE, E8.NULL));
    if (random.nextBoolean()) {
      long after = random.nextInt(99);
      definitions.rule(
          engine.nowNs(),
          policyId,
          1,
          new RuleSpec(RuleKind.TARGET_LADDER, after, after + 1, Percent.ONE, E8.NULL));
    } else {
      int ladder = RuleKind.TARGET_LADDER.code();
      definitions.rulePart(engine.nowNs(), policyId, 1, ladder, 10, 0, 1, 2, 3, 4, 9, 8, 7);
    }
  }

  private void amend(long id) {
    Position position = engine.engine().view().positions().byId(id);
    long aroundE8 = position == null ? E8.ONE : priceE8[position.instrumentId()];
    long distanceE8 = Seeds.magnitude(random, aroundE8 / 50) - aroundE8 / 200;
    long sign = position == null ? 1 : position.side().sign();
    String stop = random.nextInt(3) == 0 ? null : E8.format(aroundE8 - sign * distanceE8);
    if (stop != null && random.nextBoolean()) {
      operator.loosen(id, stop);
    } else {
      operator.amend(id, stop, E8.format(aroundE8 + sign * distanceE8));
    }
  }

  private long anId() {
    long id = 1L + random.nextInt((int) nextId);
    return id % 2 == 0 ? id : 1_000_000 - id;
  }

  private void market(int i) {
    long last = walk(i);
    long now = engine.nowNs();
    switch (random.nextInt(24)) {
      case 20 -> engine.market().markPrice(now, i, now, last);
      // A trade that nothing follows, or a book that denies it.
      case 22 -> engine.market().tick(now, i, now, last * 2, E8.ONE, E8.NULL, E8.NULL);
      case 23 -> engine.market().tick(now, i, now, last / 2, E8.ONE, last - 1, last + 1);
      // A packet that may say the same once more.
      case 21 -> engine.market().tick(now, i, now / 4_000_000_000L, last, E8.ONE, last, E8.NULL);
      case 0 -> engine.market().tick(now, i, now, E8.NULL, E8.NULL, last - 1, last + 1);
      case 1 -> engine.market().tick(now, i, now, -random.nextInt(2), E8.ONE, E8.NULL, last);
      case 2, 3 -> {
        long first = last;
        long second = walk(i);
        last = walk(i);
        long high = Math.max(last, Math.max(first, second));
        long low = Math.min(last, Math.min(first, second));
        engine.market().conflatedTick(now, i, now, last, high, low, first >= second, low, high, 3);
      }
      default -> engine.market().tick(now, i, now, last, E8.ONE, last - 1, last + 1);
    }
  }

  private long walk(int i) {
    int range = random.nextInt(200) == 0 ? 40 : 300;
    long move = Seeds.magnitude(random, priceE8[i] / range);
    priceE8[i] += random.nextBoolean() ? move : -move;
    return priceE8[i];
  }

  private void open(int i) {
    Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
    long lots = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(5_000);
    String quantity = E8.format(lots * 100_000L);
    // Ids come in no order: what ties is decided by id, not by registration.
    long id = nextId % 2 == 0 ? nextId : 1_000_000 - nextId;
    nextId++;
    long entryE8 = priceE8[i] + Seeds.magnitude(random, priceE8[i] / 200);
    if (random.nextBoolean()) {
      long squareOffNs = engine.nowNs() + (random.nextInt(120) - 10) * EngineHarness.SECOND_NS;
      desk.open(id, i, side, E8.parse(quantity), entryE8, random.nextInt(POLICIES), squareOffNs);
    } else {
      engine.open(id, SYMBOLS[i], side, quantity, E8.format(entryE8), random.nextInt(POLICIES));
    }
  }

  private void signal() {
    if (random.nextInt(5) == 0) {
      engine.signal(SYMBOLS[random.nextInt(SYMBOLS.length)]);
    } else {
      engine.signal(anId());
    }
  }
}
