package io.ripcord.journal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the library's native helpers unpack themselves: a folder of the journal's own directory
 * instead of the system's temporary folder and the user's home, so that nothing is written outside
 * the data directory and a temporary folder without execute rights does no harm. Works once per
 * process, before the first journal opens; settings that the user made stand.
 */
final class NativeScratch {
  private static final String FOLDER = "native";
  private static final String[] PROPERTIES = {"jffi.extract.dir", "jna.tmpdir"};

  private NativeScratch() {}

  static void in(Path directory) throws IOException {
    for (String property : PROPERTIES) {
      if (System.getProperty(property) == null) {
        Path folder = directory.resolve(FOLDER);
        SyncedFiles.createDirectory(folder);
        System.setProperty(property, folder.toString());
      }
    }
  }
}
