package io.ripcord.node;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;

/** Which build this is, from the manifest of its jar. */
public final class BuildInfo {
  private static final String UNKNOWN = "unknown";

  private BuildInfo() {}

  /** Commit of the build, {@code unknown} when it does not run from a jar. */
  public static String buildId() {
    return attribute("Build-Id");
  }

  /** Version of the product, {@code unknown} when it does not run from a jar. */
  public static String version() {
    return attribute("Implementation-Version");
  }

  private static String attribute(String name) {
    URL self = BuildInfo.class.getResource("BuildInfo.class");
    try {
      if (self == null || !(self.openConnection() instanceof JarURLConnection jar)) {
        return UNKNOWN;
      }
      String value = jar.getMainAttributes().getValue(name);
      return value == null ? UNKNOWN : value;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
