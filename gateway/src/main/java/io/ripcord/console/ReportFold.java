package io.ripcord.console;

import io.ripcord.engine.EngineView;
import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.GroupScope;
import io.ripcord.event.InstrumentKind;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.event.Texts;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.replay.ReplayObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/**
 * Folds the frames of a journal into rows of exits, alerts and counters. The same fold serves the
 * report of a finished run and the lines that appear while one goes on. One thread.
 */
public final class ReportFold implements ReplayObserver {
  private final EventDispatcher inputDispatcher = new EventDispatcher();
  private final DecisionDispatcher decisionDispatcher = new DecisionDispatcher();
  private final Inputs inputs = new Inputs();
  private final Decisions decisions = new Decisions();
  private final Consumer<AlertRow> onAlert;
  private final Map<Integer, String> names = new HashMap<>();
  private final List<String> symbols = new ArrayList<>();
  private final Map<Integer, String> groups = new HashMap<>();
  private final Set<Long> executions = new HashSet<>();
  private final PositionRows rows;
  private final List<AlertRow> alerts = new ArrayList<>();
  private final Map<String, Long> counters = new TreeMap<>();

  /**
   * Folds, and tells {@code onProven} of every exit that the venue has proved flat, and of every
   * part that is filled.
   */
  public ReportFold(Consumer<ExitRow> onProven) {
    this(onProven, row -> {});
  }

  /** As the other, and tells {@code onAlert} of every alert. */
  public ReportFold(Consumer<ExitRow> onProven, Consumer<AlertRow> onAlert) {
    rows = new PositionRows(onProven);
    this.onAlert = onAlert;
  }

  /** Begins in the middle of a journal, where {@code known} is what came before. */
  public void startFrom(EngineView known) {
    for (int id = 1; id <= known.names().last(); id++) {
      names.put(id, known.names().name(id));
    }
    for (int id = 0; id < known.instruments().count(); id++) {
      symbols.add(known.symbol(id));
    }
    known.groups().forEach(group -> groups.put(group.id(), known.groupName(group.id())));
    for (Position position : known.positions().sortedById()) {
      rows.hold(position.id(), position.entryPriceE8(), known.realizedPnlE8(position));
    }
  }

  /** Exits in the order in which they were decided. */
  public List<ExitRow> exits() {
    return rows.exits();
  }

  /** What was added to positions, in the order of the first fills. */
  public List<EntryRow> entries() {
    return rows.entries();
  }

  /** Alerts in their order. */
  public List<AlertRow> alerts() {
    return alerts;
  }

  /** How many of what, by name. */
  public Map<String, Long> counters() {
    return counters;
  }

  /** Symbol of an instrument. */
  public String symbol(int instrumentId) {
    return instrumentId >= 0 && instrumentId < symbols.size() ? symbols.get(instrumentId) : "";
  }

  @Override
  public void onInput(long sequence, DirectBuffer buffer, int offset, int length) {
    inputDispatcher.dispatch(sequence, buffer, offset, length, inputs);
  }

  @Override
  public void onDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    decisionDispatcher.dispatch(buffer, offset, length, decisions);
  }

  private void count(String what) {
    counters.merge(what, 1L, Long::sum);
  }

  private final class Inputs extends EventObserver {
    private long timeNs;

    @Override
    public void onInput(long sequence, long newTimeNs, int source, long sourceSequence) {
      timeNs = newTimeNs;
      rows.nextInput();
    }

    @Override
    public void onNameDefined(int nameId, DirectBuffer text, int offset, int length) {
      names.put(nameId, Texts.ascii(text, offset, length));
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
      symbols.add(names.get(nameId));
    }

    @Override
    public void onGroupDefined(
        int groupId,
        int nameId,
        long stopE8,
        long targetE8,
        long lockAtE8,
        long lockFloorE8,
        long confirmNs,
        long staleNs,
        GroupScope scope) {
      groups.put(groupId, names.get(nameId));
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
      rows.hold(positionId, entryPriceE8, 0);
      count("positions");
    }

    @Override
    public void onTick(
        int instrumentId,
        long venueTimeNs,
        long lastE8,
        long lastQuantityE8,
        long bidE8,
        long askE8) {
      count("ticks");
      count(lastE8 == E8.NULL ? "quotes" : "trades");
    }

    @Override
    public void onExecutionReport(
        long clOrdIdHigh,
        long clOrdIdLow,
        ExecType execType,
        long execId,
        long lastQuantityE8,
        long lastPriceE8,
        long cumQuantityE8,
        long leavesQuantityE8,
        RejectKind rejectKind) {
      // A venue may tell of an execution twice, and does when it is asked about its order.
      if (!executions.add(execId)) {
        return;
      }
      if (execType == ExecType.TRADE) {
        count("fills");
        String order = ClOrdId.format(clOrdIdHigh, clOrdIdLow);
        if (rows.fill(order, lastQuantityE8, lastPriceE8, timeNs)) {
          count("entries");
        }
      } else if (execType == ExecType.REJECTED) {
        count("rejects");
      }
    }
  }

  private final class Decisions extends DecisionObserver {
    @Override
    public void onExitOrder(
        long decidedNs,
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
      String id = ClOrdId.format(clOrdIdHigh, clOrdIdLow);
      if (!rows.isNew(id)) {
        return;
      }
      count("orders");
      rows.exitOrder(
          id,
          new ExitRow(
              positionId,
              ClOrdId.kind(clOrdIdLow) == ClOrdId.KIND_BOOKING,
              symbol(instrumentId),
              side,
              rows.entryPriceE8(positionId),
              reason,
              source,
              quantityE8,
              levelE8,
              triggerTimeNs,
              triggerPriceE8));
    }

    @Override
    public void onEntryOrder(
        long timeNs,
        long positionId,
        int instrumentId,
        long clOrdIdHigh,
        long clOrdIdLow,
        Side side,
        OrderType orderType,
        long quantityE8,
        int attempt,
        long levelE8,
        long triggerPriceE8) {
      String id = ClOrdId.format(clOrdIdHigh, clOrdIdLow);
      if (rows.isNew(id)) {
        count("entryOrders");
        rows.entryOrder(
            new EntryRow(positionId, symbol(instrumentId), levelE8, triggerPriceE8, id));
      }
    }

    @Override
    public void onPositionChanged(
        long changedNs,
        long positionId,
        int instrumentId,
        PositionStatus status,
        long openQuantityE8,
        long exitPriceE8,
        long realizedPnlE8,
        long entryPriceE8,
        long quantityE8) {
      rows.changed(positionId, status, exitPriceE8, realizedPnlE8, entryPriceE8, changedNs);
    }

    @Override
    public void onAlert(
        long alertNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
      boolean isGroup = kind == AlertKind.GROUP_FIRED || kind == AlertKind.GROUP_STALE;
      String group = isGroup ? groups.getOrDefault((int) first, "") : "";
      AlertRow row =
          new AlertRow(alertNs, kind, positionId, symbol(instrumentId), first, second, group);
      alerts.add(row);
      onAlert.accept(row);
    }
  }
}
