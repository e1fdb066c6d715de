package io.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.EveryMessage.Filling;
import io.ripcord.testing.ArraySink;
import io.ripcord.testing.Seeds;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes into a publisher comes out of the dispatcher, under the same names. */
class RoundTripTest {
  private static final int ROUNDS = 50;
  private static final long SEQUENCE = 1234567890123L;

  /** The calls of a listener: names of methods to named arguments, buffers turned into text. */
  private final Map<String, Map<String, Object>> calls = new LinkedHashMap<>();

  @ParameterizedTest
  @EnumSource(Filling.class)
  void shouldDecodeInputsAsTheyWerePublished(Filling filling) {
    Random random = Seeds.random(this);
    EventDispatcher dispatcher = new EventDispatcher();
    EventListener listener = recorder(EventListener.class);
    for (Method method : EveryMessage.inputMethods()) {
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, Object> arguments = EveryMessage.arguments(method, filling, random);
        ArraySink sink = new ArraySink();
        EveryMessage.publish(method, arguments, sink);
        calls.clear();

        dispatcher.dispatch(
            SEQUENCE, new UnsafeBuffer(sink.last()), 0, sink.last().length, listener);

        assertThat(calls).as(method.getName()).hasSize(2);
        assertOrigin(arguments);
        Map<String, Object> decoded = calls.values().stream().skip(1).findFirst().orElseThrow();
        assertThat(decoded).as(method + " " + arguments).containsAllEntriesOf(expected(arguments));
      }
    }
  }

  private void assertOrigin(Map<String, Object> arguments) {
    assertThat(calls.keySet().iterator().next()).isEqualTo("onInput");
    assertThat(calls.get("onInput"))
        .containsEntry("sequence", SEQUENCE)
        .containsEntry("timeNs", arguments.get("timeNs"))
        .containsEntry("source", EveryMessage.SOURCE)
        .containsEntry("sourceSequence", 1L);
  }

  private static Map<String, Object> expected(Map<String, Object> arguments) {
    Map<String, Object> expected = new LinkedHashMap<>(arguments);
    expected.remove("timeNs");
    expected.replaceAll(
        (name, value) ->
            value instanceof byte[] bytes
                ? Texts.hex(new UnsafeBuffer(bytes), 0, bytes.length)
                : value);
    return expected;
  }

  @ParameterizedTest
  @EnumSource(Filling.class)
  void shouldDecodeDecisionsAsTheyWereEncoded(Filling filling) {
    Random random = Seeds.random(this);
    DecisionDispatcher dispatcher = new DecisionDispatcher();
    DecisionListener listener = recorder(DecisionListener.class);
    DecisionEncoder encoder =
        new DecisionEncoder(
            (cause, index, buffer, offset, length) ->
                dispatcher.dispatch(buffer, offset, length, listener));
    for (Method method : EveryMessage.decisionMethods()) {
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, Object> arguments = EveryMessage.arguments(method, filling, random);
        calls.clear();

        EveryMessage.call(encoder, method, arguments);

        assertThat(calls).containsExactly(Map.entry(method.getName(), arguments));
      }
    }
  }

  @Test
  void shouldNumberTheInputsOfEachSource() {
    ArraySink sink = new ArraySink();
    MarketDataPublisher first = new MarketDataPublisher(sink, 32);
    MarketDataPublisher second = new MarketDataPublisher(sink, 33);
    first.tick(1, 0, 1, 1, 1, 1, 1);
    first.tick(2, 0, 1, 1, 1, 1, 1);
    second.tick(3, 0, 1, 1, 1, 1, 1);
    first.tick(4, 0, 1, 1, 1, 1, 1);

    EventListener listener = recorder(EventListener.class);
    EventDispatcher dispatcher = new EventDispatcher();
    StringBuilder origins = new StringBuilder();
    for (byte[] event : sink.events()) {
      dispatcher.dispatch(1, new UnsafeBuffer(event), 0, event.length, listener);
      Map<String, Object> origin = calls.get("onInput");
      origins.append(origin.get("source")).append('/').append(origin.get("sourceSequence"));
      origins.append(' ');
    }

    assertThat(origins).hasToString("32/1 32/2 33/1 32/3 ");
    assertThat(first.sourceSequence()).isEqualTo(3);
  }

  @Test
  void shouldNotCountATickThatFoundNoSlot() {
    ArraySink sink = new ArraySink();
    MarketDataPublisher publisher = new MarketDataPublisher(sink, 32);
    sink.full(true);

    assertThat(publisher.tryTick(1, 0, 1, 1, 1, 1, 1)).isFalse();
    assertThat(publisher.tryConflatedTick(1, 0, 1, 1, 1, 1, true, 1, 1, 2)).isFalse();

    assertThat(publisher.tryMarkPrice(1, 0, 1, 1)).isFalse();

    assertThat(sink.events()).isEmpty();
    assertThat(publisher.sourceSequence()).isZero();
    sink.full(false);
    assertThat(publisher.tryTick(1, 0, 1, 1, 1, 1, 1)).isTrue();
    assertThat(publisher.tryMarkPrice(1, 0, 1, 1)).isTrue();
    assertThat(publisher.sourceSequence()).isEqualTo(2);
  }

  private <T> T recorder(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              calls.put(method.getName(), named(method, arguments));
              return null;
            }));
  }

  private static Map<String, Object> named(Method method, Object[] arguments) {
    Map<String, Object> named = new LinkedHashMap<>();
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      named.put(parameters[i].getName(), arguments[i]);
    }
    texts(method.getName(), named);
    return named;
  }

  /** Buffers are valid during the call only: takes out what the publisher calls it. */
  private static void texts(String method, Map<String, Object> named) {
    switch (method) {
      case "onEngineStarted" -> {
        DirectBuffer bytes = (DirectBuffer) named.get("bytes");
        named.put("buildId", Texts.ascii(bytes, (int) named.get("buildIdOffset"), 40));
        named.put("configSha256", Texts.hex(bytes, (int) named.get("configSha256Offset"), 32));
      }
      case "onInputFile" ->
          named.put(
              "sha256",
              Texts.hex((DirectBuffer) named.get("sha256"), (int) named.get("offset"), 32));
      case "onNameDefined" ->
          named.put(
              "text",
              Texts.ascii(
                  (DirectBuffer) named.get("text"),
                  (int) named.get("offset"),
                  (int) named.get("length")));
      default -> {
        if (Arrays.stream(named.values().toArray()).anyMatch(DirectBuffer.class::isInstance)) {
          throw new AssertionError("a buffer that this test does not read: " + method);
        }
      }
    }
  }
}
