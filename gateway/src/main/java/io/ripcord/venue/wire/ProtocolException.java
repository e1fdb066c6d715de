package io.ripcord.venue.wire;

import java.io.IOException;

/** The other side sent what the protocol does not allow; the connection is of no more use. */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With what was found and what was expected. */
  public ProtocolException(String message) {
    super(message);
  }
}
