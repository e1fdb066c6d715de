package io.ripcord.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How problems are worded: quoting of foreign text, lists, and the nearest known word. */
public final class Wording {
  private static final int LONGEST_QUOTE = 60;
  private static final int LONGEST_LIST = 10;

  /** Names are at most this long, so a longer word is no typing error of one. */
  private static final int LONGEST_WORD = 64;

  private Wording() {}

  /** Foreign text in quotes, shortened, without anything that could break the line. */
  public static String quote(String text) {
    String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
    return "'" + oneLine(shown) + "'";
  }

  /** The text with every control character replaced by a question mark. */
  public static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      // The last two are the line separators that are no control characters.
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        out.setCharAt(i, '?');
      }
    }
    return out.toString();
  }

  /** {@code a, b, c}, at most ten of them and the number of the rest. */
  public static String list(Collection<String> words) {
    if (words.isEmpty()) {
      return "none";
    }
    String shown = String.join(", ", words.stream().limit(LONGEST_LIST).toList());
    int rest = words.size() - LONGEST_LIST;
    return rest > 0 ? shown + " and " + rest + " more" : shown;
  }

  /** {@code a, b or c}. */
  public static String either(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** {@code did you mean 'x'?} when a known word is near, else {@code expected one of: ...}. */
  public static String suggestion(String word, Collection<String> known) {
    return nearest(word, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElseGet(() -> expected(known));
  }

  private static String expected(Collection<String> known) {
    return known.size() == 1
        ? "expected '" + known.iterator().next() + "'"
        : "expected one of: " + list(known);
  }

  /** The known word with the fewest typing errors between, if those are few for its length. */
  static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    String given = fold(word);
    int bestDistance = Math.max(1, given.length() / 3) + 1;
    String best = null;
    for (String candidate : known) {
      int distance = distance(given, fold(candidate));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, Math.min(last[j], row[j - 1]) + 1);
        boolean isSwap =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (isSwap) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
