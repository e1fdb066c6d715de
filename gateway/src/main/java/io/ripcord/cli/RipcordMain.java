package io.ripcord.cli;

import io.ripcord.node.BuildInfo;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
    },
    subcommands = {
      DemoCommand.class,
      SimulateCommand.class,
      RunCommand.class,
      ReplayCommand.class,
      JournalCommand.class,
      ConfigCommand.class,
      VenueCommand.class,
      BenchCommand.class,
      DoctorCommand.class
    })
public final class RipcordMain {
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
    CommandLine commandLine = commandLine(command, out, err);
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

  private static CommandLine commandLine(
      Callable<Integer> instead, PrintWriter out, PrintWriter err) {
    CommandLine command = new CommandLine(new RipcordMain());
    if (instead != null) {
      CommandLine other = new CommandLine(instead);
      command.getCommandSpec().removeSubcommand(other.getCommandName());
      command.addSubcommand(other);
    }
    NodeCommands.addTo(command);
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
