package io.ripcord.pipeline;

/** The pipeline stopped because something failed; says where, at which input and why. */
public final class PipelineHaltedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String stage;
  private final long sequence;

  PipelineHaltedException(String stage, long sequence, Throwable cause) {
    super("halted stage=" + stage + " sequence=" + sequence + ": " + cause.getMessage(), cause);
    this.stage = stage;
    this.sequence = sequence;
  }

  /** Thread that failed. */
  public String stage() {
    return stage;
  }

  /** Number of the input that was being processed. */
  public long sequence() {
    return sequence;
  }
}
