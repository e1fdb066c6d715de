package io.ripcord.engine;

import io.ripcord.event.DecisionListener;
import io.ripcord.event.GroupScope;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;

/** The part of the engine that hears of groups, and tells them what happens to positions. */
abstract class GroupEvents extends OrderEvents {
  private Commands commands;
  private Groups groups;

  GroupEvents(DecisionListener decisions, Positions positions, boolean evaluateEverything) {
    super(decisions, positions, evaluateEverything);
  }

  /** Once all parts are there: groups need commands, and both need each other. */
  final void wire(MarketState market, Firing firing, Commands allCommands) {
    commands = allCommands;
    MemberValues values = new MemberValues(positions, instruments, lastPrices, orders, market);
    GroupExits exits = new GroupExits(positions, instruments, values, firing, commands, decisions);
    GroupWatch watch = new GroupWatch(positions, values, exits, decisions);
    GroupLinks links = new GroupLinks(positions, market.watches);
    groups = new Groups(positions, instruments, values, links, watch, decisions);
    market.groups = groups;
    commands.groups(groups);
  }

  final Groups groups() {
    return groups;
  }

  @Override
  public final void onGroupDefined(
      int groupId,
      int nameId,
      long stopE8,
      long targetE8,
      long lockAtE8,
      long lockFloorE8,
      long confirmNs,
      long staleNs,
      GroupScope scope) {
    groups.define(
        new GroupTerms(
            groupId, nameId, scope, stopE8, targetE8, lockAtE8, lockFloorE8, confirmNs, staleNs),
        nowNs);
  }

  @Override
  public final void onGroupMember(int groupId, long positionId) {
    commands.joinGroup(groupId, positionId, nowNs);
  }

  @Override
  final long groupDeadlineNs() {
    return groups.watch().earliestNs();
  }

  @Override
  final void onGroupDeadline(long atNs) {
    groups.watch().onDeadline(atNs);
  }

  @Override
  final void onChanged(Position position) {
    groups.onChanged(position, nowNs);
  }
}
