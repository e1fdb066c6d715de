package io.ripcord.node;

import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.NodeConfig;
import io.ripcord.config.PositionConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.config.Secret;
import io.ripcord.console.AlertRow;
import io.ripcord.console.ExitRow;
import io.ripcord.console.LiveState;
import io.ripcord.console.PositionRow;
import io.ripcord.console.ReportFold;
import io.ripcord.control.CommandDesk;
import io.ripcord.control.CommandFolder;
import io.ripcord.control.CommandPort;
import io.ripcord.control.HttpControl;
import io.ripcord.control.HttpSettings;
import io.ripcord.control.TokenFile;
import io.ripcord.engine.Engine;
import io.ripcord.engine.EngineView;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.Sources;
import io.ripcord.event.StopReason;
import io.ripcord.log.NodeLog;
import io.ripcord.money.E8;
import io.ripcord.pipeline.Agent;
import io.ripcord.pipeline.Duty;
import io.ripcord.pipeline.OrderSender;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.PipelineHaltedException;
import io.ripcord.pipeline.RingSink;
import io.ripcord.replay.Recovered;
import io.ripcord.venue.VenueAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A running engine with its venue and its control.
 *
 * <pre>
 *   thread        runs
 *   engine        journal, decisions (the pipeline's own)
 *   venue         sender, venue, timer
 *   console       live state, which answers every question
 *   commands      command folder, positions of the configuration
 *   housekeeping  touch-ahead, sync, snapshots; at first the warm-up
 *   http-control  HTTP
 * </pre>
 *
 * <p>Started and stopped by one thread, which may be two in turn. Nothing is decided here.
 */
public final class Node implements AutoCloseable {
  /** Folder of the journal in the data folder. */
  public static final String JOURNAL = "journal";

  private static final long DRAIN_NS = TimeUnit.SECONDS.toNanos(1);

  private final NodeRequest request;
  private final RipcordConfig config;
  private final NodeLog log;
  private final LateDuty venueWork = new LateDuty();
  private final LateDuty commandWork = new LateDuty();
  private final List<InstrumentConfig> instruments = new ArrayList<>();
  private NodeJournal journal;
  private NodeClock clock;
  private VenuePlan plan;
  private Pipeline pipeline;
  private LiveState live;
  private CommandGate gate;
  private Secret token;
  private HttpControl http;
  private Agent venueAgent;
  private Agent commandAgent;
  private RingSink venueSink;
  private NodePublisher publisher;
  private OrderSender sender;
  private NodeSessions sessions;
  private volatile VenueAdapter venue;
  private volatile boolean loud;
  private StopReport stopped;

  private Node(NodeRequest request) {
    this.request = request;
    config = request.config();
    log = request.log();
  }

  /**
   * Starts a node; when this returns, it watches and takes commands.
   *
   * @throws IOException when a file, the port or the venue's host cannot be used
   */
  public static Node start(NodeRequest request) throws IOException {
    Node node = new Node(request);
    try {
      node.compose();
      node.begin();
      return node;
    } catch (IOException | RuntimeException | Error e) {
      node.close();
      throw e;
    }
  }

  /** Everything that can be refused is, before the first event. */
  private void compose() throws IOException {
    NodeConfig settings = config.node();
    Path data = settings.dataPath();
    OwnedFolder.create(data);
    journal = NodeJournal.recover(data.resolve(JOURNAL), request.start(), config, log);
    Recovered recovered = journal.recovered();
    clock = NodeClock.startingAt(journal.lastTimeNs());
    if (clock.aheadNs() > 0) {
      log.warn("clock-behind-journal", "aheadMs", TimeUnit.NANOSECONDS.toMillis(clock.aheadNs()));
    }
    plan = VenuePlan.of(config);
    token = TokenFile.ofNode(request.environment(), settings.tokenFile());
    ReportFold fold = new ReportFold(this::onProven, this::onAlert);
    journal.foldPast(fold);
    pipeline = journal.pipeline();
    Engine known = recovered.isNothing() ? null : recovered.resumed().engine();
    live = new LiveState(journal.path(), recovered.tail(), known, fold);
    CommandDesk desk =
        new CommandDesk(
            pipeline,
            live,
            (id, symbol, side, quantityE8) -> venue.hold(id, symbol, side, quantityE8),
            clock,
            config::calendarOf);
    FeedGate feeds = new FeedGate(desk, config, plan::feedOf, this::symbolOf);
    feeds.checkFirst();
    gate = new CommandGate(feeds, log);
    HttpSettings where = new HttpSettings(settings.control().bind(), settings.control().port());
    http = new HttpControl(where, token, null, gate, live);
    venueAgent =
        pipeline.urgentAgent(
            "venue", clock, List.of(venueWork), config.pipeline().cores().sender());
    pipeline.agent("console", clock, List.of(live::doWork));
    commandAgent = pipeline.agent("commands", clock, List.of(commandWork));
    List<Duty> upkeep = new ArrayList<>(journal.duties(live::cycle));
    upkeep.add(new WarmUp(config, log));
    pipeline.housekeeping(upkeep);
  }

  private void begin() throws IOException {
    loud = true;
    EngineView known = pipeline.engine().view();
    RingSink sink = pipeline.newSink();
    publisher = new NodePublisher(sink, Sources.NODE);
    Set<String> symbols = symbols(known);
    long nowNs = clock.getAsLong();
    sessions =
        new NodeSessions(config, known, journal.lastTimeNs(), nowNs, pipeline.newSink(), log);
    long startNs = sessions.startNs(nowNs);
    pipeline.start();
    publisher.engineStarted(
        startNs,
        config.node().instance(),
        journal.epoch(),
        Engine.DECISION_VERSION,
        config.maxPositions(),
        request.buildId(),
        config.decisionHash());
    if (journal.recovered().isSkipping()) {
      publisher.eventSkipped(startNs, journal.recovered().skipped());
    }
    sessions.catchUp(nowNs);
    Definitions definitions =
        new Definitions(
            new DefinitionPublisher(sink, Sources.CONFIGURATION), clock.getAsLong(), known);
    for (String symbol : symbols) {
      InstrumentConfig instrument = config.instrument(symbol);
      definitions.instrument(instrument);
      instruments.add(instrument);
    }
    config.policies().values().forEach(definitions::policy);
    config.groups().values().forEach(definitions::group);
    definitions.watch(config.positions());
    sessions.begin(instruments, clock.getAsLong());
    pipeline.awaitDrained();
    if (journal.recovered().isSkipping()) {
      PoisonMark.clear(journal.path());
    }
    openVenue();
    http.start();
    log.info(
        "node-started",
        "build",
        request.buildId(),
        "instance",
        config.node().instance(),
        "epoch",
        journal.epoch(),
        "journal",
        journal.path(),
        "origin",
        origin(),
        "venue",
        plan.description());
  }

  /** Those of the journal in the order of their numbers, then what is new. */
  private Set<String> symbols(EngineView known) {
    Set<String> symbols = new LinkedHashSet<>();
    for (int id = 0; id < known.instruments().count(); id++) {
      symbols.add(known.symbol(id));
    }
    symbols.addAll(config.instruments().keySet());
    symbols.addAll(plan.symbols());
    config.positions().stream().map(PositionConfig::symbol).forEach(symbols::add);
    return symbols;
  }

  private void openVenue() throws IOException {
    venueSink = pipeline.newSink();
    venue = plan.open(instruments, venueSink, clock.getAsLong());
    sender = pipeline.newSender(venue.gateway());
    TimerDuty timer =
        new TimerDuty(pipeline, venueSink, new NodePublisher(venueSink, Sources.TIMER));
    venueWork.open(
        nowNs ->
            sessions.doWork(nowNs)
                + sender.doWork(nowNs)
                + venue.doWork(nowNs)
                + timer.doWork(nowNs));
    FirstPositions first = new FirstPositions(config.positions(), live, gate, venue, log);
    CommandFolder folder = new CommandFolder(config.node().commands(), gate, live);
    commandWork.open(nowNs -> first.doWork(nowNs) + folder.doWork(nowNs));
  }

  private String symbolOf(long positionId) {
    PositionRow row = live.position(positionId);
    return row == null ? null : row.symbol();
  }

  private void onProven(ExitRow row) {
    if (loud) {
      log.info("exit-proven", row.fields());
    }
  }

  private void onAlert(AlertRow row) {
    if (loud) {
      log.warn(
          "alert",
          "kind",
          row.kind(),
          "position",
          row.position() == E8.NULL ? "" : row.position(),
          "symbol",
          row.symbol(),
          "first",
          row.first(),
          "second",
          row.second());
    }
  }

  /** Takes commands as HTTP does. */
  public CommandPort commands() {
    return gate;
  }

  /** Answers questions. */
  public LiveState live() {
    return live;
  }

  /** Port of HTTP. */
  public int controlPort() {
    return http.port();
  }

  /** Number of this start. */
  public int epoch() {
    return journal.epoch();
  }

  /** Folder of the journal. */
  public Path journalPath() {
    return journal.path();
  }

  /** What it came back from, in words. */
  public String origin() {
    Recovered recovered = journal.recovered();
    return recovered.isNothing()
        ? "new"
        : "goes on after input "
            + recovered.tail().lastSequence()
            + " ("
            + recovered.inputs()
            + " replayed"
            // A snapshot that covers the stop hides it: then nothing is left to be replayed.
            + (recovered.stopped() || recovered.inputs() == 0 ? ")" : ", no orderly stop)");
  }

  /** The venue in words. */
  public String venueDescription() {
    return plan.description();
  }

  /** Why the node has halted, {@code null} while it runs. */
  public String failure() {
    try {
      pipeline.halt().check();
      return null;
    } catch (PipelineHaltedException e) {
      PoisonMark.of(e, journal.path());
      return e.getMessage();
    }
  }

  /**
   * Stops in order: commands, then the market, then what is under way for at most a second, then
   * the engine, with everything on the disk. Flattens nothing. Idempotent.
   *
   * @return what stays open
   * @throws PipelineHaltedException when the node has halted: there is no orderly stop then
   */
  public synchronized StopReport stop() {
    if (stopped != null) {
      return stopped;
    }
    log.info("node-stopping");
    gate.close();
    http.close();
    commandAgent.stop();
    venueWork.shut();
    venueAgent.stop();
    drain();
    publisher.engineStopped(clock.getAsLong(), StopReason.REQUESTED);
    pipeline.awaitDrained();
    pipeline.close();
    pipeline.halt().check();
    journal.finish();
    stopped = StopReport.of(pipeline.engine().view(), pipeline.engine().exitsInFlight());
    log.info("node-stopped", "open", stopped.open().size(), "text", stopped.sentence());
    close();
    return stopped;
  }

  /** Lets exits that are under way come to their proof, if they do so soon. */
  private void drain() {
    long deadlineNs = clock.getAsLong() + DRAIN_NS;
    pipeline.awaitDrained();
    while (sender.doWork(clock.getAsLong()) > 0
        || (pipeline.engine().exitsInFlight() > 0 && clock.getAsLong() < deadlineNs)) {
      venue.doWork(clock.getAsLong());
      pipeline.awaitDrained();
    }
  }

  /** Lets go of everything; without {@link #stop} the journal ends where it is, intact. */
  @Override
  public synchronized void close() {
    List<AutoCloseable> parts = new ArrayList<>();
    parts.add(gate == null ? null : gate::close);
    parts.add(http);
    parts.add(pipeline);
    parts.add(live);
    parts.add(venue);
    parts.add(plan);
    parts.add(journal);
    parts.add(token);
    for (AutoCloseable part : parts) {
      close(part);
    }
  }

  private void close(AutoCloseable part) {
    try {
      if (part != null) {
        part.close();
      }
    } catch (Exception e) {
      // The others are closed all the same.
      log.warn("close-failed", "text", e.getMessage());
    }
  }
}
