package io.ripcord.pipeline;

/** A thread that runs duties beside the engine; the pipeline owns it. Any thread. */
public final class Agent {
  private final String name;
  private final StageThread thread;
  private final long deadlineMs;

  Agent(String name, StageThread thread, long deadlineMs) {
    this.name = name;
    this.thread = thread;
    this.deadlineMs = deadlineMs;
  }

  /**
   * Ends it: when this returns, no duty runs any more, so that whoever publishes from one can be
   * stopped before the pipeline. Not for the agent's own thread.
   *
   * @throws IllegalStateException when a duty does not come back within the deadline
   */
  public void stop() {
    thread.stop();
    if (!thread.join(deadlineMs)) {
      throw new IllegalStateException(
          "agent=" + name + " does not stop, expected its duties to return");
    }
  }
}
