package io.ripcord.journal;

/**
 * System properties of Chronicle that must be set before its classes load. Values that an operator
 * gave on the command line stay. Stateless.
 */
final class ChronicleSettings {
  private ChronicleSettings() {}

  static void apply() {
    // The analytics jar is excluded from the build; this is the second lock.
    set("chronicle.analytics.disable");
    set("chronicle.announcer.disable");
    // Its thread only logs, and too late; the journal allocates its space ahead.
    set("chronicle.disk.monitor.disable");
  }

  private static void set(String property) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, "true");
    }
  }
}
