package io.ripcord.venue.wire;

import io.ripcord.event.Side;
import io.ripcord.venue.wire.codec.HeartbeatEncoder;
import io.ripcord.venue.wire.codec.HoldAckEncoder;
import io.ripcord.venue.wire.codec.HoldEncoder;
import io.ripcord.venue.wire.codec.InstrumentEncoder;
import io.ripcord.venue.wire.codec.LogonAckEncoder;
import io.ripcord.venue.wire.codec.LogonEncoder;
import io.ripcord.venue.wire.codec.LogoutEncoder;
import io.ripcord.venue.wire.codec.MessageHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** Encodes session messages into a connection's writer. One thread. */
final class SessionEncoder {
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final LogonEncoder logon = new LogonEncoder();
  private final LogonAckEncoder logonAck = new LogonAckEncoder();
  private final InstrumentEncoder instrument = new InstrumentEncoder();
  private final HeartbeatEncoder heartbeat = new HeartbeatEncoder();
  private final LogoutEncoder logout = new LogoutEncoder();
  private final HoldEncoder hold = new HoldEncoder();
  private final HoldAckEncoder holdAck = new HoldAckEncoder();
  private final UnsafeBuffer buffer =
      new UnsafeBuffer(new byte[FrameDescriptor.MAX_MESSAGE_LENGTH]);
  private final FrameWriter writer;

  SessionEncoder(FrameWriter writer) {
    this.writer = writer;
  }

  void logon(int protocolVersion, int eventSchemaVersion, String clientName) {
    logon
        .wrapAndApplyHeader(buffer, 0, header)
        .protocolVersion(protocolVersion)
        .eventSchemaVersion(eventSchemaVersion)
        .clientName(clientName);
    append(LogonEncoder.BLOCK_LENGTH);
  }

  void logonAck(int instrumentCount) {
    logonAck.wrapAndApplyHeader(buffer, 0, header).instrumentCount(instrumentCount).reserved(0);
    append(LogonAckEncoder.BLOCK_LENGTH);
  }

  void instrument(int number, String symbol, long priceIncrementE8, long lotE8) {
    instrument
        .wrapAndApplyHeader(buffer, 0, header)
        .number(number)
        .reserved(0)
        .priceIncrementE8(priceIncrementE8)
        .lotE8(lotE8)
        .symbol(symbol);
    append(InstrumentEncoder.BLOCK_LENGTH);
  }

  void heartbeat(long timeNs) {
    heartbeat.wrapAndApplyHeader(buffer, 0, header).timeNs(timeNs);
    append(HeartbeatEncoder.BLOCK_LENGTH);
  }

  void logout(LogoutReason reason) {
    logout.wrapAndApplyHeader(buffer, 0, header).reason(reason.code()).reserved(0);
    append(LogoutEncoder.BLOCK_LENGTH);
  }

  void hold(long requestId, long positionId, int instrumentNumber, Side side, long quantityE8) {
    hold.wrapAndApplyHeader(buffer, 0, header)
        .requestId(requestId)
        .positionId(positionId)
        .quantityE8(quantityE8)
        .instrument(instrumentNumber)
        .side(side.code());
    append(HoldEncoder.BLOCK_LENGTH);
  }

  void holdAck(long requestId, boolean held) {
    holdAck
        .wrapAndApplyHeader(buffer, 0, header)
        .requestId(requestId)
        .held(held ? 1 : 0)
        .reserved(0);
    append(HoldAckEncoder.BLOCK_LENGTH);
  }

  private void append(int blockLength) {
    writer.append(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + blockLength);
  }
}
