package io.ripcord.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the native helpers of libraries unpack themselves: for the demo a folder of its data
 * directory instead of the system's temporary folder and the user's home, so that it writes nothing
 * elsewhere. Works before the first journal opens; settings that the user made stand.
 */
final class NativeScratch {
  private static final String FOLDER = "native";
  private static final String[] PROPERTIES = {"jffi.extract.dir", "jna.tmpdir"};

  private NativeScratch() {}

  static void in(Path directory) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(FOLDER)).toAbsolutePath();
    for (String property : PROPERTIES) {
      if (System.getProperty(property) == null) {
        System.setProperty(property, folder.toString());
      }
    }
  }
}
