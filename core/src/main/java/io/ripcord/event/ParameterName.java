package io.ripcord.event;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one parameter of a rule is called. Immutable.
 *
 * @param text without its unit
 * @param unit {@code "E8"}, {@code "E6"}, {@code "Ns"}, {@code "Id"} or {@code ""}
 * @param words what its values mean, by number; empty where they are plain numbers
 */
record ParameterName(String text, String unit, List<String> words) {
  private static final Pattern FORM = Pattern.compile("([A-Za-z]+?)(E8|E6|Ns|Id)?(?:\\((.*)\\))?");

  /** Names with their units, and words in brackets, between blanks. */
  static List<ParameterName> list(String texts) {
    List<ParameterName> names = new ArrayList<>();
    for (String text : texts.isEmpty() ? new String[0] : texts.split(" ")) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new IllegalArgumentException("name=" + text);
      }
      String unit = form.group(2) == null ? "" : form.group(2);
      List<String> words = form.group(3) == null ? List.of() : List.of(form.group(3).split(","));
      names.add(new ParameterName(form.group(1), unit, words));
    }
    return List.copyOf(names);
  }

  /** The name in one row of a repeated group, counted from 1. */
  ParameterName inRow(int row) {
    return new ParameterName(text + row, unit, words);
  }
}
