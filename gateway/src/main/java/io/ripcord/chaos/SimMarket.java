package io.ripcord.chaos;

import io.ripcord.event.SessionPhase;
import io.ripcord.money.E8;

/** Prices that walk, and a feed that does to them what feeds do. One thread. */
final class SimMarket {
  static final int INSTRUMENTS = 3;
  static final long INCREMENT_E8 = E8.ONE / 100;
  private static final long START_E8 = 1_000 * E8.ONE;
  private static final long LOWEST_E8 = START_E8 / 2;
  private static final long HIGHEST_E8 = START_E8 * 8;
  private static final long YEAR_NS = 365 * 24 * 60 * World.MINUTE;
  private static final int MAX_BURST = 9;

  private final World world;
  private final SimNode node;
  private final Dice dice;
  private final long[] lastE8 = new long[INSTRUMENTS];
  private final long[] silentUntilNs = new long[INSTRUMENTS];
  private final SessionPhase[] phases = new SessionPhase[INSTRUMENTS];
  private final long meanNs;
  private long lowE8 = LOWEST_E8;
  private long highE8 = HIGHEST_E8;

  SimMarket(World world, SimNode node) {
    this.world = world;
    this.node = node;
    dice = world.dice("market");
    meanNs = dice.between(5, 60) * World.MS;
    for (int id = 0; id < INSTRUMENTS; id++) {
      lastE8[id] = START_E8 * (id + 1);
      phases[id] = SessionPhase.CONTINUOUS;
    }
  }

  long lastE8(int instrumentId) {
    return lastE8[instrumentId];
  }

  /** Begins to trade, for as long as the run goes on. */
  void open() {
    world.in(dice.between(0, 2 * meanNs), this::trade);
  }

  private void trade() {
    // First, here as everywhere: whatever speaks to the process may not come back.
    open();
    int id = dice.below(INSTRUMENTS);
    walk(id);
    feed(id);
  }

  private void walk(int id) {
    long step = lastE8[id] / 1_500;
    long next = lastE8[id] + dice.between(-step, step);
    if (world.faults().strikes(Fault.GAP)) {
      next += world.faults().howMuch(Fault.GAP, -next / 3, next / 3);
    }
    move(id, next);
  }

  /** Sets a price, on the grid and never far from where it began. */
  private void move(int id, long priceE8) {
    long bounded = Math.max(lowE8, Math.min(highE8, priceE8));
    lastE8[id] = bounded / INCREMENT_E8 * INCREMENT_E8;
  }

  /** Lets every price fall below, or rise above, whatever it was before, and trade there. */
  void shock(boolean up) {
    lowE8 = up ? 2 * HIGHEST_E8 : LOWEST_E8 / 2;
    highE8 = lowE8 / 100 * 101;
    for (int id = 0; id < INSTRUMENTS; id++) {
      move(id, lowE8);
      feed(id);
    }
  }

  private void feed(int id) {
    Faults faults = world.faults();
    if (faults.strikes(Fault.SILENT_FEED)) {
      silentUntilNs[id] =
          world.nowNs() + faults.howMuch(Fault.SILENT_FEED, World.SECOND, World.MINUTE);
    }
    if (faults.strikes(Fault.HALTED_MARKET)) {
      halt(id);
    }
    boolean lost = world.nowNs() < silentUntilNs[id] || faults.strikes(Fault.LOST_TICKS);
    if (!node.isUp() || lost) {
      return;
    }
    if (faults.strikes(Fault.ZERO_PRICE)) {
      tick(id, 0, 0);
    }
    if (faults.strikes(Fault.NEGATIVE_PRICE)) {
      tick(id, -lastE8[id], 0);
    }
    if (faults.strikes(Fault.BURST)) {
      burst(id);
      return;
    }
    long shiftNs = 0;
    if (faults.strikes(Fault.BACKWARD_TIME)) {
      shiftNs = -faults.howMuch(Fault.BACKWARD_TIME, 1, World.MINUTE);
    } else if (faults.strikes(Fault.FUTURE_TIME)) {
      shiftNs = YEAR_NS;
    }
    tick(id, lastE8[id], shiftNs);
    if (faults.strikes(Fault.DUPLICATE_TICK)) {
      tick(id, lastE8[id], shiftNs);
    }
  }

  private void tick(int id, long priceE8, long shiftNs) {
    long halfE8 = INCREMENT_E8 * (1 + dice.below(3));
    boolean crossed = world.faults().strikes(Fault.CROSSED_BOOK);
    long bidE8 = lastE8[id] + (crossed ? halfE8 : -halfE8);
    long askE8 = lastE8[id] - (crossed ? halfE8 : -halfE8);
    long nowNs = world.nowNs();
    node.inputs().feed.tick(nowNs, id, nowNs + shiftNs, priceE8, E8.ONE, bidE8, askE8);
  }

  private void burst(int id) {
    long lowE8 = lastE8[id];
    long highE8 = lastE8[id];
    boolean highFirst = false;
    int count = 2 + dice.below(MAX_BURST);
    for (int i = 1; i < count; i++) {
      walk(id);
      highFirst = lastE8[id] < lowE8 || (highFirst && lastE8[id] <= highE8);
      lowE8 = Math.min(lowE8, lastE8[id]);
      highE8 = Math.max(highE8, lastE8[id]);
    }
    long nowNs = world.nowNs();
    node.inputs()
        .feed
        .conflatedTick(
            nowNs, id, nowNs, lastE8[id], highE8, lowE8, highFirst, E8.NULL, E8.NULL, count);
  }

  private void halt(int id) {
    if (phases[id] != SessionPhase.CONTINUOUS) {
      return;
    }
    SessionPhase[] all = {SessionPhase.HALT, SessionPhase.AUCTION, SessionPhase.CLOSED};
    phases[id] = all[dice.below(all.length)];
    world.in(
        world.faults().howMuch(Fault.HALTED_MARKET, World.SECOND, 2 * World.MINUTE),
        () -> resume(id));
    say(id);
  }

  private void resume(int id) {
    phases[id] = SessionPhase.CONTINUOUS;
    say(id);
  }

  private void say(int id) {
    if (node.isUp()) {
      node.inputs().node.phaseChanged(world.nowNs(), id, phases[id]);
    }
  }

  /** The process is up again: what it may have missed. */
  void onStart() {
    for (int id = 0; id < INSTRUMENTS; id++) {
      say(id);
    }
  }
}
