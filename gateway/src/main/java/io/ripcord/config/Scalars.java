package io.ripcord.config;

import io.ripcord.config.ConfigNode.Kind;
import io.ripcord.config.ScalarType.Form;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of scalars of all files. A number may stand in quotes: programs write it so. */
final class Scalars {
  /** Names travel in events that hold this many ASCII characters. */
  static final int MAX_NAME = 64;

  static final ScalarType<Boolean> BOOLEAN =
      ScalarType.of(
          Boolean.class,
          "true or false",
          EnumSet.of(Kind.BOOLEAN),
          Form.BOOLEAN,
          Scalars::parseBoolean,
          value -> Boolean.toString(value));

  static final ScalarType<String> NAME =
      ScalarType.of(
          String.class,
          "a name of 1 to " + MAX_NAME + " characters out of A-Z a-z 0-9 . _ : - /",
          EnumSet.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN),
          Form.TEXT,
          text -> isName(text) ? text : null,
          value -> value);

  static final ScalarType<Long> INSTANT =
      ScalarType.of(
          Long.class,
          "an instant such as 2024-08-08T23:54:20Z, with Z or an offset",
          EnumSet.of(Kind.TEXT),
          Form.TEXT,
          Scalars::parseInstant,
          Scalars::formatInstant);

  private static final Set<Kind> NUMERIC = EnumSet.of(Kind.NUMBER, Kind.TEXT);
  private static final Pattern NAME_FORM = Pattern.compile("[A-Za-z0-9._:/-]{1," + MAX_NAME + "}");
  private static final Pattern WHOLE_FORM = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Pattern DECIMAL_FORM = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
  private static final int NANOS_PER_SECOND = 1_000_000_000;

  private Scalars() {}

  /** E8, above 0. */
  static ScalarType<Long> positiveDecimal() {
    return decimal(1, E8.MAX_VALUE, "a number above 0 and at most " + E8.format(E8.MAX_VALUE));
  }

  /** E8, {@code min} to {@code max}. */
  static ScalarType<Long> decimalBetween(long min, long max) {
    return decimal(min, max, "a number from " + E8.format(min) + " to " + E8.format(max));
  }

  private static ScalarType<Long> decimal(long min, long max, String range) {
    return ScalarType.of(
        Long.class,
        range + ", with at most 8 decimals",
        NUMERIC,
        Form.TEXT,
        within(min, max, text -> number(text, E8::parse)),
        E8::format);
  }

  /** E6, above 0 and below {@code belowE6}. */
  static ScalarType<Long> percentBelow(long belowE6) {
    return percent(1, belowE6 - 1, "above 0 and below " + Percent.format(belowE6));
  }

  /** E6, above 0 and at most what a percentage can be. */
  static ScalarType<Long> positivePercent() {
    String range = "above 0 and at most " + Percent.format(Percent.MAX_VALUE);
    return percent(1, Percent.MAX_VALUE, range);
  }

  /** E6, {@code minE6} to {@code maxE6}. */
  static ScalarType<Long> percentBetween(long minE6, long maxE6) {
    String range = "from " + Percent.format(minE6) + " to " + Percent.format(maxE6);
    return percent(minE6, maxE6, range);
  }

  private static ScalarType<Long> percent(long min, long max, String range) {
    return ScalarType.of(
        Long.class,
        "a percentage " + range + ", with at most 6 decimals",
        NUMERIC,
        Form.TEXT,
        within(min, max, text -> number(text, Percent::parse)),
        Percent::format);
  }

  /** E6, {@code minE6} to {@code maxE6}, of something that is no percentage. */
  static ScalarType<Long> factorBetween(long minE6, long maxE6) {
    return ScalarType.of(
        Long.class,
        "a number from "
            + Percent.format(minE6)
            + " to "
            + Percent.format(maxE6)
            + ", with at most 6 decimals",
        NUMERIC,
        Form.TEXT,
        within(minE6, maxE6, text -> number(text, Percent::parse)),
        Percent::format);
  }

  /** The same, where a word stands for a value that no text of the other type gives. */
  static ScalarType<Long> orWord(ScalarType<Long> type, String word, long meaning) {
    return ScalarType.of(
        Long.class,
        type.expected() + ", or '" + word + "'",
        NUMERIC,
        Form.TEXT,
        text -> text.equals(word) ? Long.valueOf(meaning) : type.parse(text),
        value -> value == meaning ? word : type.format(value));
  }

  static ScalarType<Integer> whole(int min, int max) {
    return integer("a whole number from " + min + " to " + max, min, max, value -> true);
  }

  static ScalarType<Integer> powerOfTwo(int min, int max) {
    return integer(
        "a power of two from " + min + " to " + max, min, max, n -> Integer.bitCount(n) == 1);
  }

  private static ScalarType<Integer> integer(
      String expected, int min, int max, Function<Integer, Boolean> condition) {
    Function<String, Long> bounded = within(min, max, Scalars::parseWhole);
    return ScalarType.of(
        Integer.class,
        expected,
        NUMERIC,
        Form.NUMBER,
        text -> {
          Long value = bounded.apply(text);
          return value != null && condition.apply(value.intValue()) ? value.intValue() : null;
        },
        value -> Integer.toString(value));
  }

  static ScalarType<Long> wholeLong(long min, long max) {
    return ScalarType.of(
        Long.class,
        "a whole number from " + min + " to " + max,
        NUMERIC,
        Form.NUMBER,
        within(min, max, Scalars::parseWhole),
        value -> Long.toString(value));
  }

  static ScalarType<Long> duration(long minNs, long maxNs) {
    String range = Durations.format(minNs) + " to " + Durations.format(maxNs);
    return ScalarType.of(
        Long.class,
        "a duration from " + range + ", " + Durations.EXAMPLES,
        NUMERIC,
        Form.TEXT,
        within(minNs, maxNs, Durations::parse),
        Durations::format);
  }

  /** As {@link #duration}, of which a whole number makes {@code wholeNs}. */
  static ScalarType<Long> durationThatDivides(long minNs, long maxNs, long wholeNs) {
    String range = Durations.format(minNs) + " to " + Durations.format(maxNs);
    Function<String, Long> bounded = within(minNs, maxNs, Durations::parse);
    return ScalarType.of(
        Long.class,
        "a duration from " + range + " that divides " + Durations.format(wholeNs) + ", such as 1m",
        NUMERIC,
        Form.TEXT,
        text -> {
          Long value = bounded.apply(text);
          return value != null && wholeNs % value == 0 ? value : null;
        },
        Durations::format);
  }

  static ScalarType<Long> size(long min, long max) {
    String range = ByteSizes.format(min) + " to " + ByteSizes.format(max);
    return ScalarType.of(
        Long.class,
        "a size from " + range + ", " + ByteSizes.EXAMPLES,
        NUMERIC,
        Form.TEXT,
        within(min, max, ByteSizes::parse),
        ByteSizes::format);
  }

  /** Constants as {@code lower-case} words. */
  static <E extends Enum<E>> ScalarType<E> word(Class<E> type) {
    return enumeration(type, constant -> lowerCase(constant.name()));
  }

  /** Constants as they are written in Java. */
  static <E extends Enum<E>> ScalarType<E> constant(Class<E> type) {
    return enumeration(type, Enum::name);
  }

  private static <E extends Enum<E>> ScalarType<E> enumeration(
      Class<E> type, Function<E, String> formatter) {
    List<String> words = new ArrayList<>();
    for (E value : type.getEnumConstants()) {
      words.add(formatter.apply(value));
    }
    return ScalarType.of(
            type,
            Wording.either(words),
            EnumSet.of(Kind.TEXT),
            Form.TEXT,
            text -> {
              int index = words.indexOf(text);
              return index < 0 ? null : type.getEnumConstants()[index];
            },
            formatter)
        .complaining(text -> Wording.suggestion(text, words));
  }

  static String lowerCase(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static boolean isName(String text) {
    return NAME_FORM.matcher(text).matches();
  }

  /** Whether the text is a plain decimal number with a ninth decimal that is not zero. */
  static boolean isFinerThanE8(String text) {
    int point = text.indexOf('.');
    if (point < 0 || !DECIMAL_FORM.matcher(text).matches()) {
      return false;
    }
    int last = text.length() - 1;
    while (text.charAt(last) == '0') {
      last--;
    }
    return last - point > 8;
  }

  /** {@code digits * unit}, or null when that is too large. */
  static Long product(String digits, long unit) {
    try {
      return Math.multiplyExact(Long.parseLong(digits), unit);
    } catch (ArithmeticException | NumberFormatException tooLarge) {
      return null;
    }
  }

  private static Function<String, Long> within(long min, long max, Function<String, Long> parser) {
    return text -> {
      Long value = parser.apply(text);
      return value != null && value >= min && value <= max ? value : null;
    };
  }

  private static Long number(String text, Function<String, Long> parser) {
    try {
      return parser.apply(text);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private static Long parseWhole(String text) {
    return WHOLE_FORM.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  private static Boolean parseBoolean(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static Long parseInstant(String text) {
    try {
      Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      long seconds = Math.multiplyExact(instant.getEpochSecond(), (long) NANOS_PER_SECOND);
      long timeNs = Math.addExact(seconds, instant.getNano());
      return timeNs < 0 ? null : timeNs;
    } catch (DateTimeException | ArithmeticException notAnInstant) {
      return null;
    }
  }

  static String formatInstant(long timeNs) {
    return Instant.ofEpochSecond(timeNs / NANOS_PER_SECOND, timeNs % NANOS_PER_SECOND).toString();
  }
}
