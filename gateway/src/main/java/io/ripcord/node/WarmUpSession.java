package io.ripcord.node;

import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.PolicyConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.engine.Engine;
import io.ripcord.engine.ResumedEngine;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventSink;
import io.ripcord.event.EventSlotDescriptor;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One session of a made-up market: prices that walk, positions of every configured policy that are
 * registered on the way, and orders that are filled at once. Its engine is its own and is thrown
 * away. One thread; the same seed gives the same session.
 */
final class WarmUpSession {
  private static final int POSITIONS = 160;
  private static final int TICKS = 1_600;
  private static final int TICKS_PER_POSITION = TICKS / POSITIONS;
  private static final long TICK_NS = 500_000_000L;
  private static final long FIRST_NS = 1_700_000_000_000_000_000L;
  private static final int LOTS = 4;
  private static final int ENTRY_INCREMENTS = 100_000;
  private static final int STEP_INCREMENTS = 600;
  private static final int ONE_IN_CONFLATED = 16;

  private final Random random;
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final Inputs inputs = new Inputs();
  private final MarketDataPublisher market =
      new MarketDataPublisher(inputs, Sources.FIRST_FEED + 1);
  private final CommandPublisher commands = new CommandPublisher(inputs, Sources.COMMAND);
  private final WarmUpVenue venue = new WarmUpVenue(inputs);
  private final Engine engine;
  private final long incrementE8;
  private final long quantityE8;
  private final int policies;
  private long timeNs = FIRST_NS;
  private long lastE8;
  private int ticks;
  private int registered;

  WarmUpSession(RipcordConfig config, int seed) {
    random = new Random(seed);
    ResumedEngine fresh = ResumedEngine.fresh(POSITIONS, false);
    engine = fresh.engine();
    fresh.encoder().sink(venue);
    List<InstrumentConfig> instruments = new ArrayList<>(config.instruments().values());
    InstrumentConfig instrument =
        instruments.isEmpty()
            ? InstrumentConfig.defaults("WARM-UP")
            : instruments.get(seed % instruments.size());
    incrementE8 = Math.min(E8.ONE, instrument.priceIncrementE8());
    quantityE8 = LOTS * instrument.lotE8();
    lastE8 = ENTRY_INCREMENTS * incrementE8;
    policies = define(config, instrument);
  }

  private int define(RipcordConfig config, InstrumentConfig instrument) {
    new NodePublisher(inputs, Sources.NODE)
        .engineStarted(
            timeNs, 0, 1, Engine.DECISION_VERSION, POSITIONS, "warm-up", config.decisionHash());
    DefinitionPublisher publisher = new DefinitionPublisher(inputs, Sources.CONFIGURATION);
    Definitions definitions = new Definitions(publisher, timeNs, engine.view());
    definitions.instrument(instrument);
    int count = 0;
    for (PolicyConfig policy : config.policies().values()) {
      definitions.policy(policy);
      count++;
    }
    // What every exit engine must have done before: a stop, a target, a stop that trails.
    publisher.policy(
        timeNs,
        count,
        1,
        1,
        false,
        List.of(
            new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, Percent.ONE, E8.NULL),
            new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, 2 * Percent.ONE),
            new RuleSpec(RuleKind.TRAILING_STOP, Percent.ONE, 0, 0, E8.NULL, E8.NULL)));
    return count + 1;
  }

  /**
   * Goes on for some ticks.
   *
   * @return whether there are more
   */
  boolean run(int count) {
    for (int i = 0; i < count && ticks < TICKS; i++) {
      tick();
    }
    return ticks < TICKS;
  }

  /** How many exit orders there were. */
  long exits() {
    return venue.exits();
  }

  private void tick() {
    if (ticks % TICKS_PER_POSITION == 0 && registered < POSITIONS) {
      register();
    }
    ticks++;
    timeNs += TICK_NS;
    lastE8 = walk();
    long bidE8 = lastE8 - incrementE8;
    long askE8 = lastE8 + incrementE8;
    if (random.nextInt(ONE_IN_CONFLATED) == 0) {
      long highE8 = lastE8 + 2 * incrementE8;
      market.conflatedTick(timeNs, 0, timeNs, lastE8, highE8, bidE8, true, bidE8, askE8, 2);
    } else if (ticks % 2 == 0) {
      market.tick(timeNs, 0, timeNs, lastE8, quantityE8, bidE8, askE8);
    } else {
      market.tick(timeNs, 0, timeNs, lastE8, quantityE8, E8.NULL, E8.NULL);
      market.markPrice(timeNs, 0, timeNs, lastE8);
    }
    venue.answer(timeNs, lastE8);
  }

  private void register() {
    Side side = registered % 2 == 0 ? Side.LONG : Side.SHORT;
    int policy = registered % policies;
    commands.positionRegistered(timeNs, ++registered, 0, side, quantityE8, lastE8, E8.ONE, policy);
  }

  /** Up or down by at most 0.6 percent of the first price, and never far away from that. */
  private long walk() {
    long next = lastE8 + (random.nextInt(2 * STEP_INCREMENTS + 1) - STEP_INCREMENTS) * incrementE8;
    long lowE8 = ENTRY_INCREMENTS / 2 * incrementE8;
    return Math.max(lowE8, Math.min(3 * lowE8, next));
  }

  /** Hands every event to the engine at once. */
  private final class Inputs implements EventSink {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventSlotDescriptor.SLOT_LENGTH]);
    private long sequence;

    @Override
    public MutableDirectBuffer claim() {
      return slot;
    }

    @Override
    public MutableDirectBuffer tryClaim() {
      return slot;
    }

    @Override
    public void publish(int length) {
      dispatcher.dispatch(++sequence, slot, 0, length, engine);
    }
  }
}
