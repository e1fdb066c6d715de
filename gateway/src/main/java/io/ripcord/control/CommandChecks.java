package io.ripcord.control;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.config.SquareOffTime;
import io.ripcord.config.Wording;
import io.ripcord.console.GroupRow;
import io.ripcord.console.InstrumentRow;
import io.ripcord.console.Levels;
import io.ripcord.console.LiveState;
import io.ripcord.console.PositionRow;
import io.ripcord.engine.AdoptedLevels;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether a command makes sense as things stand: every refusal names the value and the expectation.
 * The engine has the last word; these checks come before anything is booked or journalled.
 */
final class CommandChecks {
  private final LiveState live;

  CommandChecks(LiveState live) {
    this.live = live;
  }

  InstrumentRow instrument(String symbol) {
    List<InstrumentRow> all = live.instruments();
    for (InstrumentRow row : all) {
      if (row.symbol().equals(symbol)) {
        return row;
      }
    }
    throw unknown("symbol", symbol, all.stream().map(InstrumentRow::symbol).toList());
  }

  int policyId(String name) {
    int id = live.policyId(name);
    if (id < 0) {
      throw unknown("policy", name, live.policies());
    }
    return id;
  }

  /** The numbers of groups that a position of an instrument may join. */
  List<Integer> joinable(List<String> names, InstrumentRow instrument) {
    List<GroupRow> all = live.groups();
    List<Integer> ids = new ArrayList<>();
    for (String name : names) {
      GroupRow group =
          all.stream()
              .filter(row -> !row.isAccount() && row.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      unknown(
                          "group",
                          name,
                          all.stream()
                              .filter(row -> !row.isAccount())
                              .map(GroupRow::name)
                              .toList()));
      notLatched(group);
      oneSettlement(group, instrument);
      ids.add(group.id());
    }
    return ids;
  }

  /** Every account takes a position of an instrument. */
  void accounts(InstrumentRow instrument) {
    live.groups().stream()
        .filter(GroupRow::isAccount)
        .forEach(group -> oneSettlement(group, instrument));
  }

  private static void notLatched(GroupRow group) {
    if (group.isOver()) {
      throw new RefusedCommandException(
          "group "
              + Wording.quote(group.name())
              + " has fired at "
              + E8.format(group.firedValueE8())
              + " and is latched until the next session, expected a group that has not; register"
              + " it without the group to have it watched by its policy alone");
    }
  }

  private static void oneSettlement(GroupRow group, InstrumentRow instrument) {
    if (group.hasPositions() && group.inverse() != instrument.inverse()) {
      throw new RefusedCommandException(
          "profits of the "
              + (instrument.inverse() ? "inverse " : "linear ")
              + instrument.symbol()
              + " are in another currency than those of group "
              + Wording.quote(group.name())
              + ", expected one currency");
    }
  }

  private static RefusedCommandException unknown(String what, String name, List<String> known) {
    String expected = known.isEmpty() ? "this node has none" : Wording.suggestion(name, known);
    return new RefusedCommandException(
        "unknown " + what + " " + Wording.quote(name) + ", " + expected);
  }

  void active(String what) {
    TradingState state = live.tradingState();
    if (state != TradingState.ACTIVE) {
      throw new RefusedCommandException(
          "trading is " + state + ", expected ACTIVE to " + what + ": resume first");
    }
  }

  void notHalted(String what) {
    if (live.tradingState() == TradingState.HALTED) {
      throw new RefusedCommandException(
          "trading is HALTED, expected ACTIVE or REDUCING to " + what + ": resume first");
    }
  }

  void newId(long id) {
    if (live.position(id) != null) {
      throw new RefusedCommandException(
          "position "
              + id
              + " was registered before, expected a new id: the next free one is "
              + live.nextPositionId());
    }
    if (live.isFull()) {
      throw new RefusedCommandException(
          "no further position fits, expected a larger max-positions in the configuration");
    }
  }

  PositionRow open(long id) {
    PositionRow row = live.position(id);
    if (row == null) {
      List<String> ids =
          live.positions().stream()
              .filter(PositionRow::isLive)
              .map(position -> Long.toString(position.id()))
              .toList();
      throw new RefusedCommandException(
          "unknown position " + id + ", expected one of: " + Wording.list(ids));
    }
    if (row.status() != PositionStatus.OPEN) {
      throw new RefusedCommandException(
          "position " + id + " is " + row.status() + ", expected it OPEN");
    }
    return row;
  }

  /** A part of an open position: whole lots, and no more than is open. */
  void part(PositionRow row, InstrumentRow instrument, long quantityE8) {
    onStep("quantity", quantityE8, "lot", instrument.lotE8(), instrument.symbol());
    if (quantityE8 > row.openQuantityE8()) {
      throw new RefusedCommandException(
          "quantity "
              + E8.format(quantityE8)
              + ", expected at most the "
              + E8.format(row.openQuantityE8())
              + " that position "
              + row.id()
              + " has open");
    }
  }

  static void onStep(String what, long valueE8, String step, long stepE8, String symbol) {
    if (!E8.isMultiple(valueE8, stepE8)) {
      throw new RefusedCommandException(
          what
              + " "
              + E8.format(valueE8)
              + ", expected a multiple of the "
              + step
              + " "
              + E8.format(stepE8)
              + " of "
              + symbol);
    }
  }

  /** First levels, as the policy sets them. */
  void firstLevels(
      String policy, InstrumentRow instrument, Side side, long entryE8, Levels levels, long id) {
    String prefix = "policy " + Wording.quote(policy) + ": ";
    long lastE8 = instrument.lastPriceE8();
    stop(prefix, side, levels.stopE8(), entryE8, "entry price");
    target(prefix, side, levels.targetE8(), entryE8, "entry price");
    String wayOut = "register it with a wider policy and close-now " + id;
    breachedStop(prefix, side, levels.stopE8(), lastE8, wayOut);
    breachedTarget(prefix, side, levels.targetE8(), lastE8, wayOut);
  }

  /**
   * When a position that is registered now is squared off, {@link E8#NULL} if never.
   *
   * @param calendar of its instrument
   */
  static long squareOffNs(Levels levels, Optional<SessionCalendar> calendar, LongSupplier clock) {
    if (levels.squareOff().isEmpty()) {
      return E8.NULL;
    }
    SquareOffTime time = SquareOffTime.of(levels.squareOff().get(), calendar, clock.getAsLong());
    if (time.isRefused()) {
      throw new RefusedCommandException(time.refusal());
    }
    return time.atNs();
  }

  /** New levels of an open position: a trailed stop may be beyond the entry, never the market. */
  void newLevels(PositionRow row, long stopE8, long targetE8) {
    String wayOut = "close-now " + row.id();
    if (row.lastPriceE8() == E8.NULL) {
      stop("", row.side(), stopE8, row.entryPriceE8(), "entry price");
      target("", row.side(), targetE8, row.entryPriceE8(), "entry price");
    }
    breachedStop("", row.side(), stopE8, row.lastPriceE8(), wayOut);
    breachedTarget("", row.side(), targetE8, row.lastPriceE8(), wayOut);
  }

  /** Another policy: no stop that would hold is reached, of whichever layer. */
  void adopted(PositionRow row, String policy, AdoptedLevels levels) {
    if (levels == null) {
      if (live.position(row.id()).status() == PositionStatus.OPEN) {
        throw new RefusedCommandException(samePolicy(row.id(), policy));
      }
      open(row.id());
    } else if (levels.breachedE8() != E8.NULL) {
      throw breached(
          "policy " + Wording.quote(policy) + ": stop ",
          levels.breachedE8(),
          levels.newestE8(),
          row.side() == Side.LONG,
          "close-now " + row.id());
    }
  }

  static String breachedStop(PositionRow row, long stopE8) {
    boolean isLong = row.side() == Side.LONG;
    String wayOut = "close-now " + row.id();
    return breached("stop ", stopE8, row.lastPriceE8(), isLong, wayOut).getMessage();
  }

  static String samePolicy(long id, String policy) {
    return "position "
        + id
        + " has the newest version of policy "
        + Wording.quote(policy)
        + " already, expected another policy";
  }

  private static void stop(String prefix, Side side, long stopE8, long priceE8, String price) {
    if (stopE8 != E8.NULL && side.sign() * Long.compare(stopE8, priceE8) > 0) {
      throw wrongSide(prefix + "stop ", stopE8, side == Side.LONG, price, priceE8, side);
    }
  }

  private static void target(String prefix, Side side, long targetE8, long priceE8, String price) {
    if (targetE8 != E8.NULL && side.sign() * Long.compare(targetE8, priceE8) < 0) {
      throw wrongSide(prefix + "target ", targetE8, side == Side.SHORT, price, priceE8, side);
    }
  }

  private static RefusedCommandException wrongSide(
      String level, long levelE8, boolean below, String price, long priceE8, Side side) {
    return new RefusedCommandException(
        level
            + E8.format(levelE8)
            + " is on the wrong side, expected it "
            + (below ? "at or below" : "at or above")
            + " the "
            + price
            + " "
            + E8.format(priceE8)
            + " of a "
            + side
            + " position");
  }

  private static void breachedStop(
      String prefix, Side side, long stopE8, long lastE8, String wayOut) {
    if (stopE8 != E8.NULL && lastE8 != E8.NULL && side.sign() * Long.compare(lastE8, stopE8) <= 0) {
      throw breached(prefix + "stop ", stopE8, lastE8, side == Side.LONG, wayOut);
    }
  }

  private static void breachedTarget(
      String prefix, Side side, long targetE8, long lastE8, String wayOut) {
    if (targetE8 != E8.NULL
        && lastE8 != E8.NULL
        && side.sign() * Long.compare(lastE8, targetE8) >= 0) {
      throw breached(prefix + "target ", targetE8, lastE8, side == Side.SHORT, wayOut);
    }
  }

  private static RefusedCommandException breached(
      String level, long levelE8, long lastE8, boolean below, String wayOut) {
    return new RefusedCommandException(
        level
            + E8.format(levelE8)
            + " is breached already by the last price "
            + E8.format(lastE8)
            + ", expected it "
            + (below ? "below" : "above")
            + "; to get out now: "
            + wayOut);
  }
}
