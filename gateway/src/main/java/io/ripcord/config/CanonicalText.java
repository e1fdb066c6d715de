package io.ripcord.config;

import io.ripcord.config.EffectiveValues.EffectiveValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The text that the configuration hash is taken of: a line with the version of this form, then
 * {@code path=value} for every value in effect, in the order of {@link EffectiveValues}, each line
 * ended by a line feed, in UTF-8. Values are canonical: numbers without trailing zeros, durations
 * and sizes in their largest whole unit.
 */
final class CanonicalText {
  private static final String HEADER = "ripcord-config 1\n";

  /** Positions and the instance of a node are inputs of their own. */
  private static final Set<String> WITHOUT_INFLUENCE =
      Set.of(
          "pipeline",
          "journal",
          "data",
          "instance",
          "venue",
          "feed",
          "control",
          "snapshot",
          "retention",
          "log",
          "positions");

  private CanonicalText() {}

  static String of(RipcordConfig config) {
    return of(config, value -> true);
  }

  /** Only what can change a decision or a report. */
  static String ofDecisions(RipcordConfig config) {
    return of(config, value -> !WITHOUT_INFLUENCE.contains(value.keys().get(0)));
  }

  private static String of(RipcordConfig config, Predicate<EffectiveValue> included) {
    StringBuilder out = new StringBuilder(HEADER);
    for (EffectiveValue value : EffectiveValues.of(config)) {
      if (included.test(value)) {
        out.append(value.path()).append('=').append(value.text()).append('\n');
      }
    }
    return out.toString();
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
