package io.ripcord.config;

import io.ripcord.config.ConfigNode.Kind;
import io.ripcord.config.ScalarType.Form;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of scalars that only a node's keys have: places of files, addresses, speeds. */
final class NodeScalars {
  private static final int MAX_FILES = 64;
  private static final int MAX_PORT = 65_535;
  private static final Set<Kind> TEXTUAL = EnumSet.of(Kind.TEXT, Kind.NUMBER);
  private static final Pattern FILE_FORM = Pattern.compile("[^\\x00-\\x1f\\x7f]{1,1024}");
  private static final Pattern SPEED_FORM = Pattern.compile("[+]?[0-9]{1,7}\\.?[0-9]{0,9}");
  private static final Pattern LOOPBACK_FORM =
      Pattern.compile("localhost|::1|127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");
  private static final Pattern ADDRESS_FORM =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]):([0-9]{1,5})");

  /** The name of a file or folder. */
  static final ScalarType<String> FILE =
      text("the name of a file or folder, of at most 1024 characters", NodeScalars::parseFile);

  /** Names of files: a list in a file, separated by commas in the environment. */
  static final ScalarType<FileList> FILES =
      ScalarType.of(
          FileList.class,
          "a list of at most " + MAX_FILES + " names of files without commas",
          EnumSet.of(Kind.TEXT, Kind.LIST),
          Form.TEXT,
          NodeScalars::parseFiles,
          list -> list.isEmpty() ? "none" : String.join(",", list.names()));

  /** Where only this machine can connect. */
  static final ScalarType<String> LOOPBACK =
      text(
          "a loopback address (127.0.0.1, ::1 or localhost): control has no encryption of its own",
          text -> LOOPBACK_FORM.matcher(text).matches() ? text : null);

  /** Host and port. */
  static final ScalarType<String> ADDRESS =
      text("HOST:PORT, such as 127.0.0.1:7171", NodeScalars::parseAddress);

  /** Thousandths of real time. */
  static final ScalarType<Integer> SPEED =
      ScalarType.of(
          Integer.class,
          "a factor from 0.001 to 1000",
          TEXTUAL,
          Form.TEXT,
          NodeScalars::parseSpeed,
          milli -> BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString());

  private NodeScalars() {}

  private static ScalarType<String> text(String expected, Function<String, String> parser) {
    return ScalarType.of(String.class, expected, TEXTUAL, Form.TEXT, parser, value -> value);
  }

  private static String parseFile(String text) {
    return FILE_FORM.matcher(text).matches() ? text : null;
  }

  private static FileList parseFiles(String text) {
    List<String> names = List.of(text.split(",", -1));
    boolean isFine =
        names.size() <= MAX_FILES && names.stream().allMatch(name -> parseFile(name) != null);
    return isFine ? new FileList(names) : null;
  }

  private static String parseAddress(String text) {
    Matcher form = ADDRESS_FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    int port = Integer.parseInt(form.group(2));
    return port >= 1 && port <= MAX_PORT ? text : null;
  }

  private static Integer parseSpeed(String text) {
    if (!SPEED_FORM.matcher(text).matches()) {
      return null;
    }
    try {
      int milli = new BigDecimal(text).movePointRight(3).intValueExact();
      return milli >= 1 && milli <= 1_000_000 ? milli : null;
    } catch (ArithmeticException finerThanAThousandth) {
      return null;
    }
  }
}
