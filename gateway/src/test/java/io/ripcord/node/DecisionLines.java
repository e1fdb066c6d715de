package io.ripcord.node;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalReader;
import io.ripcord.replay.StopEvents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an engine decided, one line each, position by position, but for what names its start: order
 * ids and questions. A start asks anew, so the moment of a proof belongs to the questions.
 */
final class DecisionLines extends DecisionObserver {
  private final Map<Long, List<String>> lines = new TreeMap<>();

  private DecisionLines() {}

  /** Of the journal in this directory, which must be whole. */
  static Map<Long, List<String>> of(Path journal) {
    DecisionLines decisions = new DecisionLines();
    DecisionDispatcher dispatcher = new DecisionDispatcher();
    try (JournalReader reader = JournalReader.open(journal, StopEvents.STOP)) {
      while (reader.next()) {
        if (reader.kind() == FrameDescriptor.KIND_DECISION) {
          dispatcher.dispatch(
              reader.buffer(), reader.payloadOffset(), reader.payloadLength(), decisions);
        }
      }
      if (reader.problem() != null) {
        throw new AssertionError(reader.problem().message());
      }
    }
    return decisions.lines;
  }

  private void add(long positionId, Object... words) {
    lines
        .computeIfAbsent(positionId, id -> new ArrayList<>())
        .add(Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(" ")));
  }

  @Override
  public void onExitOrder(
      long timeNs,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow,
      Side side,
      OrderType orderType,
      long quantityE8,
      int attempt,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      long triggerTimeNs) {
    add(
        positionId,
        timeNs,
        "order",
        side,
        orderType,
        quantityE8,
        "attempt",
        attempt,
        reason,
        source,
        levelE8,
        triggerPriceE8,
        triggerTimeNs);
  }

  @Override
  public void onPositionChanged(
      long timeNs,
      long positionId,
      int instrumentId,
      PositionStatus status,
      long openQuantityE8,
      long exitPriceE8,
      long realizedPnlE8,
      long entryPriceE8,
      long quantityE8) {
    boolean isProof = status == PositionStatus.CLOSED;
    add(positionId, isProof ? "proof" : timeNs, status, openQuantityE8, exitPriceE8, realizedPnlE8);
  }

  @Override
  public void onAlert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
    add(positionId, timeNs, kind, first, second);
  }
}
