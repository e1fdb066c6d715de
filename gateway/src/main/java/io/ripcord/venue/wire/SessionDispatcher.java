package io.ripcord.venue.wire;

import io.ripcord.event.Side;
import io.ripcord.event.Texts;
import io.ripcord.venue.wire.codec.HeartbeatDecoder;
import io.ripcord.venue.wire.codec.HoldAckDecoder;
import io.ripcord.venue.wire.codec.HoldDecoder;
import io.ripcord.venue.wire.codec.InstrumentDecoder;
import io.ripcord.venue.wire.codec.LogonAckDecoder;
import io.ripcord.venue.wire.codec.LogonDecoder;
import io.ripcord.venue.wire.codec.LogoutDecoder;
import io.ripcord.venue.wire.codec.MessageHeaderDecoder;
import java.io.IOException;
import org.agrona.DirectBuffer;

/** Turns the bytes of a session message into a call. One thread per instance. */
final class SessionDispatcher {
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final LogonDecoder logon = new LogonDecoder();
  private final LogonAckDecoder logonAck = new LogonAckDecoder();
  private final InstrumentDecoder instrument = new InstrumentDecoder();
  private final LogoutDecoder logout = new LogoutDecoder();
  private final HoldDecoder hold = new HoldDecoder();
  private final HoldAckDecoder holdAck = new HoldAckDecoder();

  static boolean isSession(DirectBuffer buffer, int offset) {
    return buffer.getShort(offset + FrameDescriptor.SCHEMA_OFFSET, java.nio.ByteOrder.LITTLE_ENDIAN)
        == (short) MessageHeaderDecoder.SCHEMA_ID;
  }

  void dispatch(DirectBuffer buffer, int offset, int length, SessionListener listener)
      throws IOException {
    header.wrap(buffer, offset);
    switch (header.templateId()) {
      case LogonDecoder.TEMPLATE_ID -> {
        check(length, LogonDecoder.BLOCK_LENGTH);
        logon.wrapAndApplyHeader(buffer, offset, header);
        int name = logon.offset() + LogonDecoder.clientNameEncodingOffset();
        listener.onLogon(
            logon.protocolVersion(),
            logon.eventSchemaVersion(),
            Texts.ascii(buffer, name, Texts.NAME_LENGTH));
      }
      case LogonAckDecoder.TEMPLATE_ID -> {
        check(length, LogonAckDecoder.BLOCK_LENGTH);
        logonAck.wrapAndApplyHeader(buffer, offset, header);
        listener.onLogonAck(logonAck.instrumentCount());
      }
      case InstrumentDecoder.TEMPLATE_ID -> {
        check(length, InstrumentDecoder.BLOCK_LENGTH);
        instrument(buffer, offset, listener);
      }
      case HeartbeatDecoder.TEMPLATE_ID -> check(length, HeartbeatDecoder.BLOCK_LENGTH);
      case LogoutDecoder.TEMPLATE_ID -> {
        check(length, LogoutDecoder.BLOCK_LENGTH);
        logout.wrapAndApplyHeader(buffer, offset, header);
        listener.onLogout(LogoutReason.of(logout.reason()));
      }
      case HoldDecoder.TEMPLATE_ID -> {
        check(length, HoldDecoder.BLOCK_LENGTH);
        hold(buffer, offset, listener);
      }
      case HoldAckDecoder.TEMPLATE_ID -> {
        check(length, HoldAckDecoder.BLOCK_LENGTH);
        holdAck.wrapAndApplyHeader(buffer, offset, header);
        listener.onHoldAck(holdAck.requestId(), holdAck.held() == 1);
      }
      default -> throw new ProtocolException("session message " + header.templateId());
    }
  }

  private void instrument(DirectBuffer buffer, int offset, SessionListener listener)
      throws IOException {
    InstrumentDecoder d = instrument.wrapAndApplyHeader(buffer, offset, header);
    int symbol = d.offset() + InstrumentDecoder.symbolEncodingOffset();
    listener.onInstrument(
        d.number(),
        Texts.ascii(buffer, symbol, Texts.NAME_LENGTH),
        d.priceIncrementE8(),
        d.lotE8());
  }

  private void hold(DirectBuffer buffer, int offset, SessionListener listener) throws IOException {
    HoldDecoder d = hold.wrapAndApplyHeader(buffer, offset, header);
    if (d.side() != Side.LONG.code() && d.side() != Side.SHORT.code()) {
      throw new ProtocolException("side " + d.side() + " of a Hold, expected 1 or 2");
    }
    listener.onHold(
        d.requestId(), d.positionId(), d.instrument(), Side.of(d.side()), d.quantityE8());
  }

  private void check(int length, int blockLength) throws ProtocolException {
    int expected = MessageHeaderDecoder.ENCODED_LENGTH + blockLength;
    if (length != expected || header.blockLength() != blockLength) {
      throw new ProtocolException(
          "session message "
              + header.templateId()
              + " of "
              + length
              + " bytes, block "
              + header.blockLength()
              + ", expected "
              + expected
              + " and "
              + blockLength);
    }
  }
}
