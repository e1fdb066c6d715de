package io.ripcord.control;

/** A command is refused before it becomes an input; the message says why, for a human. */
final class RefusedCommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedCommandException(String message) {
    super(message);
  }
}
