package io.ripcord.cli;

/** What the process says when it ends; scripts rely on it. */
final class ExitCodes {
  /** All went well. */
  static final int OK = 0;

  /** Something failed. */
  static final int FAILURE = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Configuration or input is invalid. */
  static final int INVALID = 3;

  /** A difference or damage was found. */
  static final int DIFFERENCE = 4;

  private ExitCodes() {}
}
