package io.ripcord.console;

/**
 * Where a policy puts its first levels; {@link io.ripcord.money.E8#NULL} where it has none.
 *
 * @param stopE8 the stop
 * @param targetE8 the target
 */
public record Levels(long stopE8, long targetE8) {}
