package io.ripcord.control;

/** Takes commands. Thread-safe. */
@FunctionalInterface
public interface CommandPort {
  /** Returns when the command is journalled and decided upon, or refused before that. */
  CommandResult submit(Command command);
}
