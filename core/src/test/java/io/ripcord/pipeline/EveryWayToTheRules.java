package io.ripcord.pipeline;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.EventSink;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.List;

/**
 * A market in which prices take every way to the rules and nothing exits: all streams, the
 * economical mode, gaps, books through a stop and back, trades under suspicion, silences and
 * changes of phase.
 */
final class EveryWayToTheRules {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long ENTRY_E8 = E8.parse("50000");
  private static final int POLICIES = 4;

  private final int instruments;
  private final int positions;
  private final int events;
  private NodePublisher node;
  private long timeNs = SECOND_NS;

  EveryWayToTheRules(int instruments, int positions, int events) {
    this.instruments = instruments;
    this.positions = positions;
    this.events = events;
  }

  void open(EventSink sink) {
    node = new NodePublisher(sink, Sources.NODE);
    DefinitionPublisher definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    for (int id = 0; id < instruments; id++) {
      long badE6 = id % 2 == 0 ? 20 * Percent.ONE : E8.NULL;
      definitions.instrumentDefined(
          timeNs, id, 1, E8.ONE / 10, 1, E8.ONE, false, 0, badE6, SECOND_NS);
    }
    for (int id = 0; id < POLICIES; id++) {
      // The stop is out of reach of trades; that of the book is reached and left again.
      RuleSpec stop = new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 60 * Percent.ONE, E8.NULL);
      RuleSpec trigger = new RuleSpec(RuleKind.TRIGGER, TriggerSource.of(id + 1).code());
      long everyNs = id % 2 == 0 ? E8.NULL : SECOND_NS / 100;
      RuleSpec looks = new RuleSpec(RuleKind.EVALUATION, everyNs, 3 * Percent.ONE);
      RuleSpec book = new RuleSpec(RuleKind.BOOK_THROUGH, 3_600 * SECOND_NS);
      RuleSpec stale =
          new RuleSpec(
              RuleKind.STALENESS,
              SECOND_NS / 10,
              (id % 2 == 0 ? StaleAction.ALERT : StaleAction.HOLD).code());
      definitions.policy(timeNs, id, 1, 1, true, List.of(stop, trigger, looks, book, stale));
    }
    CommandPublisher commands = new CommandPublisher(sink, Sources.COMMAND);
    for (int id = 1; id <= positions; id++) {
      Side side = id % 2 == 0 ? Side.LONG : Side.SHORT;
      int policyId = id / 2 % POLICIES;
      commands.positionRegistered(
          timeNs, id, id % instruments, side, E8.ONE, ENTRY_E8, E8.ONE, policyId);
    }
  }

  void events(MarketDataPublisher market) {
    for (int i = 0; i < events; i++) {
      timeNs += SECOND_NS / 1_000;
      int id = i / 16 % instruments;
      long lastE8 = ENTRY_E8 + (i % 97 - 48) * (ENTRY_E8 / 1_000);
      switch (i % 16) {
        case 0 -> market.tick(timeNs, id, timeNs, lastE8 * 3 / 2, E8.ONE, E8.NULL, E8.NULL);
        case 1 -> market.tick(timeNs, id, timeNs, lastE8, E8.ONE, lastE8 - 1, lastE8 + 1);
        case 2 -> market.tick(timeNs, id, timeNs, E8.NULL, E8.NULL, E8.NULL, ENTRY_E8 / 3);
        case 3 -> market.tick(timeNs, id, timeNs, E8.NULL, E8.NULL, lastE8, lastE8 + 1);
        case 4 -> market.markPrice(timeNs, id, timeNs, lastE8);
        case 5 ->
            market.conflatedTick(
                timeNs, id, timeNs, lastE8, lastE8 + 9, lastE8 - 9, true, lastE8, lastE8 + 1, 3);
        case 6 -> silence(i);
        case 7 -> pause(i, id);
        case 8 -> breach(market, i, id, lastE8);
        default -> market.tick(timeNs, id, timeNs, lastE8, i, lastE8 - 1, lastE8 + 1);
      }
    }
  }

  private void silence(int i) {
    timeNs += i % 512 == 6 ? SECOND_NS : 0;
  }

  private void breach(MarketDataPublisher market, int i, int id, long lastE8) {
    boolean isOutside = i / 16 % 32 == 0 || i / 16 % 32 == 9;
    long priceE8 = isOutside ? 2 * lastE8 : lastE8;
    market.tick(timeNs, id, timeNs, priceE8, E8.ONE, E8.NULL, E8.NULL);
  }

  private void pause(int i, int id) {
    SessionPhase phase =
        switch (i / 16 % 32) {
          case 0 -> SessionPhase.HALT;
          case 9 -> SessionPhase.CLOSED;
          default -> SessionPhase.CONTINUOUS;
        };
    node.phaseChanged(timeNs, id, phase);
  }
}
