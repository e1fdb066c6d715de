package io.ripcord.cli;

import io.ripcord.node.BuildInfo;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: arguments only, the work is done elsewhere. */
@Command(
    name = "ripcord",
    description = "Watches open positions and gets them out.",
    mixinStandardHelpOptions = true,
    versionProvider = RipcordMain.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ok",
      "1:failure",
      "2:wrong command line",
      "3:invalid configuration or input",
      "4:a difference or damage was found"
    })
public final class RipcordMain {
  /** In the order of the usage. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          SimulateCommand.class,
          RunCommand.class,
          ReplayCommand.class,
          JournalCommand.class,
          ExplainCommand.class,
          ConfigCommand.class,
          CalendarCommand.class,
          SizeCommand.class,
          VenueCommand.class,
          BenchCommand.class,
          DoctorCommand.class,
          ChaosCommand.class);

  RipcordMain() {}

  /** Says version, build and JVM. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "ripcord " + BuildInfo.version() + " (build " + BuildInfo.buildId() + ")",
        "on " + Runtime.version()
      };
    }
  }

  /** Runs and ends the process with the command's exit code. */
  public static void main(String[] args) {
    main(null, args);
  }

  /**
   * As the other, with a command of another module in the place of the stand-in of the same name.
   *
   * @param command annotated as a command; null for none
   */
  public static void main(Callable<Integer> command, String[] args) {
    String problem = JvmOptions.problem();
    if (problem != null) {
      System.err.println("ripcord: " + problem);
      System.exit(ExitCodes.FAILURE);
    }
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(command, out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** As the process would, but returns the exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(null, out, err, args);
  }

  /** As the other, with a command in the place of a stand-in; null for none. */
  public static int run(
      Callable<Integer> command, PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine = commandLine(command, out, err, args);
    if (args.length == 0) {
      commandLine.usage(err);
      return ExitCodes.USAGE;
    }
    return commandLine.execute(args);
  }

  /** The command line with its ways of reading and failing; may be executed more than once. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return commandLine(null, out, err);
  }

  /** As the other, for these arguments: with the command that they ask for, and no other. */
  static CommandLine commandLine(
      Callable<Integer> instead, PrintWriter out, PrintWriter err, String... args) {
    CommandLine command = new CommandLine(new RipcordMain());
    Class<?> asked = asked(args);
    if (asked == null) {
      COMMANDS.forEach(command::addSubcommand);
      NodeCommands.addTo(command);
    } else {
      command.addSubcommand(asked);
    }
    if (instead != null) {
      CommandLine other = new CommandLine(instead);
      if (command.getSubcommands().containsKey(other.getCommandName())) {
        command.getCommandSpec().removeSubcommand(other.getCommandName());
      }
      command.addSubcommand(other);
    }
    return withManners(command, out, err);
  }

  /** The command that is asked for, null if it takes all of them to tell. */
  private static Class<?> asked(String... args) {
    // To build them all costs every start two tenths of a second.
    for (Class<?> command : COMMANDS) {
      if (args.length > 0 && command.getAnnotation(Command.class).name().equals(args[0])) {
        return command;
      }
    }
    return null;
  }

  private static CommandLine withManners(CommandLine command, PrintWriter out, PrintWriter err) {
    command.setOut(out);
    command.setErr(err);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.registerConverter(Long.class, UsageErrors.WHOLE_NUMBER);
    command.registerConverter(long.class, UsageErrors.WHOLE_NUMBER);
    command.setExecutionExceptionHandler(new ErrorHandler());
    command.setParameterExceptionHandler(new UsageErrors());
    return command;
  }
}
