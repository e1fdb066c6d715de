package io.ripcord.replay;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;

/**
 * The input at which a position left; prices at 1e-8, {@link io.ripcord.money.E8#NULL} where there
 * is none.
 *
 * @param input what came
 * @param reason which rule fired, {@code null} for a position that is no longer watched
 * @param source which layer, {@code null} as the reason
 * @param levelE8 the level that was touched
 * @param triggerPriceE8 the price that touched it
 * @param levelSet how that level had come to be there, {@code null} if not in the journal
 * @param group the group whose sum it was, {@code null} if none
 */
public record Firing(
    InputFact input,
    ExitReason reason,
    ExitSource source,
    long levelE8,
    long triggerPriceE8,
    LevelChange levelSet,
    GroupCause group) {
  /** One that no group has caused. */
  public Firing(
      InputFact input,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      LevelChange levelSet) {
    this(input, reason, source, levelE8, triggerPriceE8, levelSet, null);
  }
}
