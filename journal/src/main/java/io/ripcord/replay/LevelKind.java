package io.ripcord.replay;

/** The levels of a position that an explanation follows. */
public enum LevelKind {
  /** The stop in force. */
  STOP,
  /** The target in force. */
  TARGET,
  /** The stop of last resort. */
  HARD_STOP,
  /** Best trigger price since registration. */
  WATERMARK
}
