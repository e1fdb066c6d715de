package io.ripcord.config;

import io.ripcord.config.PipelineConfig.Cores;
import io.ripcord.journal.Durability;
import io.ripcord.money.Percent;
import io.ripcord.pipeline.Profile;
import io.ripcord.pipeline.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The scalar keys of the configuration file outside {@code instruments} and {@code policies}: one
 * line each, from which reading, environment variables, {@code config show} and the hash follow.
 */
final class Setting<T> {
  private static final int MAX_RING = 1 << 24;
  private static final int MAX_CORE = 1_023;

  /** Two characters of an order id, to base 36. */
  private static final int MAX_INSTANCE = 36 * 36 - 1;

  private static final ScalarType<Integer> RING = Scalars.powerOfTwo(64, MAX_RING);
  private static final ScalarType<Long> DELAY = Scalars.duration(0, 3_600 * Durations.SECOND);
  private static final ScalarType<Long> PROBABILITY = Scalars.percentBetween(0, 100 * Percent.ONE);

  static final Setting<Topology> TOPOLOGY =
      new Setting<>(
          "pipeline.topology",
          Scalars.word(Topology.class),
          Topology.FUSED,
          c -> c.pipeline().topology());
  static final Setting<Profile> PROFILE =
      new Setting<>(
          "pipeline.profile",
          Scalars.word(Profile.class),
          Profile.SHARED,
          c -> c.pipeline().profile());
  static final Setting<Integer> RING_SIZE =
      new Setting<>("pipeline.ring-size", RING, 65_536, c -> c.pipeline().ringSize());
  static final Setting<Integer> OUTBOUND_RING_SIZE =
      new Setting<>(
          "pipeline.outbound-ring-size", RING, 65_536, c -> c.pipeline().outboundRingSize());
  static final Setting<Boolean> WARM_UP =
      new Setting<>("pipeline.warm-up", Scalars.BOOLEAN, true, c -> c.pipeline().warmUp());
  static final Setting<Integer> ENGINE_CORE = core("engine", c -> c.engine());
  static final Setting<Integer> JOURNAL_CORE = core("journal", c -> c.journal());
  static final Setting<Integer> SENDER_CORE = core("sender", c -> c.sender());

  static final Setting<Durability> DURABILITY =
      new Setting<>(
          "journal.durability",
          Scalars.word(Durability.class),
          Durability.PROCESS,
          c -> c.journal().durability());
  static final Setting<Long> BATCH_INTERVAL =
      new Setting<>(
          "journal.batch-interval",
          Scalars.duration(Durations.MS, 60 * Durations.SECOND),
          10 * Durations.MS,
          c -> c.journal().batchIntervalNs());
  static final Setting<Long> BLOCK_SIZE =
      new Setting<>(
          "journal.block-size",
          Scalars.size(64 * ByteSizes.KIB, ByteSizes.GIB),
          64 * ByteSizes.MIB,
          c -> c.journal().blockSizeBytes());
  static final Setting<Long> PREALLOCATE =
      new Setting<>(
          "journal.preallocate",
          Scalars.size(0, ByteSizes.TIB),
          0L,
          c -> c.journal().preallocateBytes());
  static final Setting<Long> MAX_SIZE =
      new Setting<>(
          "journal.max-size",
          Scalars.size(ByteSizes.MIB, 16 * ByteSizes.TIB),
          64 * ByteSizes.GIB,
          c -> c.journal().maxSizeBytes());
  static final Setting<Long> TOUCH_AHEAD =
      new Setting<>(
          "journal.touch-ahead",
          Scalars.size(0, ByteSizes.GIB),
          32 * ByteSizes.MIB,
          c -> c.journal().touchAheadBytes());

  static final Setting<Long> LATENCY =
      new Setting<>("paper.latency", DELAY, 0L, c -> c.paper().latencyNs());
  static final Setting<Integer> SLIPPAGE =
      new Setting<>(
          "paper.slippage", Scalars.whole(0, 1_000_000), 0, c -> c.paper().slippageIncrements());
  static final Setting<Long> PARTIAL_FILL_PROBABILITY =
      new Setting<>(
          "paper.partial-fills.probability",
          PROBABILITY,
          0L,
          c -> c.paper().partialFills().probabilityE6());
  static final Setting<Integer> PARTIAL_FILL_PARTS =
      new Setting<>(
          "paper.partial-fills.parts",
          Scalars.whole(2, 100),
          3,
          c -> c.paper().partialFills().maxParts());
  static final Setting<Long> REJECT_PROBABILITY =
      new Setting<>(
          "paper.reject.probability", PROBABILITY, 0L, c -> c.paper().reject().probabilityE6());
  static final Setting<Integer> REJECTS_IN_A_ROW =
      new Setting<>(
          "paper.reject.max-in-a-row",
          Scalars.whole(1, 1_000),
          2,
          c -> c.paper().reject().maxInARow());
  static final Setting<Long> DUPLICATE_PROBABILITY =
      new Setting<>(
          "paper.duplicate-reports.probability",
          PROBABILITY,
          0L,
          c -> c.paper().duplicateReportsE6());
  static final Setting<Long> REPORT_DELAY =
      new Setting<>("paper.report-delay", DELAY, 0L, c -> c.paper().reportDelayNs());

  static final Setting<Integer> MAX_POSITIONS =
      new Setting<>(
          "max-positions", Scalars.whole(1, 1 << 20), 65_536, RipcordConfig::maxPositions);

  static final Setting<Long> ROLL_AFTER =
      new Setting<>(
          "journal.roll-after",
          Scalars.size(ByteSizes.MIB, 16 * ByteSizes.TIB),
          ByteSizes.GIB,
          c -> c.journal().rollAfterBytes());

  static final Setting<String> DATA =
      new Setting<>("data", NodeScalars.FILE, "ripcord-data/node", c -> c.node().data());
  static final Setting<Integer> INSTANCE =
      new Setting<>("instance", Scalars.whole(0, MAX_INSTANCE), 0, c -> c.node().instance());
  static final Setting<VenueKind> VENUE_KIND =
      new Setting<>(
          "venue.kind",
          Scalars.word(VenueKind.class),
          VenueKind.LOCAL_PAPER,
          c -> c.node().venue().kind());
  static final Setting<String> VENUE_ADDRESS =
      new Setting<>(
          "venue.address", NodeScalars.ADDRESS.orNone(""), "", c -> c.node().venue().address());
  static final Setting<FileList> FEED_TAPE =
      new Setting<>("feed.tape", NodeScalars.FILES, FileList.NONE, c -> c.node().feed().tapes());
  static final Setting<Long> FEED_SEED =
      new Setting<>(
          "feed.generated.seed",
          Scalars.wholeLong(0, (1L << 53) - 1),
          1L,
          c -> c.node().feed().generatedSeed());
  static final Setting<Integer> FEED_SPEED =
      new Setting<>("feed.speed", NodeScalars.SPEED, 1_000, c -> c.node().feed().speedMilli());
  static final Setting<Integer> CONTROL_PORT =
      new Setting<>(
          "control.port", Scalars.whole(0, 65_535), 7_070, c -> c.node().control().port());
  static final Setting<String> CONTROL_BIND =
      new Setting<>(
          "control.bind", NodeScalars.LOOPBACK, "127.0.0.1", c -> c.node().control().bind());
  static final Setting<String> TOKEN_FILE = inData("control.token-file", NodeConfig::tokenFile);
  static final Setting<String> COMMANDS = inData("control.commands", NodeConfig::commands);
  static final Setting<Long> SNAPSHOT_INTERVAL =
      new Setting<>(
          "snapshot.interval",
          Scalars.duration(100 * Durations.MS, Durations.DAY),
          10 * Durations.SECOND,
          c -> c.node().snapshots().intervalNs());
  static final Setting<Integer> SNAPSHOT_KEEP =
      new Setting<>("snapshot.keep", Scalars.whole(2, 1_000), 3, c -> c.node().snapshots().keep());
  static final Setting<Integer> KEEP_CYCLES =
      new Setting<>(
          "retention.keep-cycles",
          Scalars.whole(0, 1_000_000).orNone(NodeConfig.Retention.OFF),
          NodeConfig.Retention.OFF,
          c -> c.node().retention().keepCycles());
  static final Setting<LogLevel> LOG_LEVEL =
      new Setting<>(
          "log.level", Scalars.word(LogLevel.class), LogLevel.INFO, c -> c.node().log().level());
  static final Setting<String> LOG_FILE = inData("log.file", NodeConfig::logFile);

  /** In the order of {@code config show} and of the hash. Append; an inserted line moves others. */
  static final List<Setting<?>> ALL =
      List.of(
          TOPOLOGY,
          PROFILE,
          RING_SIZE,
          OUTBOUND_RING_SIZE,
          WARM_UP,
          ENGINE_CORE,
          JOURNAL_CORE,
          SENDER_CORE,
          DURABILITY,
          BATCH_INTERVAL,
          BLOCK_SIZE,
          PREALLOCATE,
          MAX_SIZE,
          TOUCH_AHEAD,
          LATENCY,
          SLIPPAGE,
          PARTIAL_FILL_PROBABILITY,
          PARTIAL_FILL_PARTS,
          REJECT_PROBABILITY,
          REJECTS_IN_A_ROW,
          DUPLICATE_PROBABILITY,
          REPORT_DELAY,
          MAX_POSITIONS,
          ROLL_AFTER,
          DATA,
          INSTANCE,
          VENUE_KIND,
          VENUE_ADDRESS,
          FEED_TAPE,
          FEED_SEED,
          FEED_SPEED,
          CONTROL_PORT,
          CONTROL_BIND,
          TOKEN_FILE,
          COMMANDS,
          SNAPSHOT_INTERVAL,
          SNAPSHOT_KEEP,
          KEEP_CYCLES,
          LOG_LEVEL,
          LOG_FILE);

  private final String path;
  private final ScalarType<T> type;
  private final T fallback;
  private final Function<RipcordConfig, T> reader;

  private Setting(String path, ScalarType<T> type, T fallback, Function<RipcordConfig, T> reader) {
    this.path = path;
    this.type = type;
    this.fallback = fallback;
    this.reader = reader;
  }

  private static Setting<Integer> core(String thread, Function<Cores, Integer> reader) {
    return new Setting<>(
        "pipeline.cores." + thread,
        Scalars.whole(0, MAX_CORE).orNone(Cores.NO_CORE),
        Cores.NO_CORE,
        c -> reader.apply(c.pipeline().cores()));
  }

  /** A place that, if nobody names it, follows the data folder. */
  private static Setting<String> inData(String path, Function<NodeConfig, Path> place) {
    return new Setting<>(
        path, NodeScalars.FILE.orNone(""), "", c -> place.apply(c.node()).toString());
  }

  /** Key path in the file. */
  String path() {
    return path;
  }

  /** The environment variable that overrides it. */
  String variable() {
    String name = path.replace(".", "__").replace('-', '_').toUpperCase(Locale.ROOT);
    return Overrides.PREFIX + name;
  }

  ScalarType<T> type() {
    return type;
  }

  /** What holds when nobody says anything. */
  T fallback() {
    return fallback;
  }

  /** Canonical text of the value in effect. */
  String effectiveText(RipcordConfig config) {
    return type.format(reader.apply(config));
  }
}
