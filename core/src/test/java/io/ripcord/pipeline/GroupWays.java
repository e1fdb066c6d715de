package io.ripcord.pipeline;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.EventSink;
import io.ripcord.event.GroupScope;
import io.ripcord.event.InstrumentKind;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;

/**
 * Positions of two strategies and an account, linear with a fee and an odd multiplier, and prices
 * at which the sum is looked at anew, a condition holds and is contradicted, books disagree, and
 * nothing exits.
 */
final class GroupWays {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long ENTRY_E8 = 50_000 * E8.ONE;

  private final int instruments;
  private final int positions;
  private final int ticks;
  private long timeNs;

  GroupWays(int instruments, int positions, int ticks) {
    this.instruments = instruments;
    this.positions = positions;
    this.ticks = ticks;
  }

  void open(EventSink sink) {
    DefinitionPublisher definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    for (int id = 0; id < instruments; id++) {
      definitions.instrumentDefined(
          timeNs,
          id,
          1,
          E8.ONE / 10,
          1,
          id % 2 == 0 ? E8.ONE : E8.ONE / 3,
          false,
          50_000,
          E8.NULL,
          E8.NULL,
          InstrumentKind.FUTURE);
    }
    definitions.policyBegin(timeNs, 0, 1, 1, 1, false);
    definitions.rule(
        timeNs, 0, 0, new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 90 * Percent.ONE, E8.NULL));
    definitions.policyEnd(timeNs, 0, 1, 1);
    // The fees of all are about 50 a position: the first target is touched now and then.
    group(definitions, 0, GroupScope.ACCOUNT, 1_000_000 * E8.ONE, E8.NULL);
    group(definitions, 1, GroupScope.STRATEGY, E8.NULL, 5_000 * E8.ONE);
    group(definitions, 2, GroupScope.STRATEGY, 900_000 * E8.ONE, 900_000 * E8.ONE);
    CommandPublisher commands = new CommandPublisher(sink, Sources.COMMAND);
    for (int id = 1; id <= positions; id++) {
      commands.positionRegistered(
          timeNs, id, id % instruments, Side.LONG, E8.ONE, ENTRY_E8, E8.ONE, 0, E8.NULL);
      commands.groupMember(timeNs, 1 + id % 2, id);
    }
  }

  private void group(
      DefinitionPublisher definitions, int id, GroupScope scope, long stopE8, long targetE8) {
    definitions.groupDefined(
        timeNs, id, 1, stopE8, targetE8, E8.NULL, E8.NULL, SECOND_NS, 60 * SECOND_NS, scope);
  }

  /** Far up for one in fifty, so that the target holds and is contradicted by the next price. */
  void events(MarketDataPublisher market) {
    for (int i = 0; i < ticks; i++) {
      int instrument = i % instruments;
      long lastE8 = i % 50 == 1 ? ENTRY_E8 * 2 : ENTRY_E8 - i % 7;
      market.tick(++timeNs, instrument, timeNs, lastE8, E8.ONE, ENTRY_E8 - 10, ENTRY_E8 + 10);
    }
  }
}
