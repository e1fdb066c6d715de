package io.ripcord.pipeline;

/** The pipeline stopped because something failed; says where, at which input and why. */
public final class PipelineHaltedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final long sequence;

  PipelineHaltedException(String stage, long sequence, Throwable cause) {
    super("halted stage=" + stage + " sequence=" + sequence + ": " + cause.getMessage(), cause);
    this.sequence = sequence;
  }

  /** Number of the input that was being processed. */
  public long sequence() {
    return sequence;
  }
}
