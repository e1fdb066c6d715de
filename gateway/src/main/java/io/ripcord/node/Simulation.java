package io.ripcord.node;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.config.FeedFacts;
import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.JournalConfig;
import io.ripcord.config.PositionConfig;
import io.ripcord.console.ReportFold;
import io.ripcord.engine.Engine;
import io.ripcord.engine.EngineView;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.FileRole;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.Sources;
import io.ripcord.event.StopReason;
import io.ripcord.journal.BatchSync;
import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.journal.TouchAhead;
import io.ripcord.pipeline.Duty;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.PipelineContext;
import io.ripcord.pipeline.PipelineHaltedException;
import io.ripcord.pipeline.RingSink;
import io.ripcord.pipeline.StageLatency;
import io.ripcord.replay.Recovered;
import io.ripcord.replay.Recovery;
import io.ripcord.replay.RecoveryException;
import io.ripcord.replay.Replay;
import io.ripcord.replay.ReplayResult;
import io.ripcord.replay.ReplayedEngine;
import io.ripcord.replica.Snapshotter;
import io.ripcord.venue.paper.PaperSettings;
import io.ripcord.venue.paper.PaperVenue;
import io.ripcord.venue.tape.MergedTapes;
import io.ripcord.venue.tape.TapeBytes;
import io.ripcord.venue.tape.TapeException;
import io.ripcord.venue.tape.TapeSummary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Market data from tapes through the real pipeline (ring, journal, engine, sender) against the
 * paper venue. Input errors come before the first event. It builds a paper venue and nothing else,
 * so no order can leave the process. One thread, the caller's, steps everything outside the
 * pipeline.
 */
public final class Simulation {
  private static final int INSTANCE = 0;
  private static final int FIRST_GENERATION = 1;
  private static final int SNAPSHOTS_KEPT = 3;

  private final SimulationRequest request;
  private final RunWatcher watcher;
  private final MergedTapes tapes;
  private final Schedule schedule;
  private List<TapeSummary> summaries = List.of();
  private List<TapeBytes> tapeBytes;
  private List<PositionConfig> unjoined = List.of();

  /** Time of the first event in the journal, later than anything if it has none. */
  private long beganNs = Long.MAX_VALUE;

  /**
   * Scans the tapes and checks the positions against them; those of a killed run, which had done
   * so, are only hashed.
   *
   * @throws io.ripcord.venue.tape.TapeException at a bad line of a tape
   * @throws io.ripcord.config.ConfigException when a symbol is on no tape, or the tape lacks what a
   *     policy looks at
   */
  public Simulation(SimulationRequest request, RunWatcher watcher) {
    this.request = request;
    this.watcher = watcher;
    tapes = new MergedTapes(request.tapes());
    schedule = new Schedule(request.positions().positions(), request.positions().signals());
    if (request.resume() && JournalDirectory.hasJournal(request.journal())) {
      tapeBytes = tapes.hash();
    } else {
      scan();
    }
  }

  private void scan() {
    summaries = tapes.scan();
    for (TapeSummary tape : summaries) {
      if (tape.records() == 0) {
        throw new TapeException(
            tape.name() + ": found no trade and no quote, expected at least one");
      }
    }
    tapeBytes = summaries.stream().map(TapeSummary::bytes).toList();
    request.positions().checkSymbols(new LinkedHashSet<>(tapes.symbols()));
    request.positions().checkFeeds(this::feedOf);
    SquareOffDryRun.check(request.positions(), request.config(), tapes);
  }

  /** Tapes carry no mark prices. */
  private FeedFacts feedOf(String symbol) {
    boolean hasBook = summaries.stream().anyMatch(tape -> tape.withBook().contains(symbol));
    boolean hasVolume = summaries.stream().anyMatch(tape -> tape.withVolume().contains(symbol));
    boolean hasCalendar = request.config().calendarOf(symbol).isPresent();
    return new FeedFacts("the tape of " + symbol, false, hasBook, hasVolume, hasCalendar);
  }

  /** What the scans found, empty as long as there was none. */
  public List<TapeSummary> summaries() {
    return summaries;
  }

  /**
   * Runs to the end and replays the journal for the report.
   *
   * @param verify whether to compare every decision as well
   * @throws JournalDirectoryException when the directory cannot be used
   */
  public SimulationResult run(boolean verify) {
    List<StageLatency> latencies;
    List<String> notes;
    try (JournalDirectory directory = JournalDirectory.open(request.journal())) {
      if (directory.hasJournal() && !request.resume()) {
        throw new JournalDirectoryException(
            request.journal()
                + ": holds a journal already, expected an empty directory, or --continue");
      }
      Recovered recovered = new Recovery(directory).run();
      notes = recovered.notes();
      checkResumable(recovered);
      prepareTapes(recovered);
      latencies = run(directory, recovered);
    } catch (PipelineHaltedException e) {
      PoisonMark.of(e, request.journal());
      throw e;
    }
    if (summaries.isEmpty()) {
      // For the report, which is in no hurry.
      scan();
    }
    ReportFold fold = new ReportFold(row -> {});
    Replay replay = new Replay(request.journal(), verify, fold);
    ReplayResult replayed = replay.run();
    return new SimulationResult(
        fold,
        replay.engine(),
        replayed,
        latencies,
        summaries,
        schedule.notRegistered(),
        !request.pace().isMax(),
        notes);
  }

  private void checkResumable(Recovered recovered) {
    if (recovered.quarantined() != null) {
      throw RecoveryException.damage(recovered.quarantined());
    }
    if (!recovered.isNothing()
        && recovered.resumed().engine().view().positions().capacity()
            != request.config().maxPositions()) {
      throw new JournalDirectoryException(
          request.journal() + ": was begun with another max-positions, expected the same");
    }
  }

  /**
   * A run whose journal holds a record of a tape had scanned them all and defined what is on them.
   * That they are the same is for {@link SimulationPast} to see.
   */
  private void prepareTapes(Recovered recovered) {
    if (!summaries.isEmpty()) {
      return;
    }
    EngineView known = recovered.isNothing() ? null : recovered.resumed().engine().view();
    if (known == null || RestOfTapes.journalled(tapeCount(), known.sources()) == 0) {
      scan();
      return;
    }
    List<String> symbols = new ArrayList<>();
    for (int id = 0; id < known.instruments().count(); id++) {
      symbols.add(known.symbol(id));
    }
    tapes.know(symbols);
  }

  private List<StageLatency> run(JournalDirectory directory, Recovered recovered) {
    PaperVenue venue = new PaperVenue(PaperSettings.of(request.config().paper(), request.seed()));
    if (!recovered.isNothing()) {
      SimulationPast past = new SimulationPast(request.journal(), venue, files(), configSha256());
      schedule.drop(past.registered(), past.signals());
      beganNs = past.beganNs();
      unjoined = past.unjoined(request.positions().positions());
    }
    if (recovered.stopped()) {
      return List.of();
    }
    int epoch = directory.nextEpoch(recovered.tail().epoch());
    JournalConfig settings = request.config().journal();
    ChronicleJournal journal =
        new ChronicleJournal(
            Contexts.journal(settings, directory, epoch).resumeAt(recovered.tail()));
    try (journal;
        TouchAhead touchAhead = new TouchAhead(journal, settings.touchAheadBytes());
        Snapshotter snapshotter = snapshotter(journal, recovered);
        Pipeline pipeline = pipeline(journal, recovered);
        RestOfTapes rest =
            new RestOfTapes(tapes, tapeCount(), known(pipeline, recovered).sources())) {
      pipeline.housekeeping(duties(journal, touchAhead, snapshotter));
      pipeline.start();
      publish(pipeline, venue, rest, recovered, epoch);
      return pipeline.latencies();
    }
  }

  private Pipeline pipeline(ChronicleJournal journal, Recovered recovered) {
    PipelineContext context =
        Contexts.pipeline(request.config()).firstSequence(recovered.nextSequence());
    return recovered.isNothing()
        ? new Pipeline(context, journal)
        : new Pipeline(context, journal, recovered.resumed());
  }

  private Snapshotter snapshotter(ChronicleJournal journal, Recovered recovered) {
    if (request.snapshotIntervalNs() == SimulationRequest.NO_SNAPSHOTS) {
      return null;
    }
    ReplayedEngine replica =
        recovered.isNothing()
            ? new ReplayedEngine(Set.of())
            : ReplayedEngine.copyOf(recovered.resumed(), recovered.tail(), FIRST_GENERATION);
    return new Snapshotter(
        journal,
        request.journal(),
        FIRST_GENERATION,
        replica,
        recovered.tail(),
        request.snapshotIntervalNs(),
        SNAPSHOTS_KEPT);
  }

  private void publish(
      Pipeline pipeline, PaperVenue venue, RestOfTapes rest, Recovered recovered, int epoch) {
    RingSink sink = pipeline.newSink();
    NodePublisher node = new NodePublisher(sink, Sources.NODE);
    EngineView known = known(pipeline, recovered);
    long phasesHeld = known.sources().last(Sources.CALENDAR);
    // Tape time does not pass while nobody watches.
    long startNs = recovered.isNothing() ? startNs() : recovered.resumed().engine().nowNs();
    Definitions definitions =
        new Definitions(new DefinitionPublisher(sink, Sources.CONFIGURATION), startNs, known);
    node.engineStarted(
        startNs,
        INSTANCE,
        epoch,
        Engine.DECISION_VERSION,
        request.config().maxPositions(),
        request.buildId(),
        configSha256());
    if (recovered.isSkipping()) {
      node.eventSkipped(startNs, recovered.skipped());
      pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
      PoisonMark.clear(request.journal());
    }
    for (SimulationRequest.HashedFile file : files()) {
      node.inputFile(
          startNs, file.role(), file.lengthBytes(), HexFormat.of().parseHex(file.sha256()));
    }
    for (String symbol : tapes.symbols()) {
      InstrumentConfig instrument = request.config().instrument(symbol);
      if (definitions.instrument(instrument)) {
        venue.list(instrument.priceIncrementE8(), instrument.lotE8());
      }
    }
    request.positions().policies().values().forEach(definitions::policy);
    request.positions().groups().values().forEach(definitions::group);
    definitions.watch(request.positions().positions());
    SimulationLoop loop =
        new SimulationLoop(
            pipeline,
            sink,
            venue,
            rest,
            tapeCount(),
            schedule,
            definitions,
            phases(definitions, phasesHeld, startNs),
            request.config()::calendarOf,
            request.pace(),
            watcher);
    loop.join(unjoined);
    long endNs = loop.run(startNs);
    node.engineStopped(endNs, StopReason.FINISHED);
    pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
  }

  /** The phases of the run from its very beginning on, less those that are journalled. */
  private PhaseSchedule phases(Definitions definitions, long held, long startNs) {
    PhaseSchedule phases = new PhaseSchedule(Math.min(beganNs, startNs));
    for (String symbol : tapes.symbols()) {
      Optional<SessionCalendar> calendar = request.config().calendarOf(symbol);
      if (calendar.isPresent()) {
        phases.begin(definitions.instrumentId(symbol), calendar.get());
      }
    }
    for (long i = held; i > 0; i--) {
      phases.take();
    }
    return phases;
  }

  /** The engine as it was recovered, or that of the pipeline, which has not seen anything yet. */
  private static EngineView known(Pipeline pipeline, Recovered recovered) {
    return recovered.isNothing() ? pipeline.engine().view() : recovered.resumed().engine().view();
  }

  private int tapeCount() {
    return request.tapes().size();
  }

  /** The files of the run in the order in which they go on record. */
  private List<SimulationRequest.HashedFile> files() {
    List<SimulationRequest.HashedFile> files = new ArrayList<>();
    for (TapeBytes tape : tapeBytes) {
      files.add(new SimulationRequest.HashedFile(FileRole.TAPE, tape.length(), tape.sha256()));
    }
    files.addAll(request.files());
    return files;
  }

  /** Of all settings that change what happens: those of the configuration, and the seed. */
  private byte[] configSha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(request.config().decisionHash());
      return digest.digest(Long.toString(request.seed()).getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private long startNs() {
    long first = Math.min(schedule.nextPositionNs(), schedule.nextSignalNs());
    for (TapeSummary tape : summaries) {
      first = Math.min(first, tape.firstTimeNs());
    }
    return first;
  }

  private static List<Duty> duties(
      ChronicleJournal journal, TouchAhead touchAhead, Snapshotter snapshotter) {
    List<Duty> duties = new ArrayList<>();
    duties.add(touchAhead::doWork);
    duties.add(new BatchSync(journal)::doWork);
    if (snapshotter != null) {
      duties.add(snapshotter::doWork);
    }
    return duties;
  }
}
