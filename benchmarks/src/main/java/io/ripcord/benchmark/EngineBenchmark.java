package io.ripcord.benchmark;

import io.ripcord.engine.Engine;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one tick costs the engine, from the bytes of a slot: encoded, decoded, priced, evaluated.
 * The price lies inside every corridor ({@code quiet}) or makes a new high every time ({@code
 * rising}).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class EngineBenchmark {
  private static final long ENTRY_E8 = E8.parse("60000");
  private static final long INCREMENT_E8 = E8.parse("0.1");

  /** Open positions, half long, half short, on one instrument. */
  @Param({"10", "1000", "10000"})
  public int positions;

  private final ArraySlot slot = new ArraySlot();
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final MarketDataPublisher market = new MarketDataPublisher(slot, Sources.FIRST_FEED);
  private Engine engine;
  private long sequence;
  private long timeNs;
  private long highE8;

  /** Registers the positions. */
  @Setup
  public void register() {
    engine =
        new Engine(
            new DecisionEncoder((cause, index, buffer, offset, length) -> {}), positions, false);
    DefinitionPublisher definitions = new DefinitionPublisher(slot, Sources.CONFIGURATION);
    definitions.nameDefined(0, 1, "BENCH");
    dispatch();
    definitions.instrumentDefined(0, 0, 1, INCREMENT_E8, 1, E8.ONE);
    dispatch();
    definitions.policyBegin(0, 0, 1, 1, 2, false);
    dispatch();
    definitions.rule(0, 0, 0, new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 90 * Percent.ONE, E8.NULL));
    dispatch();
    definitions.rule(
        0, 0, 1, new RuleSpec(RuleKind.TRAILING_STOP, 50 * Percent.ONE, 0, 0, E8.NULL, E8.NULL));
    dispatch();
    definitions.policyEnd(0, 0, 1, 2);
    dispatch();
    CommandPublisher commands = new CommandPublisher(slot, Sources.COMMAND);
    for (int id = 1; id <= positions; id++) {
      Side side = id % 2 == 0 ? Side.LONG : Side.SHORT;
      commands.positionRegistered(0, id, 0, side, E8.ONE, ENTRY_E8, E8.ONE, 0);
      dispatch();
    }
    highE8 = ENTRY_E8;
    tick(ENTRY_E8);
  }

  private void dispatch() {
    dispatcher.dispatch(++sequence, slot.buffer(), 0, slot.length(), engine);
  }

  private void tick(long priceE8) {
    market.tick(++timeNs, 0, E8.NULL, priceE8, E8.ONE, E8.NULL, E8.NULL);
    dispatch();
  }

  /** A price that changes nothing. */
  @Benchmark
  public long quiet() {
    tick(highE8);
    return engine.nextDeadlineNs();
  }

  /** A new high on every tick: all longs are woken and all their stops move. */
  @Benchmark
  public long rising() {
    tick(++highE8);
    return engine.nextDeadlineNs();
  }
}
