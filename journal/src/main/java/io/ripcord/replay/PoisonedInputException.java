package io.ripcord.replay;

/** An input that the engine cannot process: it halted there, and would again. */
public final class PoisonedInputException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final long sequence;

  PoisonedInputException(long sequence, RuntimeException cause) {
    super("input " + sequence + " cannot be processed: " + cause.getMessage(), cause);
    this.sequence = sequence;
  }

  /** Number of the input. */
  public long sequence() {
    return sequence;
  }
}
