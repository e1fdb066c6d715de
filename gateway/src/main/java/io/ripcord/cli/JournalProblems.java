package io.ripcord.cli;

import io.ripcord.journal.JournalProblem;

/** What a journal's problem means on the command line. */
final class JournalProblems {
  private JournalProblems() {}

  static String text(JournalProblem problem) {
    return switch (problem.kind()) {
      case TORN_TAIL -> "torn tail: " + problem.message();
      case DAMAGED -> "damaged: " + problem.message();
      case WRONG_VERSION, NO_JOURNAL -> problem.message();
    };
  }

  /** Damage is a difference; a directory of another kind or version is a wrong input. */
  static int exitCode(JournalProblem problem) {
    return switch (problem.kind()) {
      case TORN_TAIL, DAMAGED -> ExitCodes.DIFFERENCE;
      case WRONG_VERSION, NO_JOURNAL -> ExitCodes.INVALID;
    };
  }
}
