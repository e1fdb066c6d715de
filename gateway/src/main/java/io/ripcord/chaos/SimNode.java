package io.ripcord.chaos;

import io.ripcord.engine.Engine;
import io.ripcord.engine.PendingDecision;
import io.ripcord.engine.ResumedEngine;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventPrinter;
import io.ripcord.event.EventSink;
import io.ripcord.event.EventSlotDescriptor;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.FrameLog;
import io.ripcord.journal.JournalTail;
import io.ripcord.journal.Snapshot;
import io.ripcord.replay.EngineStates;
import io.ripcord.replay.ReplayedEngine;
import io.ripcord.venue.VenueGateway;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The process under test, stepped: input frame, engine, decision frames, send, in the order of the
 * fused pipeline. It can die between any two of them, and comes back from snapshot and journal with
 * the production engine, frames and replay.
 *
 * <p>Journal durability is {@code order} where power cuts strike, else {@code process}. Package
 * private methods that are not final are the seams at which tests plant faults of our own making.
 */
class SimNode {
  static final int CAPACITY = 128;
  private static final int ONE_IN_HASHED = 257;
  private static final int ONE_IN_KILLED_INPUTS = 100;

  private final World world;
  private final VenueGateway venue;
  private final Dice dice;
  private final FrameLog log = new FrameLog();
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final DecisionDispatcher decisions = new DecisionDispatcher();
  private final EventPrinter printer = new EventPrinter();
  private final Deque<Outgoing> outbound = new ArrayDeque<>();
  private final Map<Long, Long> hashes = new HashMap<>();
  private final boolean powerCuts;
  private Engine engine;
  private DecisionEncoder encoder;
  private Inputs inputs;
  private Snapshot snapshot;
  private long sequence;
  private long inputsSeen;
  private long startedNs;
  private int synced;
  private int epoch;
  private boolean up;

  /** A decision for the venue, and how many frames there were with its own. */
  private record Outgoing(UnsafeBuffer bytes, int frames) {}

  SimNode(World world, VenueGateway venue) {
    this.world = world;
    this.venue = venue;
    dice = world.dice("node");
    powerCuts = world.faults().isPossible(Fault.POWER_CUT);
  }

  final boolean isUp() {
    return up;
  }

  /** Where events go in; only while it is up. */
  final Inputs inputs() {
    return inputs;
  }

  final Engine engine() {
    return engine;
  }

  final long inputsSeen() {
    return inputsSeen;
  }

  final boolean hasOutbound() {
    return !outbound.isEmpty();
  }

  final long nextDeadlineNs() {
    return up ? engine.nextDeadlineNs() : Long.MAX_VALUE;
  }

  /** The number of the next start, on the disk before it is used. */
  private int nextEpoch() {
    return ++epoch;
  }

  /** Comes up, from whatever the journal holds. */
  final void start() {
    int newEpoch = nextEpoch();
    ResumedEngine resumed = recover();
    engine = resumed.engine();
    encoder = resumed.encoder();
    encoder.sink(this::onDecision);
    sequence = Math.max(0, log.tail().lastSequence());
    inputs = new Inputs(new Sink());
    epoch = newEpoch;
    startedNs = world.nowNs();
    up = true;
    for (PendingDecision decision : resumed.pending()) {
      DirectBuffer bytes = decision.bytes();
      onDecision(decision.causeSequence(), decision.index(), bytes, 0, bytes.capacity());
    }
    inputs.node.engineStarted(
        world.nowNs(), 0, epoch, Engine.DECISION_VERSION, CAPACITY, "chaos", new byte[32]);
  }

  private ResumedEngine recover() {
    ReplayedEngine replayed =
        snapshot == null ? new ReplayedEngine(Set.of()) : new ReplayedEngine(snapshot, Set.of());
    if (snapshot != null) {
      world.saw(Rarity.FROM_SNAPSHOT);
    }
    FrameLog.Reader reader = log.reader(snapshot == null ? JournalTail.EMPTY : snapshot.tail());
    follow(replayed, reader);
    log.mend(reader);
    return replayed.engine() == null
        ? ResumedEngine.fresh(CAPACITY, false)
        : new ResumedEngine(replayed.engine(), replayed.encoder(), replayed.pending());
  }

  private void follow(ReplayedEngine replayed, FrameLog.Reader reader) {
    while (reader.next()) {
      replayed.onFrame(reader);
      Long expected =
          reader.kind() == FrameDescriptor.KIND_INPUT ? hashes.get(reader.sequence()) : null;
      if (expected != null && replayed.engine().stateHash() != expected) {
        throw new Violation(
            Invariant.SAME_STATE, 0, "after input " + reader.sequence() + " the hash is another");
      }
      if (replayed.difference() != null) {
        throw new Violation(Invariant.SAME_DECISIONS, 0, replayed.difference());
      }
    }
  }

  /** Replays everything, from zero and from the newest snapshot. */
  final void proveReplay() {
    prove(new ReplayedEngine(Set.of()), JournalTail.EMPTY);
    if (snapshot != null) {
      prove(new ReplayedEngine(snapshot, Set.of()), snapshot.tail());
    }
  }

  private void prove(ReplayedEngine replayed, JournalTail from) {
    FrameLog.Reader reader = log.reader(from);
    follow(replayed, reader);
    if (reader.problem() != null || !replayed.isSettled()) {
      throw new Violation(
          Invariant.SAME_DECISIONS, 0, "the journal ends early: " + reader.problem());
    }
    if (replayed.engine().stateHash() != engine.stateHash()) {
      throw new Violation(Invariant.SAME_STATE, 0, "at the end the hash is another");
    }
  }

  /** The process is gone; what is not on the disk may be too. */
  final void die(Crash crash) {
    up = false;
    outbound.clear();
    world.saw(crash.where());
    if (world.nowNs() - startedNs < World.SECOND) {
      world.saw(Rarity.DIED_AGAIN_AT_ONCE);
    }
    if (world.faults().strikes(Fault.POWER_CUT)) {
      cutPower();
    }
  }

  private void cutPower() {
    int kept = (int) dice.between(synced, log.frames());
    int before = log.frames();
    int torn = dice.below(2) * dice.below(FrameDescriptor.MAX_FRAME_LENGTH);
    log.cut(kept, torn);
    if (kept < before) {
      world.saw(torn > 0 ? Rarity.TAIL_TORN : Rarity.TAIL_LOST);
      hashes.keySet().removeIf(input -> input > lastKept());
    }
  }

  private long lastKept() {
    FrameLog.Reader reader = log.reader(JournalTail.EMPTY);
    long last = -1;
    while (reader.next()) {
      last = Math.max(last, reader.kind() == FrameDescriptor.KIND_INPUT ? reader.sequence() : -1);
    }
    return last;
  }

  /** Whether a start would find a position's registration again. */
  final boolean knows(long positionId) {
    return engine.view().positions().byId(positionId) != null;
  }

  final void snapshot() {
    sync();
    snapshot = EngineStates.snapshot(engine, 1, log.tail(), false);
  }

  /** Everything that was appended is on the disk. */
  void sync() {
    synced = log.frames();
  }

  final void onTimer() {
    inputs.timer.timerFired(world.nowNs(), engine.nextDeadlineNs());
  }

  /** The sender: everything that waits goes out. */
  final void send() {
    while (up && !outbound.isEmpty()) {
      Outgoing next = outbound.peek();
      if (powerCuts) {
        sync();
      }
      check(next);
      crashPoint(Rarity.DIED_AFTER_ORDER_FRAME);
      outbound.remove();
      transmit(next.bytes);
      if (decisions.isOrder(next.bytes, 0)) {
        crashPoint(Rarity.DIED_AFTER_SEND);
        inputs.sender.orderSent(
            world.nowNs(),
            decisions.clOrdIdHigh(next.bytes, 0),
            decisions.clOrdIdLow(next.bytes, 0));
      }
    }
  }

  private void check(Outgoing next) {
    int safe = powerCuts ? synced : log.frames();
    if (next.frames > safe) {
      throw new Violation(
          Invariant.WRITTEN_BEFORE_SENT, 0, "frame " + next.frames + " of " + safe + " leaves");
    }
  }

  /** Bytes leave for the venue. */
  void transmit(DirectBuffer bytes) {
    decisions.dispatch(bytes, 0, bytes.capacity(), venue);
  }

  private void crashPoint(Rarity where) {
    // Inputs are many and sends are few: what is around a send must not be left to chance.
    boolean dies =
        where == Rarity.DIED_AFTER_INPUT
            ? dice.oneIn(ONE_IN_KILLED_INPUTS) && world.faults().strikes(Fault.KILL)
            : world.faults().strikes(Fault.KILL);
    if (dies) {
      throw new Crash(where);
    }
  }

  private void onDecision(long cause, int index, DirectBuffer buffer, int offset, int length) {
    appendDecision(cause, index, buffer, offset, length);
    world.note(() -> printer.decision(cause, index, buffer, offset, length));
    if (decisions.isForVenue(buffer, offset)) {
      UnsafeBuffer bytes = new UnsafeBuffer(new byte[length]);
      bytes.putBytes(0, buffer, offset, length);
      outbound.add(new Outgoing(bytes, log.frames()));
    }
    crashPoint(Rarity.DIED_AFTER_ORDER_FRAME);
  }

  /** A decision's frame. */
  void appendDecision(long cause, int index, DirectBuffer buffer, int offset, int length) {
    log.append(FrameDescriptor.KIND_DECISION, cause, index, epoch, buffer, offset, length);
  }

  /** An input is about to be taken; nothing here, for whoever tampers with it. */
  void onPublish(MutableDirectBuffer input, int length) {}

  /** An input's frame. */
  void appendInput(long number, DirectBuffer buffer, int length) {
    log.append(FrameDescriptor.KIND_INPUT, number, 0, epoch, buffer, 0, length);
  }

  private final class Sink implements EventSink {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventSlotDescriptor.SLOT_LENGTH]);

    @Override
    public MutableDirectBuffer claim() {
      return slot;
    }

    @Override
    public MutableDirectBuffer tryClaim() {
      return slot;
    }

    @Override
    public long lastOf(int source) {
      return engine.view().sources().last(source);
    }

    @Override
    public void publish(int length) {
      onPublish(slot, length);
      sequence++;
      inputsSeen++;
      appendInput(sequence, slot, length);
      world.note(() -> printer.input(sequence, slot, 0, length));
      crashPoint(Rarity.DIED_AFTER_INPUT);
      encoder.cause(sequence);
      dispatcher.dispatch(sequence, slot, 0, length, engine);
      if (sequence % ONE_IN_HASHED == 0) {
        hashes.put(sequence, engine.stateHash());
      }
    }
  }
}
