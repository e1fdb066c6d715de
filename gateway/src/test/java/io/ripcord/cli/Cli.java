package io.ripcord.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs the command line in this JVM and keeps what it says. */
final class Cli {
  private Cli() {}

  /** What a command left behind. */
  record Outcome(int code, String out, String err) {
    /** What follows {@code label} on the line of standard output that begins with it. */
    String after(String label) {
      return out.lines()
          .map(String::strip)
          .filter(line -> line.startsWith(label))
          .findFirst()
          .map(line -> line.substring(label.length()).strip())
          .orElseThrow(() -> new AssertionError("no line '" + label + "' in:\n" + out + err));
    }

    List<String> errLines() {
      return err.lines().toList();
    }

    /** Fails, with all that was said, unless the command succeeded. */
    Outcome ok() {
      if (code != ExitCodes.OK) {
        throw new AssertionError("exit code " + code + "\n" + out + err);
      }
      return this;
    }
  }

  /** The arguments may be anything with a fitting {@code toString}, such as paths. */
  static Outcome run(Object... arguments) {
    // A slow machine sees progress where a quick one does not.
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    int code = RipcordMain.run(new PrintWriter(out), new PrintWriter(err), texts);
    String said = err.toString().replaceAll("(?m)^.* of [0-9]+ records \\([0-9]+ %\\)\\R", "");
    return new Outcome(code, out.toString(), said);
  }

  /** A file of the test resources. */
  static Path resource(String name) {
    try {
      return Path.of(Cli.class.getResource("/" + name).toURI());
    } catch (java.net.URISyntaxException | NullPointerException e) {
      throw new AssertionError("no test resource " + name, e);
    }
  }
}
