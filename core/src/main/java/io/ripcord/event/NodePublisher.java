package io.ripcord.event;

import io.ripcord.event.codec.EngineStartedEncoder;
import io.ripcord.event.codec.EngineStoppedEncoder;
import io.ripcord.event.codec.EventSkippedEncoder;
import io.ripcord.event.codec.FileRoleCode;
import io.ripcord.event.codec.InputFileEncoder;
import io.ripcord.event.codec.PhaseChangedEncoder;
import io.ripcord.event.codec.SessionPhaseCode;
import io.ripcord.event.codec.StopReasonCode;
import io.ripcord.event.codec.TimerFiredEncoder;

/**
 * Publishes what the node itself says: start, files, due deadlines, phases of the market, stop. One
 * thread; waits for a slot when the ring is full.
 */
public final class NodePublisher extends Publisher {
  private final EngineStartedEncoder engineStarted = new EngineStartedEncoder();
  private final InputFileEncoder inputFile = new InputFileEncoder();
  private final TimerFiredEncoder timerFired = new TimerFiredEncoder();
  private final PhaseChangedEncoder phaseChanged = new PhaseChangedEncoder();
  private final EventSkippedEncoder eventSkipped = new EventSkippedEncoder();
  private final EngineStoppedEncoder engineStopped = new EngineStoppedEncoder();

  /** Publishes as {@code source}, one of {@link Sources}, into {@code sink}. */
  public NodePublisher(EventSink sink, int source) {
    super(sink, source);
  }

  /**
   * First event of a start; {@code buildId} has at most 40 ASCII characters, {@code configSha256}
   * 32 bytes.
   */
  public void engineStarted(
      long timeNs,
      int instance,
      int epoch,
      int decisionVersion,
      int maxPositions,
      String buildId,
      byte[] configSha256) {
    checkText("buildId", buildId, Texts.BUILD_ID_LENGTH);
    checkSha256("configSha256", configSha256);
    engineStarted.wrapAndApplyHeader(claim(), 0, header);
    stamp(engineStarted.origin(), timeNs);
    engineStarted
        .epoch(epoch)
        .eventSchemaVersion(EngineStartedEncoder.SCHEMA_VERSION)
        .decisionVersion(decisionVersion)
        .buildId(buildId)
        .putConfigSha256(configSha256, 0, configSha256.length)
        .instance(instance)
        .maxPositions(maxPositions);
    publish(EngineStartedEncoder.BLOCK_LENGTH);
  }

  /** A file that feeds the run; {@code sha256} has 32 bytes. */
  public void inputFile(long timeNs, FileRole role, long lengthBytes, byte[] sha256) {
    FileRoleCode roleCode = FileRoleCode.get(role.code());
    checkSha256("sha256", sha256);
    inputFile.wrapAndApplyHeader(claim(), 0, header);
    stamp(inputFile.origin(), timeNs);
    inputFile.role(roleCode).lengthBytes(lengthBytes).putContentSha256(sha256, 0, sha256.length);
    publish(InputFileEncoder.BLOCK_LENGTH);
  }

  /** The deadline {@code dueNs} has come. */
  public void timerFired(long timeNs, long dueNs) {
    timerFired.wrapAndApplyHeader(claim(), 0, header);
    stamp(timerFired.origin(), timeNs);
    timerFired.reserved(0).dueNs(dueNs);
    publish(TimerFiredEncoder.BLOCK_LENGTH);
  }

  /**
   * A market opens, pauses or closes; instrument -1 means every one. The time is when the phase
   * began: an opening that was missed is said later, and the session started then.
   */
  public void phaseChanged(long timeNs, int instrumentId, SessionPhase phase) {
    SessionPhaseCode phaseCode = SessionPhaseCode.get(phase.code());
    phaseChanged.wrapAndApplyHeader(claim(), 0, header);
    stamp(phaseChanged.origin(), timeNs);
    phaseChanged.instrumentId(instrumentId).phase(phaseCode).reserved(0);
    publish(PhaseChangedEncoder.BLOCK_LENGTH);
  }

  /** An earlier input is left out: it halted the engine twice. */
  public void eventSkipped(long timeNs, long skippedSequence) {
    eventSkipped.wrapAndApplyHeader(claim(), 0, header);
    stamp(eventSkipped.origin(), timeNs);
    eventSkipped.reserved(0).skippedSequence(skippedSequence);
    publish(EventSkippedEncoder.BLOCK_LENGTH);
  }

  /** Last event of an orderly stop. */
  public void engineStopped(long timeNs, StopReason reason) {
    StopReasonCode reasonCode = StopReasonCode.get(reason.code());
    engineStopped.wrapAndApplyHeader(claim(), 0, header);
    stamp(engineStopped.origin(), timeNs);
    engineStopped.reason(reasonCode);
    publish(EngineStoppedEncoder.BLOCK_LENGTH);
  }
}
