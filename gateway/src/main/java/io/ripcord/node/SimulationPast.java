package io.ripcord.node;

import io.ripcord.config.PositionConfig;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.FileRole;
import io.ripcord.event.InstrumentKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.SignalAction;
import io.ripcord.event.Sources;
import io.ripcord.event.Texts;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.journal.JournalReader;
import io.ripcord.replay.StopEvents;
import io.ripcord.venue.paper.PaperVenue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;

/**
 * What a simulation that was killed had come to, apart from the engine: its paper venue, made anew
 * from the market data and the orders in the journal, and which positions and signals of the files
 * had entered. Reports that are in the journal are not said again; an order that is there counts as
 * sent. One use, one thread.
 */
final class SimulationPast {
  private final Path directory;
  private final PaperVenue venue;
  private final List<SimulationRequest.HashedFile> files;
  private final byte[] configSha256;
  private final Set<Long> registered = new HashSet<>();
  private final Map<Long, Integer> joined = new HashMap<>();
  private final SilentSink sink = new SilentSink();
  private final ReportPublisher silent = new ReportPublisher(sink, Sources.PAPER_VENUE);
  private int signals;
  private long beganNs = Long.MAX_VALUE;

  /**
   * Reads the journal in {@code directory} into {@code venue}.
   *
   * @throws JournalDirectoryException when it was made from other files or settings
   */
  SimulationPast(
      Path directory,
      PaperVenue venue,
      List<SimulationRequest.HashedFile> files,
      byte[] configSha256) {
    this.directory = directory;
    this.venue = venue;
    this.files = files;
    this.configSha256 = configSha256;
    EventDispatcher inputs = new EventDispatcher();
    DecisionDispatcher decisions = new DecisionDispatcher();
    Inputs observer = new Inputs();
    try (JournalReader reader = JournalReader.open(directory, StopEvents.STOP)) {
      while (reader.next()) {
        DirectBuffer buffer = reader.buffer();
        int offset = reader.payloadOffset();
        if (reader.kind() == FrameDescriptor.KIND_INPUT) {
          inputs.dispatch(reader.sequence(), buffer, offset, reader.payloadLength(), observer);
        } else if (decisions.isForVenue(buffer, offset)) {
          decisions.dispatch(buffer, offset, reader.payloadLength(), venue);
        }
      }
    }
  }

  /** Ids of the positions that have entered. */
  Set<Long> registered() {
    return registered;
  }

  /** Time of the first event, {@link Long#MAX_VALUE} if there is none. */
  long beganNs() {
    return beganNs;
  }

  /** Those of the positions that have entered, without the groups that they have joined. */
  List<PositionConfig> unjoined(List<PositionConfig> positions) {
    List<PositionConfig> left = new ArrayList<>();
    for (PositionConfig position : positions) {
      int done = joined.getOrDefault(position.id(), 0);
      if (registered.contains(position.id()) && done < position.groups().size()) {
        left.add(position.withGroups(position.groups().subList(done, position.groups().size())));
      }
    }
    return left;
  }

  /** How many signals have entered. */
  int signals() {
    return signals;
  }

  private final class Inputs extends EventObserver {
    private long timeNs;
    private int nextFile;
    private long reportsHeld;

    @Override
    public void onInput(long sequence, long newTimeNs, int source, long sourceSequence) {
      // The opening of a session may be said late.
      timeNs = beganNs == Long.MAX_VALUE ? newTimeNs : Math.max(timeNs, newTimeNs);
      beganNs = Math.min(beganNs, timeNs);
      venue.now(newTimeNs);
      if (source != Sources.PAPER_VENUE) {
        // A saying of several events may have been cut short: its rest is void.
        reportsHeld = sink.published();
        return;
      }
      if (reportsHeld == sink.published()) {
        venue.publishNext(silent);
      }
      reportsHeld++;
    }

    @Override
    public void onEngineStarted(
        int instance,
        int epoch,
        int maxPositions,
        int schemaVersion,
        int decisionVersion,
        DirectBuffer bytes,
        int buildIdOffset,
        int configSha256Offset) {
      nextFile = 0;
      String held = Texts.hex(bytes, configSha256Offset, Texts.SHA_256_LENGTH);
      String ours = HexFormat.of().formatHex(configSha256);
      if (!held.equals(ours)) {
        throw new JournalDirectoryException(
            directory + ": was made with another configuration or seed, expected the same");
      }
    }

    @Override
    public void onInputFile(FileRole role, long lengthBytes, DirectBuffer sha256, int offset) {
      String held = Texts.hex(sha256, offset, Texts.SHA_256_LENGTH);
      boolean same =
          nextFile < files.size()
              && files.get(nextFile).role() == role
              && files.get(nextFile).sha256().equals(held);
      if (!same) {
        throw new JournalDirectoryException(
            directory + ": was made from another " + role + ", expected one with SHA-256 " + held);
      }
      nextFile++;
    }

    @Override
    public void onInstrumentDefined(
        int instrumentId,
        int nameId,
        long priceIncrementE8,
        long lotE8,
        long multiplierE8,
        boolean inverse,
        long feePercentE6,
        long badTickPercentE6,
        long badTickConfirmNs,
        InstrumentKind kind) {
      venue.list(priceIncrementE8, lotE8);
    }

    @Override
    public void onPositionRegistered(
        long positionId,
        int instrumentId,
        Side side,
        long quantityE8,
        long entryPriceE8,
        long leverageE8,
        int policyId,
        long squareOffNs) {
      registered.add(positionId);
      venue.hold(positionId, instrumentId, side, quantityE8);
    }

    @Override
    public void onGroupMember(int groupId, long positionId) {
      joined.merge(positionId, 1, Integer::sum);
    }

    @Override
    public void onSignal(int instrumentId, long positionId, SignalAction action) {
      signals++;
    }

    @Override
    public void onTick(
        int instrumentId,
        long venueTimeNs,
        long lastE8,
        long lastQuantityE8,
        long bidE8,
        long askE8) {
      if (SimulationLoop.isUsable(lastE8)) {
        venue.onMarketData(instrumentId, timeNs, lastE8, bidE8, askE8);
      }
    }
  }
}
