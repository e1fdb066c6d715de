package io.ripcord.pipeline;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.OrderType;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.SplittableRandom;

/** A running pipeline with one instrument, one policy and publishers of the test's thread. */
final class PipelineRun implements AutoCloseable {
  static final long ENTRY_E8 = E8.parse("100");

  private final MemoryJournal journal;
  private final Pipeline pipeline;
  private final RingSink sink;
  private final MarketDataPublisher market;
  private final CommandPublisher commands;
  private final OrderSender sender;
  private int ordersSent;
  private int ordersAheadOfJournal;
  private long timeNs;

  PipelineRun(PipelineContext context, MemoryJournal journal) {
    this.journal = journal;
    pipeline = new Pipeline(context, journal);
    pipeline.start();
    sink = pipeline.newSink();
    market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
    commands = new CommandPublisher(sink, Sources.COMMAND);
    sender = pipeline.newSender(new OrderCheck());
  }

  /** Looks, at the moment of sending, whether order and cause are in the journal. */
  private final class OrderCheck extends DecisionObserver {
    @Override
    public void onExitOrder(
        long decidedNs,
        long positionId,
        int instrumentId,
        long clOrdIdHigh,
        long clOrdIdLow,
        Side side,
        OrderType orderType,
        long quantityE8,
        int attempt,
        ExitReason reason,
        ExitSource source,
        long levelE8,
        long triggerPriceE8,
        long triggerTimeNs) {
      ordersSent++;
      long written =
          journal.decisions().stream()
              .filter(frame -> journal.inputs().size() >= cause(frame))
              .filter(frame -> frame.contains(":5000"))
              .count();
      if (written < ordersSent) {
        ordersAheadOfJournal++;
      }
    }
  }

  private static long cause(String frame) {
    return Long.parseLong(frame.substring(0, frame.indexOf('.')));
  }

  /** Instrument 0 and policy 0: stop 1 %, target 1 %. */
  PipelineRun define() {
    DefinitionPublisher definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    definitions.instrumentDefined(timeNs, 0, 1, 1, 1, E8.ONE);
    definitions.policyBegin(timeNs, 0, 1, 1, 2, false);
    definitions.rule(timeNs, 0, 0, new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, Percent.ONE, E8.NULL));
    definitions.rule(timeNs, 0, 1, new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, Percent.ONE));
    definitions.policyEnd(timeNs, 0, 1, 2);
    return this;
  }

  PipelineRun open(long id, Side side, long entryPriceE8) {
    commands.positionRegistered(++timeNs, id, 0, side, E8.ONE, entryPriceE8, E8.ONE, 0);
    return this;
  }

  PipelineRun tick(long priceE8) {
    market.tick(++timeNs, 0, E8.NULL, priceE8, E8.ONE, E8.NULL, E8.NULL);
    return this;
  }

  boolean tryTick(long priceE8) {
    return market.tryTick(++timeNs, 0, E8.NULL, priceE8, E8.ONE, E8.NULL, E8.NULL);
  }

  /** An instrument out of order: the engine cannot take it. */
  PipelineRun poison() {
    new DefinitionPublisher(sink, Sources.CONFIGURATION)
        .instrumentDefined(timeNs, 7, 1, 1, 1, E8.ONE);
    return this;
  }

  /** A seeded walk around the entry price with positions opened on the way. */
  PipelineRun walk(long seed, int ticks) {
    SplittableRandom random = new SplittableRandom(seed);
    long priceE8 = ENTRY_E8;
    for (int i = 0; i < ticks; i++) {
      if (i % 50 == 0) {
        open(i + 1L, random.nextBoolean() ? Side.LONG : Side.SHORT, priceE8);
      }
      priceE8 += random.nextLong(-E8.ONE / 10, E8.ONE / 10 + 1);
      tick(priceE8);
    }
    return this;
  }

  PipelineRun await() {
    pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
    return this;
  }

  long lastSequence() {
    return pipeline.sequenceOf(sink.lastPublished());
  }

  /** Sends what is released. */
  int send() {
    return sender.doWork(timeNs);
  }

  Pipeline pipeline() {
    return pipeline;
  }

  int ordersSent() {
    return ordersSent;
  }

  int ordersAheadOfJournal() {
    return ordersAheadOfJournal;
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
