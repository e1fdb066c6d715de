package io.ripcord.pipeline;

/** Which thread runs which stage. Both give the same bytes. */
public enum Topology {
  /** One thread: journal, then engine. Write-ahead holds by program order. */
  FUSED,
  /** The journal on its own thread beside the engine; decisions leave through the journal's. */
  SPLIT
}
