package io.ripcord.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.OrdStatus;
import io.ripcord.event.codec.ExecutionReportDecoder;
import io.ripcord.event.codec.ExitOrderDecoder;
import io.ripcord.event.codec.MessageHeaderDecoder;
import io.ripcord.event.codec.OrderStatusDecoder;
import java.nio.ByteOrder;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulator that finds nothing may look at nothing: what was planted, it must find. */
class PlantedBugsTest {
  private static final long MOST_SEEDS = 200;
  private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;

  private static Stream<Arguments> bugs() {
    return Stream.of(
        bug("sent before it is on the disk", SentUnsynced::new),
        bug("an order without a frame", OrderNotWritten::new),
        bug("an input journalled otherwise", InputNotWritten::new),
        bug("one lot too many", OneLotTooMany::new),
        bug("sent again under another id", SentAgain::new),
        bug("executions counted twice", CountedTwice::new),
        bug("an order taken for refused", TakenForRefused::new),
        bug("fills forgotten", FillsForgotten::new));
  }

  private static Arguments bug(String name, BiFunction<World, SimVenue, SimNode> process) {
    return Arguments.of(name, process);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  void shouldBeFound(String name, BiFunction<World, SimVenue, SimNode> process) {
    ChaosSweep sweep = new ChaosSweep(process);
    ChaosFailure found = null;
    for (long seed = 1; seed <= MOST_SEEDS && found == null; seed++) {
      found = sweep.run(seed);
    }

    assertThat(found).isNotNull();
    assertThat(found.events()).isNotEmpty();
    System.out.printf(
        "%s: found by seed %d, %s: %s%n", name, found.seed(), found.invariant(), found.what());
  }

  private static boolean is(DirectBuffer buffer, int template) {
    return buffer.getShort(2, ByteOrder.LITTLE_ENDIAN) == template;
  }

  /** Nothing is ever forced to the disk. */
  private static final class SentUnsynced extends SimNode {
    SentUnsynced(World world, SimVenue venue) {
      super(world, venue);
    }

    @Override
    void sync() {}
  }

  /** Every tenth decision leaves without a frame. */
  private static final class OrderNotWritten extends SimNode {
    private int count;

    OrderNotWritten(World world, SimVenue venue) {
      super(world, venue);
    }

    @Override
    void appendDecision(long cause, int index, DirectBuffer buffer, int offset, int length) {
      if (++count % 10 != 0) {
        super.appendDecision(cause, index, buffer, offset, length);
      }
    }
  }

  /** The engine sees an input that the journal has otherwise. */
  private static final class InputNotWritten extends SimNode {
    InputNotWritten(World world, SimVenue venue) {
      super(world, venue);
    }

    @Override
    void appendInput(long number, DirectBuffer buffer, int length) {
      UnsafeBuffer other = new UnsafeBuffer(new byte[length]);
      other.putBytes(0, buffer, 0, length);
      if (is(buffer, ExecutionReportDecoder.TEMPLATE_ID)) {
        int at = HEADER + ExecutionReportDecoder.lastQuantityE8EncodingOffset();
        other.putLong(at, 0, ByteOrder.LITTLE_ENDIAN);
      }
      super.appendInput(number, other, length);
    }
  }

  /** Exits are for one lot more. */
  private static final class OneLotTooMany extends SimNode {
    OneLotTooMany(World world, SimVenue venue) {
      super(world, venue);
    }

    @Override
    void transmit(DirectBuffer bytes) {
      UnsafeBuffer order = new UnsafeBuffer(new byte[bytes.capacity()]);
      order.putBytes(0, bytes, 0, bytes.capacity());
      if (is(order, ExitOrderDecoder.TEMPLATE_ID)) {
        int at = HEADER + ExitOrderDecoder.quantityE8EncodingOffset();
        long quantityE8 = order.getLong(at, ByteOrder.LITTLE_ENDIAN);
        order.putLong(at, quantityE8 + SimVenue.LOT_E8, ByteOrder.LITTLE_ENDIAN);
      }
      super.transmit(order);
    }
  }

  /** An order goes out twice, the second time under an id of its own. */
  private static final class SentAgain extends SimNode {
    SentAgain(World world, SimVenue venue) {
      super(world, venue);
    }

    @Override
    void transmit(DirectBuffer bytes) {
      super.transmit(bytes);
      if (is(bytes, ExitOrderDecoder.TEMPLATE_ID)) {
        UnsafeBuffer order = new UnsafeBuffer(new byte[bytes.capacity()]);
        order.putBytes(0, bytes, 0, bytes.capacity());
        order.putByte(HEADER + ExitOrderDecoder.clOrdIdEncodingOffset(), (byte) 'Z');
        super.transmit(order);
      }
    }
  }

  /** An execution that is told twice counts twice. */
  private static final class CountedTwice extends SimNode {
    private long executions = 1_000_000;

    CountedTwice(World world, SimVenue venue) {
      super(world, venue);
    }

    @Override
    void onPublish(MutableDirectBuffer input, int length) {
      if (is(input, ExecutionReportDecoder.TEMPLATE_ID)) {
        int at = HEADER + ExecutionReportDecoder.execIdEncodingOffset();
        input.putLong(at, ++executions, ByteOrder.LITTLE_ENDIAN);
      }
    }
  }

  /** Whatever the venue says of an order, it reads as a refusal. */
  private static final class TakenForRefused extends SimNode {
    TakenForRefused(World world, SimVenue venue) {
      super(world, venue);
    }

    @Override
    void onPublish(MutableDirectBuffer input, int length) {
      if (is(input, OrderStatusDecoder.TEMPLATE_ID)) {
        int sum = HEADER + OrderStatusDecoder.cumQuantityE8EncodingOffset();
        int status = HEADER + OrderStatusDecoder.ordStatusEncodingOffset();
        input.putLong(sum, 0, ByteOrder.LITTLE_ENDIAN);
        input.putInt(status, OrdStatus.REJECTED.code(), ByteOrder.LITTLE_ENDIAN);
      }
    }
  }

  /** Fills are heard of and not applied. */
  private static final class FillsForgotten extends SimNode {
    FillsForgotten(World world, SimVenue venue) {
      super(world, venue);
    }

    @Override
    void onPublish(MutableDirectBuffer input, int length) {
      if (is(input, ExecutionReportDecoder.TEMPLATE_ID)) {
        int quantity = HEADER + ExecutionReportDecoder.lastQuantityE8EncodingOffset();
        int sum = HEADER + ExecutionReportDecoder.cumQuantityE8EncodingOffset();
        input.putLong(quantity, 0, ByteOrder.LITTLE_ENDIAN);
        input.putLong(sum, 0, ByteOrder.LITTLE_ENDIAN);
      }
    }
  }
}
