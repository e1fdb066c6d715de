package io.ripcord.replay;

import java.util.Map;

/**
 * An input, spelled out.
 *
 * @param sequence its number
 * @param timeNs its time, nanoseconds since the epoch
 * @param kind what it is, such as {@code Tick}
 * @param values what it says, by name, as plain text in the order of the schema
 */
public record InputFact(long sequence, long timeNs, String kind, Map<String, String> values) {}
