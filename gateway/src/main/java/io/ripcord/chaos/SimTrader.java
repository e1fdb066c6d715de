package io.ripcord.chaos;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.event.SignalAction;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whoever enters positions and gives commands. Registers again what a power cut has taken, and
 * never doubts that what was acknowledged before a mere kill is there. One thread.
 */
final class SimTrader {
  private static final int MOST_POSITIONS = 60;
  private static final int MAX_LOTS = 8;

  private final World world;
  private final SimNode node;
  private final SimVenue venue;
  private final SimMarket market;
  private final Dice dice;
  private final List<Held> held = new ArrayList<>();
  private final Set<Long> acknowledged = new TreeSet<>();
  private TradingState wanted = TradingState.ACTIVE;
  private boolean done;

  /** What the trader has entered. */
  private record Held(long id, int instrumentId, Side side, int policy, long entryE8) {}

  SimTrader(World world, SimNode node, SimVenue venue, SimMarket market) {
    this.world = world;
    this.node = node;
    this.venue = venue;
    this.market = market;
    dice = world.dice("trader");
  }

  /** Begins to act, until it is told to stop. */
  void begin() {
    world.in(dice.between(World.MS, 4 * World.SECOND), this::act);
  }

  private void act() {
    if (done) {
      return;
    }
    begin();
    if (world.faults().strikes(Fault.VENUE_DOWN)) {
      venue.goDown();
    } else if (node.isUp()) {
      registerMissing();
      choose(dice.below(16));
    }
  }

  private void choose(int what) {
    if (what < 9) {
      enter();
    } else if (what == 9) {
      node.snapshot();
    } else if (what == 10) {
      halt();
    } else if (!held.isEmpty()) {
      command(what, held.get(dice.below(held.size())));
    }
  }

  private void enter() {
    if (held.size() == MOST_POSITIONS || !isTaken()) {
      return;
    }
    int instrumentId = dice.below(SimMarket.INSTRUMENTS);
    Side side = dice.oneIn(2) ? Side.LONG : Side.SHORT;
    long lots = dice.between(1, MAX_LOTS);
    long id = held.size() + 1L;
    int policy = dice.below(SimPolicies.count());
    Held entered = new Held(id, instrumentId, side, policy, market.lastE8(instrumentId));
    held.add(entered);
    venue.hold(id, instrumentId, side, lots * SimVenue.LOT_E8);
    register(entered);
  }

  private void register(Held entered) {
    node.inputs()
        .commands
        .positionRegistered(
            world.nowNs(),
            entered.id,
            entered.instrumentId,
            entered.side,
            Math.abs(venue.netE8(entered.id)),
            entered.entryE8,
            E8.ONE,
            entered.policy);
  }

  private void halt() {
    wanted = TradingState.HALTED;
    world.in(dice.between(World.SECOND, World.MINUTE), this::resume);
    node.inputs().commands.tradingStateChanged(world.nowNs(), wanted);
  }

  private void resume() {
    if (wanted != TradingState.ACTIVE) {
      wanted = TradingState.ACTIVE;
      say();
    }
  }

  private void say() {
    if (node.isUp() && node.engine().tradingState() != wanted) {
      node.inputs().commands.tradingStateChanged(world.nowNs(), wanted);
    }
  }

  private void command(int what, Held of) {
    CommandPublisher commands = node.inputs().commands;
    Position position = node.engine().view().positions().byId(of.id);
    if (position == null) {
      return;
    }
    long nowNs = world.nowNs();
    long lastE8 = market.lastE8(of.instrumentId);
    switch (what) {
      case 11 -> commands.closeRequested(nowNs, of.id);
      case 12 -> commands.closeRequested(nowNs, of.id, SimVenue.LOT_E8);
      case 13 -> commands.signal(nowNs, of.instrumentId, of.id, SignalAction.EXIT);
      case 14 -> {
        long stopE8 = lastE8 - of.side.sign() * dice.between(1, 100) * SimMarket.INCREMENT_E8;
        commands.positionAmended(nowNs, of.id, stopE8, E8.NULL, dice.oneIn(3));
      }
      default -> {
        if (position.isOpen() && dice.oneIn(4)) {
          commands.positionUnregistered(nowNs, of.id);
        }
      }
    }
  }

  /** Whether a registration would be taken now. */
  private boolean isTaken() {
    return node.engine().tradingState() == TradingState.ACTIVE;
  }

  /** Registers what the process does not know: it died over it, or a power cut took it. */
  private void registerMissing() {
    for (int i = 0; i < held.size() && isTaken(); i++) {
      Held each = held.get(i);
      if (!node.knows(each.id)) {
        world.saw(Rarity.REGISTRATION_LOST);
        register(each);
      } else {
        acknowledged.add(each.id);
      }
    }
  }

  /** The process is up again. */
  void onStart(boolean afterPowerCut) {
    if (afterPowerCut) {
      acknowledged.removeIf(id -> !node.knows(id));
    }
    for (long id : acknowledged) {
      if (!node.knows(id)) {
        throw new Violation(Invariant.NOTHING_ACKNOWLEDGED_LOST, id, "its registration is gone");
      }
    }
    say();
    registerMissing();
  }

  /** No more of it, and nothing stays halted. */
  void stop() {
    done = true;
    resume();
  }

  /** Everything that was entered is watched; call when all is well. */
  void settle() {
    say();
    registerMissing();
  }

  /** Positions that the engine still has to bring to an end. */
  Position unfinished() {
    for (Held each : held) {
      Position position = node.engine().view().positions().byId(each.id);
      boolean over =
          position.status() == PositionStatus.UNREGISTERED
              || (position.status() == PositionStatus.CLOSED && venue.netE8(each.id) == 0);
      if (!over) {
        return position;
      }
    }
    return null;
  }
}
