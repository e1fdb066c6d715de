package io.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.EveryMessage.Filling;
import io.ripcord.event.codec.MessageHeaderEncoder;
import io.ripcord.testing.ArraySink;
import io.ripcord.testing.RecordedDecisions;
import io.ripcord.testing.Seeds;
import io.ripcord.testing.Slots;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dispatchers make of headers that are not their own. */
class HeaderTest {
  private static final int EXIT_ORDER = 101;
  private static final int TICK = 12;

  private final EventPrinter printer = new EventPrinter();
  private final RecordedDecisions recorder = new RecordedDecisions();
  private final EventFields nobody = new EventFields(new IgnoringSink());

  private static final class IgnoringSink implements FieldSink {
    @Override
    public void begin(String kind) {}

    @Override
    public void number(String name, long value) {}

    @Override
    public void decimal(String name, long valueE8) {}

    @Override
    public void percent(String name, long percentE6) {}

    @Override
    public void time(String name, long timeNs) {}

    @Override
    public void text(String name, CharSequence value) {}

    @Override
    public void end() {}
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 9, 37, 99, EXIT_ORDER, 105, 107, 108, 65_535})
  void shouldRefuseATemplateThatIsNoInput(int templateId) {
    UnsafeBuffer message = message(TICK, 64, templateId, MessageHeaderEncoder.SCHEMA_ID, 1);

    assertThatThrownBy(() -> new EventDispatcher().dispatch(1, message, 0, 72, nobody))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("templateId=" + templateId + " is not known here");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, TICK, 21, 100, 108, 65_535})
  void shouldRefuseATemplateThatIsNoDecision(int templateId) {
    UnsafeBuffer message = message(TICK, 64, templateId, MessageHeaderEncoder.SCHEMA_ID, 1);

    assertThatThrownBy(() -> new DecisionDispatcher().dispatch(message, 0, 72, recorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("templateId=" + templateId + " is not known here");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7200, 7202, 65_535})
  void shouldRefuseAForeignSchema(int schemaId) {
    UnsafeBuffer input = message(TICK, 60, TICK, schemaId, 1);
    UnsafeBuffer decision = message(EXIT_ORDER, 88, EXIT_ORDER, schemaId, 1);

    assertThatThrownBy(() -> new EventDispatcher().dispatch(1, input, 0, 128, nobody))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("schemaId=" + schemaId + ", expected 7201");
    assertThatThrownBy(() -> new DecisionDispatcher().dispatch(decision, 0, 128, recorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("schemaId=" + schemaId + ", expected 7201");
    assertThatThrownBy(() -> EngineStarts.maxPositions(input, 0, 128))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldRefuseABlockThatPassesTheEndOfTheMessage() {
    UnsafeBuffer input = message(TICK, 65, TICK, MessageHeaderEncoder.SCHEMA_ID, 1);

    assertThatThrownBy(() -> new EventDispatcher().dispatch(1, input, 0, 72, nobody))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("blockLength=65 passes the end of the message, length=72");
    assertThatThrownBy(() -> new DecisionDispatcher().dispatch(input, 0, 72, recorder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static UnsafeBuffer message(
      int dispatchedAs, int blockLength, int templateId, int schemaId, int version) {
    UnsafeBuffer buffer = Slots.poisoned((byte) dispatchedAs);
    new MessageHeaderEncoder()
        .wrap(buffer, 0)
        .blockLength(blockLength)
        .templateId(templateId)
        .schemaId(schemaId)
        .version(version);
    return buffer;
  }

  @ParameterizedTest
  @ValueSource(ints = {MessageHeaderEncoder.SCHEMA_VERSION, 4, 65_534})
  void shouldDecodeALongerBlockOfAnotherVersionWithTheFieldsItKnows(int version) {
    Random random = Seeds.random(this);
    List<String> expected = new ArrayList<>();
    List<String> decoded = new ArrayList<>();
    for (Method method : EveryMessage.inputMethods()) {
      Map<String, Object> arguments = EveryMessage.arguments(method, Filling.ZERO, random);
      ArraySink sink = new ArraySink();
      EveryMessage.publish(method, arguments, sink);
      byte[] bytes = sink.last();
      expected.add(printer.input(5, new UnsafeBuffer(bytes), 0, bytes.length));

      // A later schema appends to a block: the same fields, then eight bytes more.
      UnsafeBuffer grown = new UnsafeBuffer(new byte[bytes.length + 8]);
      grown.putBytes(0, bytes);
      new MessageHeaderEncoder().wrap(grown, 0).blockLength(bytes.length).version(version);
      decoded.add(printer.input(5, grown, 0, grown.capacity()));
    }

    assertThat(decoded).isEqualTo(expected);
  }

  @Test
  void shouldDecodeAtAnOffset() {
    ArraySink sink = new ArraySink();
    new NodePublisher(sink, Sources.NODE).timerFired(1, 2);
    byte[] bytes = sink.last();
    UnsafeBuffer shifted = new UnsafeBuffer(new byte[200]);
    shifted.putBytes(72, bytes);

    assertThat(printer.input(9, shifted, 72, bytes.length))
        .isEqualTo(printer.input(9, new UnsafeBuffer(bytes), 0, bytes.length));
  }

  @Test
  void shouldRefuseAnEnumValueThatTheSchemaDoesNotHave() {
    ArraySink sink = new ArraySink();
    new CommandPublisher(sink, Sources.COMMAND).signal(1, 0, 7, SignalAction.EXIT);
    UnsafeBuffer bytes = new UnsafeBuffer(sink.last());
    int action = bytes.capacity() - 8;
    assertThat(bytes.getInt(action)).isEqualTo(SignalAction.EXIT.code());
    int[] unknown = {0, 2, -1, Integer.MIN_VALUE};
    for (int code : unknown) {
      bytes.putInt(action, code);

      assertThatThrownBy(
              () -> new EventDispatcher().dispatch(1, bytes, 0, bytes.capacity(), nobody))
          .as("action %d", code)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void shouldKnowWhatIsForTheVenue() {
    DecisionDispatcher dispatcher = new DecisionDispatcher();
    List<String> forVenue = new ArrayList<>();
    Random random = Seeds.random(this);
    for (Method method : EveryMessage.decisionMethods()) {
      DecisionEncoder encoder =
          new DecisionEncoder(
              (cause, index, buffer, offset, length) -> {
                if (dispatcher.isForVenue(buffer, offset)) {
                  forVenue.add(method.getName());
                }
              });
      EveryMessage.call(encoder, method, EveryMessage.arguments(method, Filling.ZERO, random));
    }

    assertThat(forVenue)
        .containsExactly("onEntryOrder", "onExitOrder", "onOrderQuery", "onPositionsQuery");
  }

  @Test
  void shouldFindTheIdOfEveryOrderWithoutDecodingIt() {
    DecisionDispatcher dispatcher = new DecisionDispatcher();
    List<String> orders = new ArrayList<>();
    Random random = Seeds.random(this);
    for (Method method : EveryMessage.decisionMethods()) {
      Map<String, Object> arguments = EveryMessage.arguments(method, Filling.RANDOM, random);
      DecisionEncoder encoder =
          new DecisionEncoder(
              (cause, index, buffer, offset, length) -> {
                if (dispatcher.isOrder(buffer, offset)) {
                  orders.add(method.getName());
                  assertThat(dispatcher.clOrdIdHigh(buffer, offset))
                      .isEqualTo(arguments.get("clOrdIdHigh"));
                  assertThat(dispatcher.clOrdIdLow(buffer, offset))
                      .isEqualTo(arguments.get("clOrdIdLow"));
                }
              });
      EveryMessage.call(encoder, method, arguments);
    }

    assertThat(orders).containsExactly("onEntryOrder", "onExitOrder");
  }

  @Test
  void shouldRecogniseTheFirstAndTheLastEventOfARun() {
    Random random = Seeds.random(this);
    List<String> stops = new ArrayList<>();
    for (Method method : EveryMessage.inputMethods()) {
      ArraySink sink = new ArraySink();
      Map<String, Object> arguments = EveryMessage.arguments(method, Filling.RANDOM, random);
      EveryMessage.publish(method, arguments, sink);
      UnsafeBuffer bytes = new UnsafeBuffer(sink.last());
      if (EventDispatcher.isEngineStopped(bytes, 0, bytes.capacity())) {
        stops.add(method.getName());
      }
      if (method.getName().equals("engineStarted")) {
        assertThat(EngineStarts.maxPositions(bytes, 0, bytes.capacity()))
            .isEqualTo(arguments.get("maxPositions"));
      } else {
        assertThatThrownBy(() -> EngineStarts.maxPositions(bytes, 0, bytes.capacity()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("expected EngineStarted first");
      }
    }

    assertThat(stops).containsExactly("engineStopped");
    assertThat(EventDispatcher.isEngineStopped(new UnsafeBuffer(new byte[7]), 0, 7)).isFalse();
  }
}
