package io.ripcord.pipeline;

import io.ripcord.event.DecisionSink;

/**
 * The way of an encoded decision from the engine to the journal and then to the outbound ring;
 * which thread walks it is what the topologies differ in. Called by the engine thread.
 */
interface DecisionRelease extends DecisionSink {
  /** When the cause of the decisions that follow was published. */
  void stamp(long publishedNs);
}
