package io.ripcord.node;

/** Looks on while a simulation runs; called on its thread. */
public interface RunWatcher {
  /** Nobody looks on. */
  RunWatcher NONE = new RunWatcher() {};

  /** The run has come to this time; called for every tick, so it must be quick. */
  default void onProgress(long timeNs) {}

  /** Something was sent or reported. */
  default void onDecisions() {}
}
