package io.ripcord.chaos;

import io.ripcord.position.Position;
import java.util.function.BiFunction;

/**
 * One seed.
 *
 * <pre>
 *   chaos        faults strike; the process dies and comes back
 *   heal         nothing strikes any more, everybody can be reached
 *   converge     every price passes every stop: all must be proved flat
 *   replay       from zero and from the newest snapshot: the same bytes, the same state
 * </pre>
 *
 * <p>Invariants are checked where they can break: at the venue, at the send, at every recovery. One
 * thread; the same seed and faults give the same run.
 */
final class ChaosRun {
  private static final long CHAOS_NS = 5 * World.MINUTE;
  private static final long HEAL_NS = 3 * World.MINUTE;
  private static final long SHOCK_NS = World.MINUTE;
  private static final long CONVERGE_NS = 10 * World.MINUTE;
  private static final long MOST_DOWN_NS = 5 * World.SECOND;

  private final World world;
  private final SimVenue venue;
  private final SimNode node;
  private final SimMarket market;
  private final SimTrader trader;
  private final Dice dice;
  private boolean sending;
  private boolean cut;

  ChaosRun(World world, BiFunction<World, SimVenue, SimNode> process) {
    this.world = world;
    dice = world.dice("run");
    venue = new SimVenue(world);
    node = process.apply(world, venue);
    market = new SimMarket(world, node);
    trader = new SimTrader(world, node, venue, market);
    venue.meet(node, market);
  }

  /**
   * Runs.
   *
   * @return how many inputs the engine has seen
   * @throws Violation when an invariant does not hold
   */
  long run() {
    start();
    market.open();
    trader.begin();
    until(CHAOS_NS);
    heal();
    converge();
    node.proveReplay();
    return node.inputsSeen();
  }

  private void heal() {
    world.faults().heal();
    trader.stop();
    venue.comeBack();
    until(HEAL_NS);
    trader.settle();
  }

  private void converge() {
    market.shock(false);
    until(SHOCK_NS);
    market.shock(true);
    long deadlineNs = world.nowNs() + CONVERGE_NS;
    while (world.nowNs() < deadlineNs && trader.unfinished() != null) {
      until(SHOCK_NS);
    }
    Position open = trader.unfinished();
    if (open != null) {
      throw new Violation(
          Invariant.ALL_FLAT,
          open.id(),
          "is "
              + open.status()
              + " with "
              + open.openQuantityE8()
              + " open, the venue holds "
              + venue.netE8(open.id()));
    }
    if (node.engine().exitsInFlight() != 0) {
      throw new Violation(
          Invariant.NOTHING_UNKNOWN, 0, node.engine().exitsInFlight() + " orders are under way");
    }
  }

  /** Lets what is to happen in {@code forNs} happen. */
  private void until(long forNs) {
    long endNs = world.nowNs() + forNs;
    while (true) {
      long timerNs = node.nextDeadlineNs();
      long nextNs = Math.min(world.agenda().nextNs(), timerNs);
      if (nextNs > endNs) {
        world.nowNs(endNs);
        return;
      }
      world.nowNs(nextNs);
      step(nextNs == timerNs ? node::onTimer : world.agenda().next());
    }
  }

  private void step(Runnable what) {
    try {
      what.run();
      if (node.hasOutbound() && !sending) {
        sending = true;
        world.in(dice.between(0, World.MS / 5), this::send);
      }
    } catch (Crash crash) {
      die(crash);
    }
  }

  private void send() {
    sending = false;
    if (node.isUp()) {
      node.send();
    }
  }

  private void die(Crash crash) {
    if (venue.liveOrders() > 0) {
      world.saw(Rarity.DIED_WITH_ORDERS_OUT);
    }
    long before = world.faults().hits().of(Fault.POWER_CUT);
    node.die(crash);
    cut |= world.faults().hits().of(Fault.POWER_CUT) > before;
    world.in(dice.between(World.MS, MOST_DOWN_NS), this::start);
  }

  private void start() {
    try {
      node.start();
      SimPolicies.define(world, node);
      venue.onStart();
      market.onStart();
      trader.onStart(cut);
      cut = false;
    } catch (Crash crash) {
      die(crash);
    }
  }
}
