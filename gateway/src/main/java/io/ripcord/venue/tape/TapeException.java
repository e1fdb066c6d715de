package io.ripcord.venue.tape;

/**
 * A tape that cannot be used. The message is one line for the user: file and line, the value, and
 * what was expected.
 */
public final class TapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TapeException(String message) {
    super(message);
  }

  public TapeException(String message, Throwable cause) {
    super(message, cause);
  }
}
