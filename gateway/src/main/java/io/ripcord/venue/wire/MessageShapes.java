package io.ripcord.venue.wire;

import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EventSink;
import io.ripcord.event.EventSlotDescriptor;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.OrderType;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Side;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Which event messages a side may send, and in which exact length. Learned by encoding one of each,
 * so that it cannot differ from the schema: a message that passes is safe to decode. Immutable.
 */
public final class MessageShapes {
  private static final int TEMPLATES = 256;

  private final int[] lengths = new int[TEMPLATES];
  private final int[] blockLengths = new int[TEMPLATES];
  private short schemaId;
  private short version;

  private MessageShapes() {}

  /** What a venue says: reports, answers, ticks. */
  public static MessageShapes ofVenue() {
    MessageShapes shapes = new MessageShapes();
    EventSink sampler = shapes.new Sampler();
    ReportPublisher reports = new ReportPublisher(sampler, 1);
    reports.executionReport(0, 0, 0, ExecType.NEW, 0, 0, 0, 0, 0, RejectKind.NONE);
    reports.orderStatus(0, 0, 0, 0, OrdStatus.NEW, 0, 0);
    reports.venuePositionsBegin(0, 0, 0);
    reports.venuePosition(0, 0, 0, 0, 0);
    reports.venuePositionsEnd(0, 0, 0);
    new MarketDataPublisher(sampler, 1).tick(0, 0, 0, 0, 0, 0, 0);
    return shapes;
  }

  /** What a client says: orders and queries. */
  public static MessageShapes ofClient() {
    MessageShapes shapes = new MessageShapes();
    DecisionEncoder sampler =
        new DecisionEncoder(
            (cause, index, buffer, offset, length) -> shapes.learn(buffer, offset, length));
    sampler.onExitOrder(
        0,
        0,
        0,
        0,
        0,
        Side.LONG,
        OrderType.MARKET,
        0,
        0,
        ExitReason.STOP_LOSS,
        ExitSource.MONITOR_SOFT,
        0,
        0,
        0);
    sampler.onEntryOrder(0, 0, 0, 0, 0, Side.LONG, OrderType.MARKET, 0, 0, 0, 0);
    sampler.onOrderQuery(0, 0, 0, 0, 0, 0);
    sampler.onPositionsQuery(0, 0, 0, 0);
    return shapes;
  }

  /** Version of the event schema that this build was made with. */
  public static int eventSchemaVersion() {
    return ofClient().version;
  }

  private void learn(DirectBuffer buffer, int offset, int length) {
    int template = template(buffer, offset);
    lengths[template] = length;
    blockLengths[template] = Short.toUnsignedInt(field(buffer, offset));
    schemaId = field(buffer, offset + FrameDescriptor.SCHEMA_OFFSET);
    version = field(buffer, offset + FrameDescriptor.VERSION_OFFSET);
  }

  private static short field(DirectBuffer buffer, int offset) {
    return buffer.getShort(offset, ByteOrder.LITTLE_ENDIAN);
  }

  private static int template(DirectBuffer buffer, int offset) {
    return Short.toUnsignedInt(field(buffer, offset + FrameDescriptor.TEMPLATE_OFFSET));
  }

  /** Refuses what this side may not send, or sends in another shape. */
  void check(DirectBuffer buffer, int offset, int length) throws ProtocolException {
    int template = template(buffer, offset);
    boolean known =
        template < TEMPLATES
            && lengths[template] == length
            && blockLengths[template] == Short.toUnsignedInt(field(buffer, offset))
            && schemaId == field(buffer, offset + FrameDescriptor.SCHEMA_OFFSET)
            && version == field(buffer, offset + FrameDescriptor.VERSION_OFFSET);
    if (!known) {
      throw new ProtocolException(
          "message "
              + template
              + " of "
              + length
              + " bytes is not one that this side may send in that length");
    }
  }

  private final class Sampler implements EventSink {
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
    public void publish(int length) {
      learn(slot, 0, length);
    }
  }
}
