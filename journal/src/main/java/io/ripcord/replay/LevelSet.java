package io.ripcord.replay;

import io.ripcord.position.Position;

/**
 * The levels of a position at one moment, prices at 1e-8, {@link io.ripcord.money.E8#NULL} where
 * there is none.
 *
 * @param stopE8 the stop in force
 * @param firstStopE8 the stop as its policy first set it
 * @param targetE8 the target in force
 * @param hardStopE8 the stop of last resort
 * @param watermarkE8 best trigger price since registration
 */
public record LevelSet(
    long stopE8, long firstStopE8, long targetE8, long hardStopE8, long watermarkE8) {
  static LevelSet of(Position position) {
    return new LevelSet(
        position.stop().levelE8(),
        position.firstStopE8(),
        position.targetE8(),
        position.hardStopE8(),
        position.watermarkE8());
  }

  /** One of them. */
  public long of(LevelKind kind) {
    return switch (kind) {
      case STOP -> stopE8;
      case TARGET -> targetE8;
      case HARD_STOP -> hardStopE8;
      case WATERMARK -> watermarkE8;
    };
  }
}
