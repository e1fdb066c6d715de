package io.ripcord.config;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What only a node needs: where it keeps its data, which venue and which market data it has, how it
 * is commanded. Nothing here changes a decision. Immutable.
 *
 * @param data folder of journal, snapshots, token and log
 * @param instance number of this node, part of every order id
 * @param venue which venue it trades at
 * @param feed market data of a paper venue inside the node
 * @param control how it takes commands
 * @param snapshots how often it writes its state down
 * @param retention how long it keeps the journal
 * @param log where and how much it logs
 */
public record NodeConfig(
    String data,
    int instance,
    Venue venue,
    Feed feed,
    Control control,
    Snapshots snapshots,
    Retention retention,
    Log log) {
  private static final String TOKEN = "token";
  private static final String COMMANDS = "commands";
  private static final String LOG = "ripcord.log";

  /** Refuses missing components. */
  public NodeConfig {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(venue, "venue");
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(control, "control");
    Objects.requireNonNull(snapshots, "snapshots");
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(log, "log");
  }

  /**
   * Which venue.
   *
   * @param kind what it is
   * @param address {@code HOST:PORT} of a venue in another process, empty for one that is inside
   */
  public record Venue(VenueKind kind, String address) {}

  /**
   * Where market data come from.
   *
   * @param tapes recorded files; none: a generated market
   * @param generatedSeed seed of the generated market
   * @param speedMilli thousandths of real time
   */
  public record Feed(FileList tapes, long generatedSeed, int speedMilli) {}

  /**
   * How commands come in.
   *
   * @param port of HTTP, 0: any free one
   * @param bind loopback address of HTTP
   * @param tokenFile empty: in the data folder
   * @param commands folder of command files, empty: in the data folder
   */
  public record Control(int port, String bind, String tokenFile, String commands) {}

  /**
   * How the state is written down.
   *
   * @param intervalNs between two snapshots
   * @param keep how many are kept
   */
  public record Snapshots(long intervalNs, int keep) {}

  /**
   * How long the journal is kept.
   *
   * @param keepCycles closed journal files that are kept beyond what recovery needs, {@link #OFF}:
   *     all
   */
  public record Retention(int keepCycles) {
    /** Nothing is ever removed. */
    public static final int OFF = -1;

    /** Whether files are removed at all. */
    public boolean isOn() {
      return keepCycles != OFF;
    }
  }

  /**
   * What is logged where.
   *
   * @param level how much
   * @param file empty: in the data folder
   */
  public record Log(LogLevel level, String file) {}

  /** The data folder. */
  public Path dataPath() {
    return Path.of(data);
  }

  /** File of the token that commands over HTTP need. */
  public Path tokenFile() {
    return inData(control.tokenFile(), TOKEN);
  }

  /** Folder of command files. */
  public Path commands() {
    return inData(control.commands(), COMMANDS);
  }

  /** File of the log. */
  public Path logFile() {
    return inData(log.file(), LOG);
  }

  private Path inData(String given, String name) {
    return given.isEmpty() ? dataPath().resolve(name) : Path.of(given);
  }

  /** The same in another data folder; what was not given moves along. */
  public NodeConfig withData(String newData) {
    return new NodeConfig(newData, instance, venue, feed, control, snapshots, retention, log);
  }
}
