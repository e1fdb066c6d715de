package io.ripcord.config;

import io.ripcord.config.PipelineConfig.Cores;
import io.ripcord.pipeline.Profile;
import io.ripcord.pipeline.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the root of a configuration file and the environment into a {@link RipcordConfig}. */
final class ConfigBinder {
  /** Most instruments that a file may define. */
  static final int MAX_INSTRUMENTS = 16_384;

  /** What the file has besides settings. */
  private static final List<String> SECTIONS =
      List.of("instruments", "policies", "groups", "positions");

  /** And what tells by itself where its values come from. */
  private static final List<String> OTHERS = List.of(Calendars.KEY, Calendars.FILES_KEY);

  private final Problems problems;
  private final Policies policies;
  private final GroupConfigs groups;
  private final SettingValues settings;
  private final SortedMap<String, InstrumentConfig> instruments = new TreeMap<>();
  private final Map<String, Origin> origins = new TreeMap<>();
  private final Calendars calendars;

  ConfigBinder(Problems problems, Policies policies) {
    this.problems = problems;
    this.policies = policies;
    this.groups = new GroupConfigs(problems);
    this.settings = new SettingValues(problems);
    calendars = new Calendars(problems, origins);
  }

  /**
   * What can be bound of it. Values that were refused are replaced by defaults, so that more
   * problems can be found; the caller must not use the result when there are errors.
   */
  LoadedConfig bind(ConfigNode rootNode, Overrides overrides) {
    Block root = rootNode == null ? null : Block.of(rootNode, problems);
    if (root != null) {
      bindFile(root);
    }
    settings.readEnvironment(overrides);
    checkCores();
    checkSizes();
    origins.putAll(settings.origins());
    RipcordConfig config =
        new RipcordConfig(
            instruments,
            policies.byName(),
            groups.byName(),
            pipeline(),
            journal(),
            paper(),
            settings.get(Setting.MAX_POSITIONS),
            new NodeBinder(settings).bind(),
            List.of(),
            calendars.byName());
    checkVenue(config);
    if (root != null) {
      config =
          config.withPositions(
              new PositionsBinder(problems, policies, groups, config).bindNode(root));
    }
    return new LoadedConfig(config, origins, problems.warnings());
  }

  /** A node may register a position with any of its policies at any time. */
  private void checkVenue(RipcordConfig config) {
    // Both kinds of venues are paper venues: their market data has no marks.
    String kind = Scalars.lowerCase(config.node().venue().kind().name());
    FeedFacts paper = FeedFacts.paper("a " + kind + " venue", hasCalendar(config));
    config
        .policies()
        .values()
        .forEach(policy -> problems.addAll(FeedChecks.problems(policy, paper)));
  }

  /** Which of its instruments a position will have nobody knows yet. */
  private static boolean hasCalendar(RipcordConfig config) {
    return config.instruments().values().stream().anyMatch(InstrumentConfig::hasCalendar);
  }

  private void bindFile(Block root) {
    List<String> keys = new ArrayList<>(SECTIONS);
    keys.addAll(OTHERS);
    keys.addAll(SettingValues.rootKeys());
    root.allow(Vocabulary.of(keys.toArray(String[]::new)));
    settings.readFile(root);
    policies.bind(root);
    calendars.bind(root);
    groups.bind(root);
    bindInstruments(root);
    for (String section : SECTIONS) {
      if (root.has(section)) {
        collectOrigins(root.get(section));
      }
    }
  }

  private void bindInstruments(Block root) {
    Block block = root.block("instruments");
    if (block == null) {
      return;
    }
    int count = block.node().children().size();
    if (count > MAX_INSTRUMENTS) {
      block.error("found " + count + " instruments, expected at most " + MAX_INSTRUMENTS);
    }
    block.node().children().forEach(this::bindInstrument);
  }

  private void bindInstrument(String symbol, ConfigNode node) {
    if (!Scalars.isName(symbol)) {
      problems.errorAtKey(node, node.path(), Scalars.NAME.mismatch(symbol));
      return;
    }
    Block block = Block.of(node, problems);
    if (block != null) {
      instruments.put(symbol, InstrumentBinder.bind(symbol, block, calendars));
    }
  }

  private void collectOrigins(ConfigNode node) {
    switch (node.kind()) {
      case MAPPING -> node.children().values().forEach(this::collectOrigins);
      case LIST -> node.items().forEach(this::collectOrigins);
      default -> origins.put(node.path(), Origin.of(node));
    }
  }

  private PipelineConfig pipeline() {
    return new PipelineConfig(
        settings.get(Setting.TOPOLOGY),
        settings.get(Setting.PROFILE),
        settings.get(Setting.RING_SIZE),
        settings.get(Setting.OUTBOUND_RING_SIZE),
        settings.get(Setting.WARM_UP),
        new Cores(
            settings.get(Setting.ENGINE_CORE),
            settings.get(Setting.JOURNAL_CORE),
            settings.get(Setting.SENDER_CORE)));
  }

  private JournalConfig journal() {
    return new JournalConfig(
        settings.get(Setting.DURABILITY),
        settings.get(Setting.BATCH_INTERVAL),
        settings.get(Setting.BLOCK_SIZE),
        settings.get(Setting.PREALLOCATE),
        settings.get(Setting.MAX_SIZE),
        settings.get(Setting.TOUCH_AHEAD),
        Math.min(settings.get(Setting.ROLL_AFTER), settings.get(Setting.MAX_SIZE)));
  }

  private PaperConfig paper() {
    return new PaperConfig(
        settings.get(Setting.LATENCY),
        settings.get(Setting.SLIPPAGE),
        new PaperConfig.PartialFills(
            settings.get(Setting.PARTIAL_FILL_PROBABILITY),
            settings.get(Setting.PARTIAL_FILL_PARTS)),
        new PaperConfig.Reject(
            settings.get(Setting.REJECT_PROBABILITY), settings.get(Setting.REJECTS_IN_A_ROW)),
        settings.get(Setting.DUPLICATE_PROBABILITY),
        settings.get(Setting.REPORT_DELAY));
  }

  private void checkCores() {
    List<Setting<?>> needed = new ArrayList<>(List.of(Setting.ENGINE_CORE, Setting.SENDER_CORE));
    if (settings.get(Setting.TOPOLOGY) == Topology.SPLIT) {
      needed.add(Setting.JOURNAL_CORE);
    }
    List<String> missing =
        needed.stream().filter(core -> !settings.isSet(core)).map(Setting::path).toList();
    if (settings.get(Setting.PROFILE) == Profile.COLO && !missing.isEmpty()) {
      settings.error(
          Setting.PROFILE,
          "found 'colo' without " + String.join(", ", missing) + ", expected a core per thread");
    }
    List<Setting<Integer>> cores =
        List.of(Setting.ENGINE_CORE, Setting.JOURNAL_CORE, Setting.SENDER_CORE);
    for (int i = 1; i < cores.size(); i++) {
      for (int j = 0; j < i; j++) {
        int core = settings.get(cores.get(i));
        if (core != Cores.NO_CORE && core == settings.get(cores.get(j))) {
          settings.error(
              cores.get(i),
              "found core "
                  + core
                  + ", which is "
                  + cores.get(j).path()
                  + " too, expected another");
        }
      }
    }
  }

  private void checkSizes() {
    checkAtMostMaxSize(Setting.BLOCK_SIZE);
    checkAtMostMaxSize(Setting.PREALLOCATE);
    checkAtMostMaxSize(Setting.TOUCH_AHEAD);
    if (settings.isSet(Setting.ROLL_AFTER)) {
      checkAtMostMaxSize(Setting.ROLL_AFTER);
    }
  }

  private void checkAtMostMaxSize(Setting<Long> setting) {
    String size = ByteSizes.format(settings.get(setting));
    String most = ByteSizes.format(settings.get(Setting.MAX_SIZE));
    if (settings.get(setting) <= settings.get(Setting.MAX_SIZE)) {
      return;
    }
    // The default cannot be the mistake: the problem stands where somebody set something.
    if (settings.isSet(setting)) {
      settings.error(
          setting, "found " + size + ", expected at most " + Setting.MAX_SIZE.path() + " " + most);
    } else {
      settings.error(
          Setting.MAX_SIZE, "found " + most + ", expected at least " + setting.path() + " " + size);
    }
  }
}
