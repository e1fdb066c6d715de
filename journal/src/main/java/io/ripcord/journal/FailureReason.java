package io.ripcord.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the operating system refused something, in words for users. Stateless. */
public final class FailureReason {
  private FailureReason() {}

  /** A few words, without the path, which the caller names anyway, and without names of classes. */
  public static String of(IOException failure) {
    if (failure instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied, expected a place that this user can write to";
    }
    if (failure instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "exists already";
    }
    if (failure instanceof NotDirectoryException) {
      return "is a file, expected a directory";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "is a directory with something in it";
    }
    boolean silent = failure instanceof FileSystemException || failure.getMessage() == null;
    return silent ? "the operating system refused it" : failure.getMessage();
  }
}
