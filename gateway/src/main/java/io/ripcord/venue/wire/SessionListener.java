package io.ripcord.venue.wire;

import io.ripcord.event.Side;
import java.io.IOException;

/**
 * Session messages as method calls. Each side implements what the other may say; the rest breaks
 * the protocol.
 */
public interface SessionListener {
  /** A client wants in. */
  default void onLogon(int protocolVersion, int eventSchemaVersion, String clientName)
      throws IOException {
    throw unexpected("Logon");
  }

  /** The venue lets the client in and will name its instruments. */
  default void onLogonAck(int instrumentCount) throws IOException {
    throw unexpected("LogonAck");
  }

  /** One instrument of the venue. */
  default void onInstrument(int number, String symbol, long priceIncrementE8, long lotE8)
      throws IOException {
    throw unexpected("Instrument");
  }

  /** The other side ends the session. */
  void onLogout(LogoutReason reason) throws IOException;

  /** A client books a holding. */
  default void onHold(long requestId, long positionId, int instrument, Side side, long quantityE8)
      throws IOException {
    throw unexpected("Hold");
  }

  /** What became of a booking. */
  default void onHoldAck(long requestId, boolean held) throws IOException {
    throw unexpected("HoldAck");
  }

  private static ProtocolException unexpected(String message) {
    return new ProtocolException("a " + message + " from the side that must not send it");
  }
}
