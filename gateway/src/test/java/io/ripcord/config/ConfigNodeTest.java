package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that only a node has. */
class ConfigNodeTest {
  private static final String POLICY = "policies: {p: {stop-loss: {percent: 2}}}\n";

  @Test
  void shouldHoldDefaults() {
    NodeConfig node = Reading.load("{}").config().node();

    assertThat(node)
        .isEqualTo(
            new NodeConfig(
                "ripcord-data/node",
                0,
                new NodeConfig.Venue(VenueKind.LOCAL_PAPER, ""),
                new NodeConfig.Feed(FileList.NONE, 1, 1_000),
                new NodeConfig.Control(7_070, "127.0.0.1", "", ""),
                new NodeConfig.Snapshots(10_000_000_000L, 3),
                new NodeConfig.Retention(NodeConfig.Retention.OFF),
                new NodeConfig.Log(LogLevel.INFO, "")));
    assertThat(node.tokenFile()).isEqualTo(Path.of("ripcord-data/node/token"));
    assertThat(node.commands()).isEqualTo(Path.of("ripcord-data/node/commands"));
    assertThat(node.logFile()).isEqualTo(Path.of("ripcord-data/node/ripcord.log"));
  }

  @Test
  void shouldBindEveryKey() {
    RipcordConfig config =
        Reading.load(
                POLICY
                    + """
                    data: /var/lib/ripcord
                    instance: 1295
                    feed: {tape: [a.csv, b.csv.gz], speed: 2.5}
                    control: {port: 0, bind: "::1", token-file: t, commands: c}
                    snapshot: {interval: 1s, keep: 5}
                    retention: {keep-cycles: 10}
                    log: {level: debug, file: l}
                    positions:
                      - {id: 7, symbol: A, side: SHORT, quantity: 2, policy: p, entry-price: 5}
                    """)
            .config();

    assertThat(config.node())
        .isEqualTo(
            new NodeConfig(
                "/var/lib/ripcord",
                1_295,
                new NodeConfig.Venue(VenueKind.LOCAL_PAPER, ""),
                new NodeConfig.Feed(new FileList(List.of("a.csv", "b.csv.gz")), 1, 2_500),
                new NodeConfig.Control(0, "::1", "t", "c"),
                new NodeConfig.Snapshots(1_000_000_000L, 5),
                new NodeConfig.Retention(10),
                new NodeConfig.Log(LogLevel.DEBUG, "l")));
    assertThat(config.node().feed().tapes().paths())
        .containsExactly(Path.of("a.csv"), Path.of("b.csv.gz"));
    assertThat(config.positions())
        .containsExactly(
            new PositionConfig(
                7, "A", Side.SHORT, 2 * E8.ONE, 5 * E8.ONE, E8.NULL, "p", E8.ONE, 10));
  }

  @Test
  void shouldBindARemoteVenue() {
    NodeConfig.Venue venue =
        Reading.load("venue: {kind: remote-paper, address: 'localhost:7171'}")
            .config()
            .node()
            .venue();

    assertThat(venue).isEqualTo(new NodeConfig.Venue(VenueKind.REMOTE_PAPER, "localhost:7171"));
  }

  @Test
  void shouldTakeTapesFromTheEnvironment() {
    assertThat(Reading.load("{}", "RIPCORD__FEED__TAPE=a.csv,b.csv").config().node().feed().tapes())
        .isEqualTo(new FileList(List.of("a.csv", "b.csv")));
  }

  @Test
  void shouldMoveWhatWasNotNamedWithTheDataFolder() {
    NodeConfig moved =
        Reading.load("control: {token-file: mine}").config().withData("elsewhere").node();

    assertThat(moved.tokenFile()).isEqualTo(Path.of("mine"));
    assertThat(moved.logFile()).isEqualTo(Path.of("elsewhere/ripcord.log"));
  }

  static Stream<Arguments> refused() {
    return Stream.concat(venueAndFeed(), rest());
  }

  private static Stream<Arguments> venueAndFeed() {
    return Stream.of(
        Arguments.of(
            "instance: 1296",
            "c.yaml:1:11: instance: found '1296', expected a whole number from 0 to 1295"),
        Arguments.of(
            "data: ''",
            "c.yaml:1:7: data: found '', expected the name of a file or folder, of at most 1024"
                + " characters"),
        Arguments.of(
            "venue: {kind: binance}",
            "c.yaml:1:15: venue.kind: found 'binance', expected one of: local-paper, remote-paper"),
        Arguments.of(
            "venue: {kind: remote-paper}",
            "c.yaml:1:15: venue.kind: found 'remote-paper' without venue.address, expected"
                + " HOST:PORT of the venue"),
        Arguments.of(
            "venue: {address: 'host:1'}",
            "c.yaml:1:18: venue.address: found 'host:1' for a venue inside the node, expected none"
                + " or venue.kind remote-paper"),
        Arguments.of(
            "venue: {address: 'host:65536'}",
            "c.yaml:1:18: venue.address: found 'host:65536', expected HOST:PORT, such as"
                + " 127.0.0.1:7171"),
        Arguments.of(
            "venue: {kind: remote-paper, address: 'h:1'}\nfeed: {speed: 2}",
            "c.yaml:2:15: feed.speed: found a feed with venue.kind remote-paper, expected none: the"
                + " venue has one"),
        Arguments.of(
            "feed: {tape: [a], generated: {seed: 2}}",
            "c.yaml:1:37: feed.generated.seed: found both feed.tape and feed.generated.seed,"
                + " expected one of them"),
        Arguments.of(
            "feed: {tape: []}",
            "c.yaml:1:8: feed.tape: found '', expected a list of at most 64 names of files without"
                + " commas"),
        Arguments.of(
            "feed: {tape: ['a,b']}",
            "c.yaml:1:8: feed.tape: found 'a,b', expected a list of at most 64 names of files"
                + " without commas"),
        Arguments.of(
            "feed: {speed: 0}",
            "c.yaml:1:15: feed.speed: found '0', expected a factor from 0.001 to 1000"),
        Arguments.of(
            "feed: {sped: 1}", "c.yaml:1:8: feed.sped: unknown key 'sped', did you mean 'speed'?"));
  }

  private static Stream<Arguments> rest() {
    return Stream.of(
        Arguments.of(
            "control: {bind: 0.0.0.0}",
            "c.yaml:1:17: control.bind: found '0.0.0.0', expected a loopback address (127.0.0.1,"
                + " ::1 or localhost): control has no encryption of its own"),
        Arguments.of(
            "control: {prot: 1}",
            "c.yaml:1:11: control.prot: unknown key 'prot', did you mean 'port'?"),
        Arguments.of(
            "control: {port: 65536}",
            "c.yaml:1:17: control.port: found '65536', expected a whole number from 0 to 65535"),
        Arguments.of(
            "snapshot: {keep: 1}",
            "c.yaml:1:18: snapshot.keep: found '1', expected a whole number from 2 to 1000"),
        Arguments.of(
            "retention: {keep-cycles: -1}",
            "c.yaml:1:26: retention.keep-cycles: found '-1', expected a whole number from 0 to"
                + " 1000000"),
        Arguments.of(
            "log: {level: loud}",
            "c.yaml:1:14: log.level: found 'loud', expected one of: error, warn, info, debug"),
        Arguments.of(
            "journal: {roll-after: 128GiB}",
            "c.yaml:1:23: journal.roll-after: found 128GiB, expected at most journal.max-size"
                + " 64GiB"),
        Arguments.of(
            POLICY + "positions: [{symbol: A, side: LONG, quantity: 1, policy: q}]",
            "c.yaml:2:58: position 1: policy: unknown policy 'q', did you mean 'p'?"),
        Arguments.of(
            POLICY
                + "positions: [{symbol: A, side: LONG, quantity: 1, policy: p, at:"
                + " 2024-08-08T23:54:20Z}]",
            "c.yaml:2:65: positions[1].at: found a time, expected none: a node registers its"
                + " positions when it starts first"),
        Arguments.of("positions: 5", "c.yaml:1:12: positions: found '5', expected a list"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String yaml, String message) {
    assertThat(Reading.config(yaml)).containsExactly(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: x",
        "instance: 3",
        "venue: {kind: remote-paper, address: 'h:1'}",
        "feed: {tape: [a], speed: 10}",
        "feed: {generated: {seed: 9}}",
        "control: {port: 1, bind: localhost, token-file: t, commands: c}",
        "snapshot: {interval: 1s, keep: 2}",
        "retention: {keep-cycles: 0}",
        "log: {level: warn, file: x}",
        "journal: {roll-after: 2MiB}",
        POLICY_AND_POSITION
      })
  void shouldDecideNothing(String yaml) {
    RipcordConfig base = Reading.load(POLICY).config();
    String text = yaml.startsWith("policies") ? yaml : POLICY + yaml;
    RipcordConfig other = Reading.load(text).config();

    assertThat(other.hash()).isNotEqualTo(base.hash());
    assertThat(other.decisionHash()).isEqualTo(base.decisionHash());
    assertThat(Schemas.problems(ConfigSchema.RIPCORD, text)).isEmpty();
  }

  private static final String POLICY_AND_POSITION =
      "policies: {p: {stop-loss: {percent: 2}}}\n"
          + "positions: [{symbol: A, side: LONG, quantity: 1, policy: p}]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: ''",
        "instance: -1",
        "venue: {kind: remote-paper}",
        "venue: {address: 'h:1'}",
        "venue: {kind: remote-paper, address: h}",
        "feed: {tape: []}",
        "feed: {tape: [{}]}",
        "feed: {tape: [a], generated: {seed: 1}}",
        "feed: {speed: fast}",
        "feed: {speed: 0}",
        "control: {bind: 192.168.0.1}",
        "control: {port: -1}",
        "snapshot: {keep: 1}",
        "snapshot: {every: 1s}",
        "retention: {keep-cycles: -1}",
        "log: {level: loud}",
        "positions: 5",
        "positions: [{symbol: A, side: LONG, quantity: 1, policy: p, at: 2024-08-08T23:54:20Z}]"
      })
  void shouldBeRefusedByTheSchemaToo(String yaml) {
    assertThat(Schemas.problems(ConfigSchema.RIPCORD, yaml)).isNotEmpty();
    assertThat(Reading.config(yaml)).isNotEmpty();
  }
}
