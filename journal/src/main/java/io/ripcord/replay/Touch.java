package io.ripcord.replay;

/**
 * Prices at or past a level that fired nothing, for one reason.
 *
 * @param level which level
 * @param reason why nothing happened
 * @param count how many inputs
 * @param first the first of them
 * @param last the last of them
 * @param worstE8 the price that was furthest past the level
 * @param levelE8 the level at that time
 */
public record Touch(
    LevelKind level,
    Suppression reason,
    long count,
    InputFact first,
    InputFact last,
    long worstE8,
    long levelE8) {
  Touch and(InputFact next, long priceE8, long nextLevelE8, boolean worse) {
    return new Touch(
        level,
        reason,
        count + 1,
        first,
        next,
        worse ? priceE8 : worstE8,
        worse ? nextLevelE8 : levelE8);
  }
}
