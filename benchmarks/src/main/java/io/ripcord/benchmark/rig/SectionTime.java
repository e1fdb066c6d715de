package io.ripcord.benchmark.rig;

/**
 * One section of the way from tick to order.
 *
 * @param name what happens in it
 * @param medianNs how long it takes, a reading of the clock included
 */
public record SectionTime(String name, long medianNs) {}
