package io.ripcord.venue.wire;

/** Why a session ends. Twin of the numbers in the session schema. */
public enum LogoutReason {
  /** The side that says so is closing. */
  REQUESTED(1, "the other side closed the session"),
  /** A newer logon of the same client took its place. */
  REPLACED(2, "another session of this client name took over"),
  /** Bytes that the protocol does not allow. */
  PROTOCOL(3, "the other side found the protocol broken"),
  /** Protocol or event schema of another version. */
  VERSION(4, "the other side speaks another version"),
  /** The client name cannot be used. */
  NAME(5, "the other side refused the client name"),
  /** Nothing was heard for too long. */
  SILENCE(6, "the other side heard nothing for too long"),
  /** The reader did not keep up. */
  TOO_SLOW(7, "the other side found this one too slow");

  private final int code;
  private final String text;

  LogoutReason(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /** Number in the session schema. */
  public int code() {
    return code;
  }

  /** For the side that is told. */
  public String text() {
    return text;
  }

  /** The reason with this number. */
  static LogoutReason of(int code) throws ProtocolException {
    for (LogoutReason reason : values()) {
      if (reason.code == code) {
        return reason;
      }
    }
    throw new ProtocolException("logout reason " + code + ", expected 1 to " + values().length);
  }
}
