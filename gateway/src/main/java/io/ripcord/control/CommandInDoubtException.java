package io.ripcord.control;

/**
 * A command was published, and nobody can say whether it was carried out: neither yes nor no may be
 * told. The message is one line for a human.
 */
public final class CommandInDoubtException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long sequence;

  CommandInDoubtException(long sequence, String message) {
    super(message);
    this.sequence = sequence;
  }

  /** The input that it became. */
  public long sequence() {
    return sequence;
  }
}
