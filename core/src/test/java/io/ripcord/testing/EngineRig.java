package io.ripcord.testing;

import io.ripcord.engine.Engine;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventSink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * An engine between bytes and bytes, in one thread: published slots go through the real dispatcher,
 * decisions through the real encoder; both streams are kept, and the decisions are decoded again.
 */
public final class EngineRig {
  private static final byte POISON = (byte) 0xA5;

  private final ArraySink sink = new ArraySink(POISON, this::dispatch);
  private final EventDispatcher inputs = new EventDispatcher();
  private final DecisionEncoder encoder = new DecisionEncoder(this::record);
  private final DecisionDispatcher outputs = new DecisionDispatcher();
  private final RecordedDecisions decisions = new RecordedDecisions();
  private final List<String> decisionFrames = new ArrayList<>();
  private final Engine engine;
  private long earlierInputs;

  /** See {@link Engine}. */
  public EngineRig(int capacity, boolean evaluateEverything) {
    engine = new Engine(encoder, capacity, evaluateEverything);
  }

  private void dispatch(long sequence, MutableDirectBuffer buffer, int length) {
    encoder.cause(earlierInputs + sequence);
    inputs.dispatch(earlierInputs + sequence, buffer, 0, length, engine);
  }

  private void record(long cause, int index, DirectBuffer buffer, int offset, int length) {
    byte[] bytes = new byte[length];
    buffer.getBytes(offset, bytes);
    decisionFrames.add(cause + "/" + index + " " + HexFormat.of().formatHex(bytes));
    outputs.dispatch(buffer, offset, length, decisions);
  }

  /** Where publishers put the inputs; the engine has decided when a publish returns. */
  public EventSink sink() {
    return sink;
  }

  /** Takes on, as a new engine, the state of another, and counts its inputs on. */
  public EngineRig takeOver(EngineRig other) {
    StateNumbers state = StateNumbers.of(other.engine::write);
    engine.read(state.in());
    if (state.left() != 0) {
      throw new AssertionError(state.left() + " numbers of the state were not read");
    }
    earlierInputs = engine.sequence();
    return this;
  }

  /** Feeds inputs of another run, byte by byte. */
  public EngineRig replay(List<byte[]> frames) {
    for (byte[] frame : frames) {
      MutableDirectBuffer slot = sink.claim();
      slot.putBytes(0, frame);
      sink.publish(frame.length);
    }
    return this;
  }

  /** The engine; read only. */
  public Engine engine() {
    return engine;
  }

  /** What it has said. */
  public RecordedDecisions decisions() {
    return decisions;
  }

  /** The bytes of every input so far. */
  public List<byte[]> inputFrames() {
    return sink.events();
  }

  /** Every decision so far as {@code cause/index bytes}, in hexadecimal. */
  public List<String> decisionFrames() {
    return decisionFrames;
  }
}
