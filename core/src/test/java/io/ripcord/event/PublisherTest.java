package io.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.EveryMessage.Filling;
import io.ripcord.event.codec.MessageHeaderDecoder;
import io.ripcord.event.codec.TimerFiredDecoder;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import io.ripcord.testing.Seeds;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * A claimed slot must be published, or the ring stands still for ever: whatever can be wrong with
 * the arguments shows before the claim.
 */
class PublisherTest {
  private final ArraySink sink = new ArraySink();

  @Test
  void shouldNotClaimASlotForArgumentsThatItRefuses() {
    List<String> refused = new ArrayList<>();
    for (Method method : EveryMessage.inputMethods()) {
      Map<String, Object> good =
          EveryMessage.arguments(method, Filling.LARGEST, Seeds.random(this));
      good.forEach(
          (name, value) -> {
            for (Object bad : badValues(value)) {
              Map<String, Object> arguments = new LinkedHashMap<>(good);
              arguments.put(name, bad);
              assertThatThrownBy(() -> EveryMessage.publish(method, arguments, sink))
                  .as("%s %s=%s", method.getName(), name, bad)
                  .isInstanceOf(RuntimeException.class);
              assertThat(sink.isClaimed()).as("%s %s=%s", method.getName(), name, bad).isFalse();
              refused.add(method.getName() + " " + name);
            }
          });
    }

    assertThat(sink.events()).isEmpty();
    assertThat(refused)
        .contains(
            "engineStarted buildId",
            "engineStarted configSha256",
            "inputFile role",
            "inputFile sha256",
            "nameDefined text",
            "positionRegistered side",
            "signal action",
            "phaseChanged phase",
            "bracketStatus bracketState",
            "bracketStatus triggerSource",
            "executionReport execType",
            "executionReport rejectKind",
            "engineStopped reason");
  }

  private static List<Object> badValues(Object good) {
    List<Object> bad = new ArrayList<>();
    if (good instanceof String text) {
      bad.add(null);
      bad.add(text + "x");
    } else if (good instanceof byte[] bytes) {
      bad.add(null);
      bad.add(new byte[bytes.length - 1]);
      bad.add(new byte[bytes.length + 1]);
    } else if (good instanceof Enum<?>) {
      bad.add(null);
    }
    return bad;
  }

  @Test
  void shouldSayWhatIsWrongWithAText() {
    String tooLong = "x".repeat(65);

    assertThatThrownBy(() -> new DefinitionPublisher(sink, 2).nameDefined(1, 1, tooLong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name of 65 characters, expected at most 64");
    assertThatThrownBy(
            () -> new NodePublisher(sink, 1).engineStarted(1, 0, 1, 1, 1, "b", new byte[20]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("configSha256 of 20 bytes, expected 32");
  }

  @Test
  void shouldGoOnCountingAfterTheInputsOfAnEarlierStart() {
    EventSink resumed =
        new EventSink() {
          @Override
          public MutableDirectBuffer claim() {
            return sink.claim();
          }

          @Override
          public MutableDirectBuffer tryClaim() {
            return sink.tryClaim();
          }

          @Override
          public void publish(int length) {
            sink.publish(length);
          }

          @Override
          public long lastOf(int source) {
            return source == Sources.TIMER ? 41 : 0;
          }
        };
    NodePublisher publisher = new NodePublisher(resumed, Sources.TIMER);
    assertThat(publisher.sourceSequence()).isEqualTo(41);

    publisher.timerFired(1, 1);
    publisher.timerFired(2, 2);

    assertThat(publisher.sourceSequence()).isEqualTo(43);
    TimerFiredDecoder decoder =
        new TimerFiredDecoder()
            .wrapAndApplyHeader(new UnsafeBuffer(sink.last()), 0, new MessageHeaderDecoder());
    assertThat(decoder.origin().sourceSequence()).isEqualTo(43);
    assertThat(decoder.origin().source()).isEqualTo(Sources.TIMER);
  }

  @Test
  void shouldTellARecordOfASkippedInputFromAnyOther() {
    new NodePublisher(sink, Sources.NODE).eventSkipped(5, 1L << 40);
    assertThat(skipped(0, sink.last().length)).isEqualTo(1L << 40);
    assertThat(skipped(7, sink.last().length)).isEqualTo(1L << 40);
    assertThat(skipped(7, 7)).isEqualTo(E8.NULL);
    assertThat(skipped(7, 0)).isEqualTo(E8.NULL);

    for (Method method : EveryMessage.inputMethods()) {
      if (!method.getName().equals("eventSkipped")) {
        EveryMessage.publish(
            method, EveryMessage.arguments(method, Filling.ZERO, Seeds.random(this)), sink);
        assertThat(skipped(3, sink.last().length)).as(method.getName()).isEqualTo(E8.NULL);
      }
    }
  }

  private long skipped(int offset, int length) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[offset + sink.last().length]);
    buffer.putBytes(offset, sink.last());
    return EventDispatcher.skippedSequence(buffer, offset, length);
  }

  @Test
  void shouldHandDecisionsToTheNewestSink() {
    List<String> heard = new ArrayList<>();
    DecisionEncoder encoder =
        new DecisionEncoder((cause, index, b, o, l) -> heard.add("first " + cause + "/" + index));
    encoder.cause(7);
    encoder.onPositionsQuery(1, 2, 3, 4);

    encoder.sink((cause, index, b, o, l) -> heard.add("second " + cause + "/" + index));
    encoder.onPositionsQuery(1, 2, 3, 4);
    encoder.cause(8);
    encoder.onPositionsQuery(1, 2, 3, 4);

    assertThat(heard).containsExactly("first 7/0", "second 7/1", "second 8/0");
    assertThat(encoder.count()).isEqualTo(1);
  }
}
