package io.ripcord.replay;

/**
 * A position got another policy, or another version of its own.
 *
 * @param input the command: kind, number and time
 * @param from name of the policy before
 * @param fromVersion which definition of it
 * @param to name of the policy from then on
 * @param toVersion which definition of it
 */
public record PolicyChange(
    InputFact input, String from, int fromVersion, String to, int toVersion) {}
