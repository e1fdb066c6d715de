package io.ripcord.rule;

import io.ripcord.event.AlertKind;
import io.ripcord.event.Side;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import java.util.ArrayList;
import java.util.List;

/**
 * A position at 100 under a few rules, with real indicators that are fed trades, and what the rules
 * asked for. Prices are those of a long position; for a short one all of them, results included,
 * are mirrored at 100, so that one table is two. Exits are not decided here.
 */
final class RuleRig implements RuleActions {
  static final long SECOND_NS = 1_000_000_000L;
  static final long MINUTE_NS = 60 * SECOND_NS;
  static final long REGISTERED_NS = 1_000 * MINUTE_NS;
  static final int SYMBOL = 7;
  private static final long MIRROR_E8 = 200 * E8.ONE;

  private final Side side;
  private final Indicators indicators = new Indicators();
  private final List<RuleSpec> specs = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private String quantity = "10";
  private String lot = "1";
  private String increment = "0.5";
  private String feePercent = "0";
  private long squareOffNs = E8.NULL;
  private Policy policy;
  private Position position;
  private RuleScope scope;
  private long barNs;
  private long nowNs = REGISTERED_NS;
  private long lastE8 = E8.NULL;
  private boolean free = true;
  private boolean entryAllowed = true;

  RuleRig(Side side) {
    this.side = side;
    indicators.addInstrument();
  }

  RuleRig quantity(String newQuantity, String newLot) {
    quantity = newQuantity;
    lot = newLot;
    return this;
  }

  RuleRig increment(String newIncrement) {
    increment = newIncrement;
    return this;
  }

  RuleRig fee(String newFeePercent) {
    feePercent = newFeePercent;
    return this;
  }

  RuleRig squareOff(long newSquareOffNs) {
    squareOffNs = newSquareOffNs;
    return this;
  }

  /** A further rule; its indicators see the bars that follow. */
  RuleRig rule(RuleKind kind, long... parameters) {
    specs.add(new RuleSpec(kind, parameters));
    policy = new Policy(0, 1, 1, false, specs);
    policy.watch(indicators, 0);
    return this;
  }

  /** Registers the position. */
  RuleRig open() {
    position =
        new Positions(1)
            .add(
                1,
                0,
                side,
                E8.parse(quantity),
                100 * E8.ONE,
                E8.ONE,
                0,
                REGISTERED_NS,
                squareOffNs);
    Instruments instruments = new Instruments();
    instruments.add(
        new Instrument(
            0,
            SYMBOL,
            E8.parse(increment),
            E8.parse(lot),
            E8.ONE,
            false,
            RuleFixture.percent(feePercent),
            E8.NULL,
            E8.NULL));
    scope = new RuleScope(instruments, indicators, this);
    policy.arm(scope());
    return this;
  }

  private RuleScope scope() {
    return scope.of(position, lastE8, nowNs);
  }

  Policy policy() {
    return policy;
  }

  Position position() {
    return position;
  }

  /** A price that fires nothing. */
  RuleRig price(String price) {
    lastE8 = e8(price);
    position.see(lastE8);
    policy.follow(scope());
    policy.manage(scope());
    return this;
  }

  /**
   * Closed bars, {@code high/low/close} or {@code high/low/close/volume}, or a flat one's price.
   */
  RuleRig bars(String bars) {
    for (String bar : bars.split(" ", -1)) {
      String[] parts = bar.split("/", -1);
      boolean flat = parts.length == 1;
      trade(parts[0], 0);
      trade(flat ? bar : parts[1], 0);
      trade(flat ? bar : parts[2], parts.length > 3 ? E8.parse(parts[3]) : 0);
      indicators.onSessionEnd(0);
      barNs += MINUTE_NS;
      if (position != null) {
        policy.onBar(scope());
        policy.manageOnBar(scope());
      }
    }
    return this;
  }

  RuleRig bars(int count, String bar) {
    for (int i = 0; i < count; i++) {
      bars(bar);
    }
    return this;
  }

  private void trade(String price, long quantityE8) {
    indicators.onTrade(0, barNs, e8(price), quantityE8);
  }

  /** Another instrument's or another length's bar: these rules' own are not closed. */
  RuleRig foreignBar() {
    indicators.onTrade(0, barNs, e8("100"), 0);
    policy.onBar(scope());
    policy.manageOnBar(scope());
    return this;
  }

  /** Seconds from the registration to the next deadline, -1 without one. */
  long dueSeconds() {
    long dueNs = policy.deadlineNs(scope());
    return dueNs == ExitRule.NO_DEADLINE ? -1 : (dueNs - REGISTERED_NS) / SECOND_NS;
  }

  /** The next deadline comes. */
  RuleRig timer() {
    nowNs = policy.deadlineNs(scope());
    policy.onDeadline(scope(), nowNs);
    policy.manageAtDeadline(scope());
    return this;
  }

  RuleRig busy(boolean isBusy) {
    free = !isBusy;
    return this;
  }

  RuleRig entriesAllowed(boolean allowed) {
    entryAllowed = allowed;
    return this;
  }

  /** The stop, with a star if a rule moved it. */
  String stop() {
    return text(position.stop().levelE8()) + (position.stop().isMoved() ? "*" : "");
  }

  String firstStop() {
    return text(position.firstStopE8());
  }

  String target() {
    return text(position.targetE8());
  }

  /** The price that wakes the rules; on which side of it the profit lies is the position's. */
  String wake() {
    return text(policy.wakeE8(scope()));
  }

  /**
   * How the last rule stands: its state, and what there is of a level, a price, a time and bars.
   */
  String status() {
    List<RuleStatus> all = policy.statuses(scope());
    RuleStatus status = all.get(all.size() - 1);
    return status.state()
        + (status.levelE8() == E8.NULL ? "" : " level " + text(status.levelE8()))
        + (status.waitsForE8() == E8.NULL ? "" : " waits " + text(status.waitsForE8()))
        + (status.dueNs() == E8.NULL ? "" : " due " + (status.dueNs() - REGISTERED_NS) / SECOND_NS)
        + (status.barsNeeded() == 0 ? "" : " bars " + status.bars() + "/" + status.barsNeeded());
  }

  /** What was asked for since the last call. */
  String asked() {
    String all = String.join(", ", asked);
    asked.clear();
    return all;
  }

  /** The level of a price, mirrored for a short position. */
  long e8(String price) {
    long priceE8 = RuleFixture.price(price);
    return priceE8 == E8.NULL ? E8.NULL : mirrored(priceE8);
  }

  private long mirrored(long priceE8) {
    return side == Side.LONG ? priceE8 : MIRROR_E8 - priceE8;
  }

  private String text(long levelE8) {
    return levelE8 == E8.NULL ? "-" : E8.format(mirrored(levelE8));
  }

  @Override
  public boolean isFree(Position ofPosition) {
    return free;
  }

  @Override
  public boolean isEntryAllowed() {
    return entryAllowed;
  }

  @Override
  public void book(Position ofPosition, long quantityE8, long levelE8, long atNs) {
    asked.add("book " + order(quantityE8, levelE8, lastE8));
  }

  @Override
  public void add(Position ofPosition, long quantityE8, long levelE8, long atNs) {
    asked.add("add " + order(quantityE8, levelE8, lastE8));
  }

  private String order(long quantityE8, long levelE8, long triggerPriceE8) {
    return E8.format(quantityE8) + " level " + text(levelE8) + " at " + text(triggerPriceE8);
  }

  @Override
  public void alert(AlertKind kind, Position ofPosition, long first, long second, long atNs) {
    asked.add(kind + " " + first + " " + E8.format(second));
  }
}
