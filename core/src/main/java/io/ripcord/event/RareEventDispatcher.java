package io.ripcord.event;

import io.ripcord.event.codec.BracketStatusDecoder;
import io.ripcord.event.codec.CloseRequestedDecoder;
import io.ripcord.event.codec.EventSkippedDecoder;
import io.ripcord.event.codec.GroupDefinedDecoder;
import io.ripcord.event.codec.GroupMemberDecoder;
import io.ripcord.event.codec.GroupScopeCode;
import io.ripcord.event.codec.MessageHeaderDecoder;
import io.ripcord.event.codec.OrderStatusDecoder;
import io.ripcord.event.codec.PhaseChangedDecoder;
import io.ripcord.event.codec.PolicyAdoptedDecoder;
import io.ripcord.event.codec.PolicyWatchedDecoder;
import io.ripcord.event.codec.PositionAmendedDecoder;
import io.ripcord.event.codec.PositionUnregisteredDecoder;
import io.ripcord.event.codec.SessionStatusDecoder;
import io.ripcord.event.codec.TradingStateChangedDecoder;
import org.agrona.DirectBuffer;

/**
 * The part of {@link EventDispatcher} for inputs that are seldom: commands, sessions, answers about
 * orders, groups. Apart, so that the part for market data stays small enough to be compiled as a
 * whole.
 */
final class RareEventDispatcher {
  private final OrderStatusDecoder orderStatus = new OrderStatusDecoder();
  private final SessionStatusDecoder sessionStatus = new SessionStatusDecoder();
  private final PositionAmendedDecoder positionAmended = new PositionAmendedDecoder();
  private final PositionUnregisteredDecoder positionUnregistered =
      new PositionUnregisteredDecoder();
  private final CloseRequestedDecoder closeRequested = new CloseRequestedDecoder();
  private final TradingStateChangedDecoder tradingStateChanged = new TradingStateChangedDecoder();
  private final BracketStatusDecoder bracketStatus = new BracketStatusDecoder();
  private final GroupDefinedDecoder groupDefined = new GroupDefinedDecoder();
  private final GroupMemberDecoder groupMember = new GroupMemberDecoder();
  private final PhaseChangedDecoder phaseChanged = new PhaseChangedDecoder();
  private final PolicyAdoptedDecoder policyAdopted = new PolicyAdoptedDecoder();
  private final PolicyWatchedDecoder policyWatched = new PolicyWatchedDecoder();
  private final EventSkippedDecoder eventSkipped = new EventSkippedDecoder();

  void dispatch(
      long sequence,
      MessageHeaderDecoder header,
      DirectBuffer buffer,
      int at,
      EventListener listener) {
    int block = header.blockLength();
    int version = header.version();
    switch (header.templateId()) {
      case OrderStatusDecoder.TEMPLATE_ID ->
          orderStatus(sequence, buffer, at, block, version, listener);
      case SessionStatusDecoder.TEMPLATE_ID -> {
        SessionStatusDecoder d = sessionStatus.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onSessionStatus(SessionState.of(d.sessionState().value()));
      }
      case PositionAmendedDecoder.TEMPLATE_ID -> {
        PositionAmendedDecoder d = positionAmended.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onPositionAmended(d.positionId(), d.stopE8(), d.targetE8(), d.loosen() == 1);
      }
      case PositionUnregisteredDecoder.TEMPLATE_ID -> {
        PositionUnregisteredDecoder d = positionUnregistered.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onPositionUnregistered(d.positionId());
      }
      case CloseRequestedDecoder.TEMPLATE_ID -> {
        CloseRequestedDecoder d = closeRequested.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onCloseRequested(d.positionId(), d.quantityE8());
      }
      case TradingStateChangedDecoder.TEMPLATE_ID -> {
        TradingStateChangedDecoder d = tradingStateChanged.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onTradingStateChanged(TradingState.of(d.tradingState().value()));
      }
      case EventSkippedDecoder.TEMPLATE_ID -> {
        EventSkippedDecoder d = eventSkipped.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onEventSkipped(d.skippedSequence());
      }
      default -> definition(sequence, header, buffer, at, listener);
    }
  }

  private void definition(
      long sequence,
      MessageHeaderDecoder header,
      DirectBuffer buffer,
      int at,
      EventListener listener) {
    int block = header.blockLength();
    int version = header.version();
    switch (header.templateId()) {
      case PhaseChangedDecoder.TEMPLATE_ID -> {
        PhaseChangedDecoder d = phaseChanged.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onPhaseChanged(d.instrumentId(), SessionPhase.of(d.phase().value()));
      }
      case PolicyWatchedDecoder.TEMPLATE_ID -> {
        PolicyWatchedDecoder d = policyWatched.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onPolicyWatched(d.instrumentId(), d.policyId());
      }
      case PolicyAdoptedDecoder.TEMPLATE_ID -> {
        PolicyAdoptedDecoder d = policyAdopted.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onPolicyAdopted(d.positionId(), d.policyId(), d.squareOffNs());
      }
      case GroupDefinedDecoder.TEMPLATE_ID -> {
        GroupDefinedDecoder d = groupDefined.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onGroupDefined(
            d.groupId(),
            d.nameId(),
            d.stopE8(),
            d.targetE8(),
            d.lockAtE8(),
            d.lockFloorE8(),
            d.confirmNs(),
            d.staleNs(),
            // Absent before version 3 of the schema.
            d.scope() == GroupScopeCode.NULL_VAL
                ? GroupScope.STRATEGY
                : GroupScope.of(d.scope().value()));
      }
      case GroupMemberDecoder.TEMPLATE_ID -> {
        GroupMemberDecoder d = groupMember.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onGroupMember(d.groupId(), d.positionId());
      }
      case BracketStatusDecoder.TEMPLATE_ID -> {
        BracketStatusDecoder d = bracketStatus.wrap(buffer, at, block, version);
        EventDispatcher.open(sequence, d.origin(), listener);
        listener.onBracketStatus(
            d.positionId(),
            BracketState.of(d.bracketState().value()),
            d.stopE8(),
            d.targetE8(),
            TriggerSource.of(d.triggerSource().value()));
      }
      default -> throw Headers.unknown(header);
    }
  }

  private void orderStatus(
      long sequence, DirectBuffer buffer, int at, int block, int version, EventListener listener) {
    OrderStatusDecoder d = orderStatus.wrap(buffer, at, block, version);
    EventDispatcher.open(sequence, d.origin(), listener);
    int id = d.offset() + OrderStatusDecoder.clOrdIdEncodingOffset();
    listener.onOrderStatus(
        d.queryId(),
        ClOrdId.getHalf(d.buffer(), id),
        ClOrdId.getHalf(d.buffer(), id + ClOrdId.LENGTH / 2),
        OrdStatus.of(d.ordStatus().value()),
        d.cumQuantityE8(),
        d.leavesQuantityE8());
  }
}
