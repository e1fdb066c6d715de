package io.ripcord.venue.paper;

/**
 * A ledger of the paper venue that cannot be used. The message is one line for the user: file and
 * line, what was found, and what was expected.
 */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With one line for the user. */
  public LedgerException(String message) {
    super(message);
  }

  /** With one line for the user. */
  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
