package io.ripcord.engine;

import io.ripcord.event.PositionStatus;
import io.ripcord.event.SessionPhase;
import io.ripcord.execution.OrderIntent;
import io.ripcord.execution.Orders;
import io.ripcord.market.Instruments;
import io.ripcord.market.LastPrices;
import io.ripcord.market.Names;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.Policies;
import io.ripcord.rule.Policy;
import io.ripcord.rule.RuleStatus;
import java.util.List;

/**
 * What an engine knows, for replicas, reports and whoever starts it again. Read only, by the
 * engine's thread or while it processes nothing.
 */
public final class EngineView {
  private final SourceSequences sources;
  private final Names names;
  private final Instruments instruments;
  private final MarketState market;
  private final Policies policies;
  private final Positions positions;
  private final Orders orders;
  private final ExitEvaluator evaluator;
  private final PriceGates gates;

  EngineView(
      OrderEvents engine,
      SourceSequences sources,
      ExitEvaluator evaluator,
      MarketState market,
      PriceGates gates) {
    this.sources = sources;
    names = engine.names;
    instruments = engine.instruments;
    policies = engine.policies;
    positions = engine.positions;
    orders = engine.orders;
    this.market = market;
    this.evaluator = evaluator;
    this.gates = gates;
  }

  /** Where each source stands. */
  public SourceSequences sources() {
    return sources;
  }

  /** Names of instruments and policies. */
  public Names names() {
    return names;
  }

  /** The instruments. */
  public Instruments instruments() {
    return instruments;
  }

  /** Symbol of an instrument, {@code "?"} if there is none. */
  public String symbol(int instrumentId) {
    return instruments.contains(instrumentId)
        ? names.name(instruments.get(instrumentId).nameId())
        : "?";
  }

  /** Last prices. */
  public LastPrices lastPrices() {
    return market.lastPrices;
  }

  /** The phase that the market of an instrument is in. */
  public SessionPhase phase(int instrumentId) {
    return market.phases.of(instrumentId);
  }

  /** When the session of an instrument started, {@link Long#MIN_VALUE} if none has. */
  public long sessionStartNs(int instrumentId) {
    return market.phases.sessionStartNs(instrumentId);
  }

  /** The policies in force. */
  public Policies policies() {
    return policies;
  }

  /** Name of a policy, {@code "?"} if there is none. */
  public String policyName(int policyId) {
    return policies.contains(policyId) ? names.name(policies.get(policyId).nameId()) : "?";
  }

  /** The positions. */
  public Positions positions() {
    return positions;
  }

  /** The exit of a position. */
  public OrderIntent exit(Position position) {
    return orders.exit(position);
  }

  /** What the exits of a position have brought so far, at 1e-8. */
  public long realizedPnlE8(Position position) {
    return orders.realizedPnlE8(position);
  }

  /** The policy that a position exits by: the version that it keeps. */
  public Policy policy(Position position) {
    return evaluator.policy(position);
  }

  /** How the rules of a position stand at this time, in the order of its policy; allocates. */
  public List<RuleStatus> rules(Position position, long nowNs) {
    return evaluator.statuses(position, nowNs);
  }

  /** What stands between prices and levels. */
  public PriceGates gates() {
    return gates;
  }

  /** How the groups stand, in the order of their numbers; allocates. */
  public List<GroupStatus> groups() {
    return GroupStatus.all(market.groups, positions);
  }

  /** How a group stands, {@code null} if there is none with this number; allocates. */
  public GroupStatus group(int groupId) {
    boolean exists = groupId >= 0 && groupId < market.groups.count();
    return exists ? GroupStatus.of(market.groups.get(groupId), positions) : null;
  }

  /** Name of a group, {@code "?"} if there is none. */
  public String groupName(int groupId) {
    boolean exists = groupId >= 0 && groupId < market.groups.count();
    return exists ? names.name(market.groups.get(groupId).terms.nameId()) : "?";
  }

  /** Numbers of a position's groups, ascending. */
  public int[] groupsOf(Position position) {
    return market.groups.groupsOf(position).clone();
  }

  /** How many positions are watched or on their way out. */
  public long openPositions() {
    long open = 0;
    for (int slot = 0; slot < positions.count(); slot++) {
      PositionStatus status = positions.bySlot(slot).status();
      open += status == PositionStatus.OPEN || status == PositionStatus.CLOSING ? 1 : 0;
    }
    return open;
  }
}
