package io.ripcord.console;

import io.ripcord.engine.Refusal;

/**
 * The engine's no to a command.
 *
 * @param sequence of the input that the command became
 * @param refusal why
 */
public record Refused(long sequence, Refusal refusal) {}
