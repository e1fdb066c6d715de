package io.ripcord.cli;

import io.ripcord.config.ConfigException;
import io.ripcord.journal.FailureReason;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.replay.RecoveryException;
import io.ripcord.venue.paper.LedgerException;
import io.ripcord.venue.tape.TapeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import picocli.CommandLine;

/**
 * Turns whatever a command throws into one line and an exit code. A stack trace is for developers:
 * {@code RIPCORD_DEBUG=1} prints it.
 */
final class ErrorHandler implements CommandLine.IExecutionExceptionHandler {
  private static final List<Class<? extends Exception>> INVALID_INPUT =
      List.of(
          ConfigException.class,
          TapeException.class,
          LedgerException.class,
          JournalDirectoryException.class,
          FileSystemException.class);

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    Throwable cause = invalidInput(failure);
    PrintWriter err = command.getErr();
    if (System.getenv("RIPCORD_DEBUG") != null) {
      failure.printStackTrace(err);
    }
    err.println("ripcord: " + message(cause == null ? failure : cause));
    err.flush();
    if (failure instanceof RecoveryException recovery && recovery.isDamage()) {
      return ExitCodes.DIFFERENCE;
    }
    return cause == null ? ExitCodes.FAILURE : ExitCodes.INVALID;
  }

  private static Throwable invalidInput(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      for (Class<? extends Exception> kind : INVALID_INPUT) {
        if (kind.isInstance(cause)) {
          return cause;
        }
      }
    }
    return null;
  }

  private static String message(Throwable failure) {
    if (failure instanceof FileSystemException file) {
      String reason = FailureReason.of(file);
      boolean complete = reason.contains("expected ");
      return file.getFile()
          + ": "
          + reason
          + (complete ? "" : ", expected a file or directory that can be used");
    }
    if (failure instanceof IOException io) {
      return FailureReason.of(io);
    }
    return failure.getMessage() == null
        ? "internal error: " + failure + "; RIPCORD_DEBUG=1 in the environment prints where"
        : failure.getMessage();
  }
}
