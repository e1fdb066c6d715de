package io.ripcord.config;

/** Which venue a node trades at. */
public enum VenueKind {
  /** A paper venue inside the node. */
  LOCAL_PAPER,
  /** A paper venue in a process of its own, as {@code ripcord venue paper} runs it. */
  REMOTE_PAPER
}
