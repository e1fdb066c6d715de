package io.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.EveryMessage.Filling;
import io.ripcord.event.codec.MessageHeaderDecoder;
import io.ripcord.testing.ArraySink;
import io.ripcord.testing.Seeds;
import io.ripcord.testing.Slots;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slots are reused: what a message does not write, it inherits from whatever was there before. */
class EveryFieldIsWrittenTest {
  private static final byte ZEROS = 0;
  private static final byte ONES = (byte) 0xFF;
  private static final int ROUNDS = 20;

  @ParameterizedTest
  @EnumSource(Filling.class)
  void shouldEncodeInputsAlikeIntoAnySlot(Filling filling) {
    Random random = Seeds.random(this);
    for (Method method : EveryMessage.inputMethods()) {
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, Object> arguments = EveryMessage.arguments(method, filling, random);

        byte[] overZeros = input(method, arguments, ZEROS);
        byte[] overOnes = input(method, arguments, ONES);

        assertThat(hex(overOnes)).as(method.getName() + arguments).isEqualTo(hex(overZeros));
        assertFits(overZeros);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Filling.class)
  void shouldEncodeDecisionsAlikeIntoAnyBuffer(Filling filling) {
    Random random = Seeds.random(this);
    for (Method method : EveryMessage.decisionMethods()) {
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, Object> arguments = EveryMessage.arguments(method, filling, random);

        byte[] overZeros = decision(method, arguments, ZEROS);
        byte[] overOnes = decision(method, arguments, ONES);

        assertThat(hex(overOnes)).as(method.getName() + arguments).isEqualTo(hex(overZeros));
        assertFits(overZeros);
      }
    }
  }

  @Test
  void shouldHaveAPublisherForEveryInputOfTheSchema() {
    Random random = Seeds.random(this);
    TreeSet<Integer> published = new TreeSet<>();
    for (Method method : EveryMessage.inputMethods()) {
      Map<String, Object> arguments = EveryMessage.arguments(method, Filling.ZERO, random);
      published.add(templateId(input(method, arguments, ZEROS)));
    }

    assertThat(published)
        .containsExactlyElementsOf(
            EveryMessage.templates().headMap(EveryMessage.FIRST_DECISION).keySet());
  }

  @Test
  void shouldHaveAMethodForEveryDecisionOfTheSchema() {
    Random random = Seeds.random(this);
    TreeSet<Integer> encoded = new TreeSet<>();
    for (Method method : EveryMessage.decisionMethods()) {
      Map<String, Object> arguments = EveryMessage.arguments(method, Filling.ZERO, random);
      encoded.add(templateId(decision(method, arguments, ZEROS)));
    }

    assertThat(encoded)
        .containsExactlyElementsOf(
            EveryMessage.templates().tailMap(EveryMessage.FIRST_DECISION).keySet());
  }

  private static byte[] input(Method method, Map<String, Object> arguments, byte poison) {
    ArraySink sink = new ArraySink(poison);
    EveryMessage.publish(method, arguments, sink);
    assertThat(sink.events()).as(method.getName()).hasSize(1);
    return sink.last();
  }

  private static byte[] decision(Method method, Map<String, Object> arguments, byte poison) {
    List<byte[]> encoded = new ArrayList<>();
    DecisionEncoder encoder =
        new DecisionEncoder(
            (cause, index, buffer, offset, length) -> {
              byte[] bytes = new byte[length];
              buffer.getBytes(offset, bytes);
              encoded.add(bytes);
            },
            Slots.poisoned(poison));
    EveryMessage.call(encoder, method, arguments);
    assertThat(encoded).as(method.getName()).hasSize(1);
    return encoded.get(0);
  }

  private static void assertFits(byte[] message) {
    assertThat(message.length)
        .isLessThanOrEqualTo(EventSlotDescriptor.MAX_MESSAGE_LENGTH)
        .matches(length -> length % EventSlotDescriptor.ALIGNMENT == 0, "a multiple of 8");
    MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(new UnsafeBuffer(message), 0);
    assertThat(header.blockLength() + MessageHeaderDecoder.ENCODED_LENGTH)
        .isEqualTo(message.length);
    assertThat(EventSlotDescriptor.messageLength(new UnsafeBuffer(message), 0))
        .isEqualTo(message.length);
    assertThat(header.schemaId()).isEqualTo(MessageHeaderDecoder.SCHEMA_ID);
    assertThat(header.version()).isEqualTo(MessageHeaderDecoder.SCHEMA_VERSION);
  }

  private static int templateId(byte[] message) {
    return new MessageHeaderDecoder().wrap(new UnsafeBuffer(message), 0).templateId();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
