package io.ripcord.cli;

import java.util.List;

/** Finds out whether the JVM was started with the options that the libraries need. */
final class JvmOptions {
  private static final List<String> OPEN = List.of("java.lang.reflect", "sun.nio.ch");
  private static final String EXPORTED = "jdk.internal.misc";

  private JvmOptions() {}

  /** One sentence about what is missing, {@code null} if nothing is. */
  static String problem() {
    Module base = Object.class.getModule();
    Module own = JvmOptions.class.getModule();
    for (String name : OPEN) {
      if (!base.isOpen(name, own)) {
        return missing("--add-opens java.base/" + name);
      }
    }
    return base.isExported(EXPORTED, own) ? null : missing("--add-exports java.base/" + EXPORTED);
  }

  private static String missing(String option) {
    String line = Runtime.version().feature() >= 24 ? "25" : "17";
    return "this JVM runs without "
        + option
        + "=ALL-UNNAMED: start with ./ripcord, or java @config/jvm-"
        + line
        + ".options -jar ripcord.jar";
  }
}
