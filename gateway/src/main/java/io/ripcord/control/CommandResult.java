package io.ripcord.control;

/**
 * What became of a command.
 *
 * @param accepted whether it was carried out
 * @param sequence of the input that it became, 0 if it became none
 * @param message one line for a human: what was done, or why not, with the value and the
 *     expectation
 */
public record CommandResult(boolean accepted, long sequence, String message) {}
