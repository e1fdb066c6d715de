package io.ripcord.node;

import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.JournalConfig;
import io.ripcord.config.PaperConfig;
import io.ripcord.config.PipelineConfig;
import io.ripcord.console.ReportFold;
import io.ripcord.engine.Engine;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.FileRole;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.Sources;
import io.ripcord.event.StopReason;
import io.ripcord.journal.BatchSync;
import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.Durability;
import io.ripcord.journal.JournalContext;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.journal.TouchAhead;
import io.ripcord.pipeline.Duty;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.PipelineContext;
import io.ripcord.pipeline.RingSink;
import io.ripcord.replay.Replay;
import io.ripcord.replay.ReplayResult;
import io.ripcord.venue.paper.PaperSettings;
import io.ripcord.venue.paper.PaperVenue;
import io.ripcord.venue.tape.MergedTapes;
import io.ripcord.venue.tape.TapeCursor;
import io.ripcord.venue.tape.TapeException;
import io.ripcord.venue.tape.TapeSummary;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Market data from tapes through the real pipeline (ring, journal, engine, sender) against the
 * paper venue. Input errors come before the first event. It builds a paper venue and nothing else,
 * so no order can leave the process. One thread, the caller's, steps everything outside the
 * pipeline.
 */
public final class Simulation {
  private static final int INSTANCE = 0;
  private static final long FIRST_SEQUENCE = 1;

  private final SimulationRequest request;
  private final RunWatcher watcher;
  private final MergedTapes tapes;
  private final List<TapeSummary> summaries;
  private final Schedule schedule;

  /**
   * Scans the tapes and checks the positions against them.
   *
   * @throws io.ripcord.venue.tape.TapeException at a bad line of a tape
   * @throws io.ripcord.config.ConfigException when a symbol is on no tape
   */
  public Simulation(SimulationRequest request, RunWatcher watcher) {
    this.request = request;
    this.watcher = watcher;
    tapes = new MergedTapes(request.tapes());
    summaries = tapes.scan();
    for (TapeSummary tape : summaries) {
      if (tape.records() == 0) {
        throw new TapeException(
            tape.name() + ": found no trade and no quote, expected at least one");
      }
    }
    request.positions().checkSymbols(new LinkedHashSet<>(tapes.symbols()));
    schedule = new Schedule(request.positions().positions(), request.positions().signals());
  }

  /** What the scans found. */
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
    Pipeline pipeline;
    try (JournalDirectory directory = JournalDirectory.open(request.journal())) {
      if (directory.hasJournal()) {
        throw new JournalDirectoryException(
            request.journal() + ": holds a journal already, expected an empty directory");
      }
      pipeline = run(directory);
    }
    ReportFold fold = new ReportFold(row -> {});
    Replay replay = new Replay(request.journal(), verify, fold);
    ReplayResult replayed = replay.run();
    return new SimulationResult(
        fold,
        replay.engine(),
        replayed,
        pipeline.latencies(),
        summaries,
        schedule.notRegistered(),
        !request.pace().isMax());
  }

  private Pipeline run(JournalDirectory directory) {
    int epoch = directory.nextEpoch(0);
    JournalConfig settings = request.config().journal();
    ChronicleJournal journal = new ChronicleJournal(journalContext(directory, epoch, settings));
    try (journal;
        TouchAhead touchAhead = new TouchAhead(journal, settings.touchAheadBytes());
        Pipeline pipeline = new Pipeline(pipelineContext(settings), journal)) {
      pipeline.housekeeping(duties(journal, touchAhead, settings));
      pipeline.start();
      publish(pipeline, epoch);
      return pipeline;
    }
  }

  private void publish(Pipeline pipeline, int epoch) {
    RingSink sink = pipeline.newSink();
    NodePublisher node = new NodePublisher(sink, Sources.NODE);
    long startNs = startNs();
    node.engineStarted(
        startNs,
        INSTANCE,
        epoch,
        Engine.DECISION_VERSION,
        request.config().maxPositions(),
        request.buildId(),
        request.config().decisionHash());
    for (TapeSummary tape : summaries) {
      node.inputFile(
          startNs, FileRole.TAPE, tape.lengthBytes(), HexFormat.of().parseHex(tape.sha256()));
    }
    for (SimulationRequest.HashedFile file : request.files()) {
      node.inputFile(
          startNs, file.role(), file.lengthBytes(), HexFormat.of().parseHex(file.sha256()));
    }
    Definitions definitions =
        new Definitions(new DefinitionPublisher(sink, Sources.CONFIGURATION), startNs);
    PaperVenue venue = new PaperVenue(paperSettings());
    for (String symbol : tapes.symbols()) {
      InstrumentConfig instrument = request.config().instrument(symbol);
      definitions.instrument(instrument);
      venue.list(instrument.priceIncrementE8(), instrument.lotE8());
    }
    request.positions().policies().values().forEach(definitions::policy);
    try (TapeCursor cursor = tapes.open()) {
      SimulationLoop loop =
          new SimulationLoop(
              pipeline,
              sink,
              venue,
              cursor,
              summaries.size(),
              schedule,
              definitions,
              request.pace(),
              watcher);
      long endNs = loop.run(startNs);
      node.engineStopped(endNs, StopReason.FINISHED);
    }
    pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
  }

  private long startNs() {
    long first = Math.min(schedule.nextPositionNs(), schedule.nextSignalNs());
    for (TapeSummary tape : summaries) {
      first = Math.min(first, tape.firstTimeNs());
    }
    return first;
  }

  private static List<Duty> duties(
      ChronicleJournal journal, TouchAhead touchAhead, JournalConfig settings) {
    List<Duty> duties = new ArrayList<>();
    duties.add(touchAhead::doWork);
    if (settings.durability() == Durability.BATCH) {
      duties.add(new BatchSync(journal)::doWork);
    }
    return duties;
  }

  private static JournalContext journalContext(
      JournalDirectory directory, int epoch, JournalConfig settings) {
    return new JournalContext()
        .directory(directory)
        .epoch(epoch)
        .durability(settings.durability())
        .blockSizeBytes(Math.toIntExact(settings.blockSizeBytes()))
        .preallocateBytes(settings.preallocateBytes())
        .maxGenerationBytes(settings.maxSizeBytes())
        .batchIntervalNs(settings.batchIntervalNs());
  }

  private PipelineContext pipelineContext(JournalConfig settings) {
    PipelineConfig pipeline = request.config().pipeline();
    return new PipelineContext()
        .topology(pipeline.topology())
        .profile(pipeline.profile())
        .ringSize(pipeline.ringSize())
        .outboundRingSize(pipeline.outboundRingSize())
        .maxPositions(request.config().maxPositions())
        .firstSequence(FIRST_SEQUENCE)
        .forceBeforeSend(settings.durability() == Durability.ORDER)
        .cores(pipeline.cores().engine(), pipeline.cores().journal());
  }

  private PaperSettings paperSettings() {
    PaperConfig paper = request.config().paper();
    return new PaperSettings(
        paper.latencyNs(),
        paper.slippageIncrements(),
        paper.partialFills().probabilityE6(),
        paper.partialFills().maxParts(),
        paper.reject().probabilityE6(),
        paper.reject().maxInARow(),
        paper.duplicateReportsE6(),
        paper.reportDelayNs(),
        request.seed());
  }
}
