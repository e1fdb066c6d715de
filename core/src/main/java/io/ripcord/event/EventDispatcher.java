package io.ripcord.event;

import io.ripcord.event.codec.ConflatedTickDecoder;
import io.ripcord.event.codec.EngineStartedDecoder;
import io.ripcord.event.codec.EngineStoppedDecoder;
import io.ripcord.event.codec.EventSkippedDecoder;
import io.ripcord.event.codec.ExecutionReportDecoder;
import io.ripcord.event.codec.InputFileDecoder;
import io.ripcord.event.codec.InstrumentDefinedDecoder;
import io.ripcord.event.codec.InstrumentKindCode;
import io.ripcord.event.codec.MarkPriceDecoder;
import io.ripcord.event.codec.MessageHeaderDecoder;
import io.ripcord.event.codec.NameDefinedDecoder;
import io.ripcord.event.codec.OrderSentDecoder;
import io.ripcord.event.codec.OriginDecoder;
import io.ripcord.event.codec.PolicyBeginDecoder;
import io.ripcord.event.codec.PolicyEndDecoder;
import io.ripcord.event.codec.PositionRegisteredDecoder;
import io.ripcord.event.codec.RulePartDecoder;
import io.ripcord.event.codec.SignalReceivedDecoder;
import io.ripcord.event.codec.TickDecoder;
import io.ripcord.event.codec.TimerFiredDecoder;
import io.ripcord.event.codec.VenuePositionDecoder;
import io.ripcord.event.codec.VenuePositionsBeginDecoder;
import io.ripcord.event.codec.VenuePositionsEndDecoder;
import io.ripcord.money.E8;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Turns the bytes of an input into a call of an {@link EventListener}: the one place that knows
 * which template is which method. Wraps with the block length and version that the header carries,
 * so that bytes of an older schema still decode.
 *
 * <p>One thread per instance. Allocates nothing. Bytes that are no known input raise {@link
 * IllegalArgumentException}, which halts a pipeline and ends a replay.
 */
public final class EventDispatcher {
  private static final int HALF_ID = ClOrdId.LENGTH / 2;

  private final RareEventDispatcher rare = new RareEventDispatcher();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final EngineStartedDecoder engineStarted = new EngineStartedDecoder();
  private final InputFileDecoder inputFile = new InputFileDecoder();
  private final NameDefinedDecoder nameDefined = new NameDefinedDecoder();
  private final InstrumentDefinedDecoder instrumentDefined = new InstrumentDefinedDecoder();
  private final PolicyBeginDecoder policyBegin = new PolicyBeginDecoder();
  private final RulePartDecoder rulePart = new RulePartDecoder();
  private final PolicyEndDecoder policyEnd = new PolicyEndDecoder();
  private final PositionRegisteredDecoder positionRegistered = new PositionRegisteredDecoder();
  private final TickDecoder tick = new TickDecoder();
  private final ConflatedTickDecoder conflatedTick = new ConflatedTickDecoder();
  private final MarkPriceDecoder markPrice = new MarkPriceDecoder();
  private final SignalReceivedDecoder signalReceived = new SignalReceivedDecoder();
  private final TimerFiredDecoder timerFired = new TimerFiredDecoder();
  private final OrderSentDecoder orderSent = new OrderSentDecoder();
  private final ExecutionReportDecoder executionReport = new ExecutionReportDecoder();
  private final VenuePositionsBeginDecoder venuePositionsBegin = new VenuePositionsBeginDecoder();
  private final VenuePositionDecoder venuePosition = new VenuePositionDecoder();
  private final VenuePositionsEndDecoder venuePositionsEnd = new VenuePositionsEndDecoder();
  private final EngineStoppedDecoder engineStopped = new EngineStoppedDecoder();

  /** Whether these bytes are the record of an orderly stop. */
  public static boolean isEngineStopped(DirectBuffer buffer, int offset, int length) {
    return isTemplate(EngineStoppedDecoder.TEMPLATE_ID, buffer, offset, length);
  }

  /** The input that these bytes say to leave out, {@link E8#NULL} if they are no such record. */
  public static long skippedSequence(DirectBuffer buffer, int offset, int length) {
    return isTemplate(EventSkippedDecoder.TEMPLATE_ID, buffer, offset, length)
        ? buffer.getLong(
            offset
                + MessageHeaderDecoder.ENCODED_LENGTH
                + EventSkippedDecoder.skippedSequenceEncodingOffset(),
            ByteOrder.LITTLE_ENDIAN)
        : E8.NULL;
  }

  private static boolean isTemplate(int template, DirectBuffer buffer, int offset, int length) {
    return length >= MessageHeaderDecoder.ENCODED_LENGTH
        && buffer.getShort(
                offset + MessageHeaderDecoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
            == template;
  }

  /** Decodes one input and calls {@code listener} twice: {@code onInput}, then its kind. */
  public void dispatch(
      long sequence, DirectBuffer buffer, int offset, int length, EventListener listener) {
    header.wrap(buffer, offset);
    Headers.check(header, length);
    int at = offset + MessageHeaderDecoder.ENCODED_LENGTH;
    int block = header.blockLength();
    int version = header.version();
    switch (header.templateId()) {
      case EngineStartedDecoder.TEMPLATE_ID ->
          engineStarted(sequence, buffer, at, block, version, listener);
      case InputFileDecoder.TEMPLATE_ID ->
          inputFile(sequence, buffer, at, block, version, listener);
      case NameDefinedDecoder.TEMPLATE_ID ->
          nameDefined(sequence, buffer, at, block, version, listener);
      case InstrumentDefinedDecoder.TEMPLATE_ID ->
          instrumentDefined(sequence, buffer, at, block, version, listener);
      case PolicyBeginDecoder.TEMPLATE_ID ->
          policyBegin(sequence, buffer, at, block, version, listener);
      case RulePartDecoder.TEMPLATE_ID -> rulePart(sequence, buffer, at, block, version, listener);
      case PolicyEndDecoder.TEMPLATE_ID ->
          policyEnd(sequence, buffer, at, block, version, listener);
      case PositionRegisteredDecoder.TEMPLATE_ID ->
          positionRegistered(sequence, buffer, at, block, version, listener);
      case TickDecoder.TEMPLATE_ID -> tick(sequence, buffer, at, block, version, listener);
      case ConflatedTickDecoder.TEMPLATE_ID ->
          conflatedTick(sequence, buffer, at, block, version, listener);
      case MarkPriceDecoder.TEMPLATE_ID ->
          markPrice(sequence, buffer, at, block, version, listener);
      case SignalReceivedDecoder.TEMPLATE_ID ->
          signalReceived(sequence, buffer, at, block, version, listener);
      case TimerFiredDecoder.TEMPLATE_ID ->
          timerFired(sequence, buffer, at, block, version, listener);
      case OrderSentDecoder.TEMPLATE_ID ->
          orderSent(sequence, buffer, at, block, version, listener);
      case ExecutionReportDecoder.TEMPLATE_ID ->
          executionReport(sequence, buffer, at, block, version, listener);
      case VenuePositionsBeginDecoder.TEMPLATE_ID ->
          venuePositionsBegin(sequence, buffer, at, block, version, listener);
      case VenuePositionDecoder.TEMPLATE_ID ->
          venuePosition(sequence, buffer, at, block, version, listener);
      case VenuePositionsEndDecoder.TEMPLATE_ID ->
          venuePositionsEnd(sequence, buffer, at, block, version, listener);
      case EngineStoppedDecoder.TEMPLATE_ID ->
          engineStopped(sequence, buffer, at, block, version, listener);
      default -> rare.dispatch(sequence, header, buffer, at, listener);
    }
  }

  static void open(long sequence, OriginDecoder origin, EventListener listener) {
    listener.onInput(sequence, origin.timeNs(), origin.source(), origin.sourceSequence());
  }

  private void engineStarted(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    EngineStartedDecoder d = engineStarted.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onEngineStarted(
        d.instance(),
        d.epoch(),
        d.maxPositions(),
        d.eventSchemaVersion(),
        d.decisionVersion(),
        d.buffer(),
        d.offset() + EngineStartedDecoder.buildIdEncodingOffset(),
        d.offset() + EngineStartedDecoder.configSha256EncodingOffset());
  }

  private void inputFile(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    InputFileDecoder d = inputFile.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onInputFile(
        FileRole.of(d.role().value()),
        d.lengthBytes(),
        d.buffer(),
        d.offset() + InputFileDecoder.contentSha256EncodingOffset());
  }

  private void nameDefined(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    NameDefinedDecoder d = nameDefined.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onNameDefined(
        d.nameId(),
        d.buffer(),
        d.offset() + NameDefinedDecoder.textEncodingOffset(),
        NameDefinedDecoder.textLength());
  }

  private void instrumentDefined(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    InstrumentDefinedDecoder d = instrumentDefined.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onInstrumentDefined(
        d.instrumentId(),
        d.nameId(),
        d.priceIncrementE8(),
        d.lotE8(),
        d.multiplierE8(),
        d.inverse() == 1,
        d.feePercentE6(),
        d.badTickPercentE6(),
        d.badTickConfirmNs(),
        // Absent before version 3 of the schema.
        d.kind() == InstrumentKindCode.NULL_VAL
            ? InstrumentKind.SPOT
            : InstrumentKind.of(d.kind().value()));
  }

  private void policyBegin(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    PolicyBeginDecoder d = policyBegin.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onPolicyBegin(
        d.policyId(), d.nameId(), d.policyVersion(), d.partCount(), d.signalExit() == 1);
  }

  private void rulePart(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    RulePartDecoder d = rulePart.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onRulePart(
        d.policyId(),
        d.ruleIndex(),
        d.ruleKind(),
        d.count(),
        d.p1(),
        d.p2(),
        d.p3(),
        d.p4(),
        d.p5(),
        d.p6(),
        d.p7(),
        d.p8());
  }

  private void policyEnd(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    PolicyEndDecoder d = policyEnd.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onPolicyEnd(d.policyId(), d.policyVersion(), d.partCount());
  }

  private void positionRegistered(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    PositionRegisteredDecoder d = positionRegistered.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onPositionRegistered(
        d.positionId(),
        d.instrumentId(),
        Side.of(d.side().value()),
        d.quantityE8(),
        d.entryPriceE8(),
        d.leverageE8(),
        d.policyId(),
        d.squareOffNs());
  }

  private void tick(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    TickDecoder d = tick.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onTick(
        d.instrumentId(), d.venueTimeNs(), d.lastE8(), d.lastQuantityE8(), d.bidE8(), d.askE8());
  }

  private void conflatedTick(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    ConflatedTickDecoder d = conflatedTick.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onConflatedTick(
        d.instrumentId(),
        d.venueTimeNs(),
        d.lastE8(),
        d.highE8(),
        d.lowE8(),
        d.highFirst() == 1,
        d.bidE8(),
        d.askE8(),
        d.tickCount());
  }

  private void markPrice(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    MarkPriceDecoder d = markPrice.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onMarkPrice(d.instrumentId(), d.venueTimeNs(), d.markE8());
  }

  private void signalReceived(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    SignalReceivedDecoder d = signalReceived.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onSignal(d.instrumentId(), d.positionId(), SignalAction.of(d.action().value()));
  }

  private void timerFired(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    TimerFiredDecoder d = timerFired.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onTimer(d.dueNs());
  }

  private void orderSent(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    OrderSentDecoder d = orderSent.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    int id = d.offset() + OrderSentDecoder.clOrdIdEncodingOffset();
    listener.onOrderSent(
        ClOrdId.getHalf(d.buffer(), id), ClOrdId.getHalf(d.buffer(), id + HALF_ID));
  }

  private void executionReport(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    ExecutionReportDecoder d = executionReport.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    int id = d.offset() + ExecutionReportDecoder.clOrdIdEncodingOffset();
    listener.onExecutionReport(
        ClOrdId.getHalf(d.buffer(), id),
        ClOrdId.getHalf(d.buffer(), id + HALF_ID),
        ExecType.of(d.execType().value()),
        d.execId(),
        d.lastQuantityE8(),
        d.lastPriceE8(),
        d.cumQuantityE8(),
        d.leavesQuantityE8(),
        RejectKind.of(d.rejectCode().value()));
  }

  private void venuePositionsBegin(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    VenuePositionsBeginDecoder d = venuePositionsBegin.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onVenuePositionsBegin(d.queryId(), d.rowCount());
  }

  private void venuePosition(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    VenuePositionDecoder d = venuePosition.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onVenuePosition(d.queryId(), d.positionId(), d.instrumentId(), d.netQuantityE8());
  }

  private void venuePositionsEnd(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    VenuePositionsEndDecoder d = venuePositionsEnd.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onVenuePositionsEnd(d.queryId(), d.rowCount());
  }

  private void engineStopped(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    EngineStoppedDecoder d = engineStopped.wrap(buffer, at, block, version);
    open(sequence, d.origin(), listener);
    listener.onEngineStopped(StopReason.of(d.reason().value()));
  }
}
