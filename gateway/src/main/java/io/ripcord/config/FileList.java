package io.ripcord.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Names of files, in order. Immutable.
 *
 * @param names as the user wrote them
 */
public record FileList(List<String> names) {
  /** No file. */
  public static final FileList NONE = new FileList(List.of());

  /** Copies the list. */
  public FileList {
    names = List.copyOf(names);
  }

  /** Whether there is no file. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** The files, relative to the working directory. */
  public List<Path> paths() {
    return names.stream().map(Path::of).toList();
  }
}
