package io.ripcord.console;

import io.ripcord.engine.Refusal;

/**
 * The engine's no to a command.
 *
 * @param sequence of the input that the command became
 * @param refusal why
 * @param value what was in the way, in the unit of the refusal; 0 if nothing was
 */
public record Refused(long sequence, Refusal refusal, long value) {}
