package io.ripcord.control;

/**
 * Where a node listens for commands.
 *
 * @param address a loopback address: {@code 127.0.0.1}, {@code ::1} or {@code localhost}
 * @param port 0 to 65535; 0 takes any that is free
 */
public record HttpSettings(String address, int port) {
  /** Where clients look first. */
  public static final int DEFAULT_PORT = 7070;

  /** {@code 127.0.0.1:7070}. */
  public static HttpSettings defaults() {
    return new HttpSettings("127.0.0.1", DEFAULT_PORT);
  }
}
