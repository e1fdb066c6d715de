package io.ripcord.config;

/** Key paths as text. Items of lists count from 1, as the positions of a file do. */
final class KeyPath {
  private KeyPath() {}

  static String child(String path, String key) {
    String shown = isPlain(key) ? key : "\"" + Wording.oneLine(key) + "\"";
    return path.isEmpty() ? shown : path + "." + shown;
  }

  static String item(String path, int index) {
    return path + "[" + index + "]";
  }

  /** Whether the key can stand in a path without being mistaken for two keys or for an item. */
  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean isLetterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!isLetterOrDigit && "_-:/".indexOf(c) < 0) {
        return false;
      }
    }
    return !key.isEmpty();
  }
}
