package io.ripcord.chaos;

import java.util.List;

/**
 * A seed in which an invariant did not hold. Immutable.
 *
 * @param seed runs it again
 * @param invariant which one
 * @param positionId of which position, 0 if of none
 * @param what in words
 * @param faults those without which it holds
 * @param events what speaks of the position, and the last events of all
 * @param cause what was thrown, {@code null} if nothing was
 */
public record ChaosFailure(
    long seed,
    String invariant,
    long positionId,
    String what,
    List<String> faults,
    List<String> events,
    Throwable cause) {}
