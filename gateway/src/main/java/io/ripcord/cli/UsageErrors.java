package io.ripcord.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line in two lines; the whole usage is a key away. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {
  /** Reads numbers, and calls them numbers where there is none. */
  static final ITypeConverter<Long> WHOLE_NUMBER =
      text -> {
        try {
          return Long.valueOf(text);
        } catch (NumberFormatException e) {
          throw new TypeConversionException("found '" + text + "', expected a whole number");
        }
      };

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("ripcord: " + message(failure, command));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCodes.USAGE;
  }

  private static String message(ParameterException failure, CommandLine command) {
    List<String> commands = command.getSubcommands().keySet().stream().sorted().toList();
    if (failure instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (unmatched.isUnknownOption()) {
        return "unknown option '" + word + "'" + suggestion(unmatched);
      }
      return commands.isEmpty()
          ? "unexpected argument '" + word + "'"
          : "unknown command '"
              + word
              + "', expected "
              + String.join(", ", commands)
              + suggestion(unmatched);
    }
    boolean nothingWrong = failure.getArgSpec() == null && failure.getValue() == null;
    return nothingWrong && !commands.isEmpty() && failure.getMessage().startsWith("Missing")
        ? "no command, expected " + String.join(", ", commands)
        : failure.getMessage().replaceFirst("^Error: ", "");
  }

  /** The library's idea of near is generous: only a word that begins alike is worth showing. */
  private static String suggestion(UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().get(0);
    String begin = word.substring(0, Math.min(word.length(), 3));
    return unmatched.getSuggestions().stream()
        // Of a command it gives the whole line.
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .filter(near -> near.startsWith(begin))
        .findFirst()
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
  }
}
