package io.ripcord.event;

import io.ripcord.event.codec.InstrumentDefinedEncoder;
import io.ripcord.event.codec.LadderRungPartEncoder;
import io.ripcord.event.codec.NameDefinedEncoder;
import io.ripcord.event.codec.PolicyBeginEncoder;
import io.ripcord.event.codec.PolicyEndEncoder;
import io.ripcord.event.codec.StopLossPartEncoder;
import io.ripcord.event.codec.TakeProfitPartEncoder;
import io.ripcord.event.codec.TrailingPartEncoder;

/**
 * Publishes names, instruments and policies. One thread; waits for a slot when the ring is full. A
 * policy takes effect at its end.
 */
public final class DefinitionPublisher extends Publisher {
  private final NameDefinedEncoder nameDefined = new NameDefinedEncoder();
  private final InstrumentDefinedEncoder instrumentDefined = new InstrumentDefinedEncoder();
  private final PolicyBeginEncoder policyBegin = new PolicyBeginEncoder();
  private final StopLossPartEncoder stopLossPart = new StopLossPartEncoder();
  private final TakeProfitPartEncoder takeProfitPart = new TakeProfitPartEncoder();
  private final LadderRungPartEncoder ladderRungPart = new LadderRungPartEncoder();
  private final TrailingPartEncoder trailingPart = new TrailingPartEncoder();
  private final PolicyEndEncoder policyEnd = new PolicyEndEncoder();

  /** Publishes as {@code source}, one of {@link Sources}, into {@code sink}. */
  public DefinitionPublisher(EventSink sink, int source) {
    super(sink, source);
  }

  /** Gives a name of at most 64 ASCII characters a number. */
  public void nameDefined(long timeNs, int nameId, String text) {
    checkText("name", text, Texts.NAME_LENGTH);
    nameDefined.wrapAndApplyHeader(claim(), 0, header);
    stamp(nameDefined.origin(), timeNs);
    nameDefined.nameId(nameId).text(text);
    publish(NameDefinedEncoder.BLOCK_LENGTH);
  }

  /** An instrument, with its steps. */
  public void instrumentDefined(
      long timeNs,
      int instrumentId,
      int nameId,
      long priceIncrementE8,
      long lotE8,
      long multiplierE8) {
    instrumentDefined.wrapAndApplyHeader(claim(), 0, header);
    stamp(instrumentDefined.origin(), timeNs);
    instrumentDefined
        .instrumentId(instrumentId)
        .priceIncrementE8(priceIncrementE8)
        .lotE8(lotE8)
        .multiplierE8(multiplierE8)
        .nameId(nameId)
        .reserved(0);
    publish(InstrumentDefinedEncoder.BLOCK_LENGTH);
  }

  /** Opens a policy of {@code partCount} parts. */
  public void policyBegin(
      long timeNs, int policyId, int nameId, int version, int partCount, boolean signalExit) {
    policyBegin.wrapAndApplyHeader(claim(), 0, header);
    stamp(policyBegin.origin(), timeNs);
    policyBegin
        .policyId(policyId)
        .nameId(nameId)
        .policyVersion(version)
        .partCount(partCount)
        .signalExit(signalExit ? 1 : 0);
    publish(PolicyBeginEncoder.BLOCK_LENGTH);
  }

  /** Fixed stop; exactly one of the three is not null. */
  public void stopLossPart(long timeNs, int policyId, long priceE8, long percentE6, long ticks) {
    stopLossPart.wrapAndApplyHeader(claim(), 0, header);
    stamp(stopLossPart.origin(), timeNs);
    stopLossPart.policyId(policyId).priceE8(priceE8).percentE6(percentE6).ticks(ticks);
    publish(StopLossPartEncoder.BLOCK_LENGTH);
  }

  /** Fixed target; exactly one of the two is not null. */
  public void takeProfitPart(long timeNs, int policyId, long priceE8, long percentE6) {
    takeProfitPart.wrapAndApplyHeader(claim(), 0, header);
    stamp(takeProfitPart.origin(), timeNs);
    takeProfitPart.policyId(policyId).priceE8(priceE8).percentE6(percentE6);
    publish(TakeProfitPartEncoder.BLOCK_LENGTH);
  }

  /** A rung of a time-graded target, in order of time; a null percentage exits at any price. */
  public void ladderRungPart(long timeNs, int policyId, long afterNs, long percentE6) {
    ladderRungPart.wrapAndApplyHeader(claim(), 0, header);
    stamp(ladderRungPart.origin(), timeNs);
    ladderRungPart.policyId(policyId).afterNs(afterNs).percentE6(percentE6);
    publish(LadderRungPartEncoder.BLOCK_LENGTH);
  }

  /** Trailing stop. */
  public void trailingPart(
      long timeNs,
      int policyId,
      long percentE6,
      long activateAtE6,
      long stepE6,
      long tightenAtE6,
      long tightenPercentE6) {
    trailingPart.wrapAndApplyHeader(claim(), 0, header);
    stamp(trailingPart.origin(), timeNs);
    trailingPart
        .policyId(policyId)
        .percentE6(percentE6)
        .activateAtE6(activateAtE6)
        .stepE6(stepE6)
        .tightenAtE6(tightenAtE6)
        .tightenPercentE6(tightenPercentE6);
    publish(TrailingPartEncoder.BLOCK_LENGTH);
  }

  /** The policy takes effect. */
  public void policyEnd(long timeNs, int policyId, int version, int partCount) {
    policyEnd.wrapAndApplyHeader(claim(), 0, header);
    stamp(policyEnd.origin(), timeNs);
    policyEnd.policyId(policyId).policyVersion(version).partCount(partCount);
    publish(PolicyEndEncoder.BLOCK_LENGTH);
  }
}
