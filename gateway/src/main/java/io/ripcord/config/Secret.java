package io.ripcord.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Something that must never be shown: it has no text form, cannot be serialised and is wiped when
 * it is no longer needed. Any thread.
 */
public final class Secret implements AutoCloseable {
  private final byte[] bytes;

  /** Keeps a copy. */
  public Secret(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether somebody else has the same; takes the same time wherever the difference lies. */
  public boolean matches(String given) {
    return MessageDigest.isEqual(bytes, given.getBytes(StandardCharsets.UTF_8));
  }

  /** The text itself, for the one place that has to hand it over. */
  public String reveal() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Wipes it. */
  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "***";
  }
}
