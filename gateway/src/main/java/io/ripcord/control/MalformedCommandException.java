package io.ripcord.control;

/** Text that is no command; the message names the field, the value and what was expected. */
final class MalformedCommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedCommandException(String message) {
    super(message);
  }
}
