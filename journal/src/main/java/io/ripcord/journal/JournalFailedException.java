package io.ripcord.journal;

/**
 * The journal can no longer keep its promise; the engine must halt. What was appended before is
 * intact, what was being appended counts as not written. The message is one line and carries its
 * values as {@code name=value}.
 */
public final class JournalFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a cause: a rule of the journal was broken by the caller or a limit was reached. */
  public JournalFailedException(String message) {
    super(message);
  }

  /** With the failure that the disk, the operating system or the library reported. */
  public JournalFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
