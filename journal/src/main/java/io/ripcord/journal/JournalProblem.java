package io.ripcord.journal;

import java.nio.file.Path;

/**
 * Why reading a journal ended before its orderly end. Immutable.
 *
 * @param kind what to do about it
 * @param file the cycle file, or the directory if there is none
 * @param offset of the first byte in the file that cannot be trusted
 * @param expectedSequence of the input that would have come next, -1 where nothing came before
 * @param foundSequence that stands there instead, -1 where nothing readable does
 * @param message one line for people: place, value, expectation
 */
public record JournalProblem(
    Kind kind, Path file, long offset, long expectedSequence, long foundSequence, String message) {

  /** How bad it is. */
  public enum Kind {
    /**
     * The damage lies behind the last valid frame, nothing that looks like a frame follows it, and
     * the engine had not stopped in order: what a crash or a power cut leaves.
     */
    TORN_TAIL,

    /** Anything else: this generation must never be appended to. */
    DAMAGED,

    /** Written by another version of this format; intact. */
    WRONG_VERSION,

    /** The directory holds no journal. */
    NO_JOURNAL
  }

  @Override
  public String toString() {
    return kind + " " + message;
  }
}
