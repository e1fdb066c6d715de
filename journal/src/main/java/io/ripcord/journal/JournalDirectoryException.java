package io.ripcord.journal;

/**
 * A journal directory cannot be used. The message is one line and names the place, the value that
 * was found and what was expected.
 */
public final class JournalDirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For what the directory itself shows. */
  public JournalDirectoryException(String message) {
    super(message);
  }

  /** For what the operating system refused. */
  public JournalDirectoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
