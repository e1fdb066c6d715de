package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.testing.RecordedDecisions.Alert;
import io.ripcord.testing.naive.NaiveAlert;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The engine's alerts in the oracle's own words. */
final class ScenarioAlerts {
  private static final Set<AlertKind> POSITION_ALERTS =
      EnumSet.of(
          AlertKind.RUNG_SKIPPED,
          AlertKind.STALE,
          AlertKind.BREACH_OUTSIDE_SESSION,
          AlertKind.SQUARE_OFF_OVERDUE,
          AlertKind.POLICY_ADOPTED,
          AlertKind.COMMAND_REFUSED);

  private final List<NaiveAlert> rows = new ArrayList<>();

  /**
   * Takes an alert. A gap counts once per instrument and event, however many positions are told.
   *
   * @return whether the oracle knows this kind
   */
  boolean add(Alert alert, String symbol) {
    boolean isGap = alert.kind() == AlertKind.GAP;
    if (!isGap && !POSITION_ALERTS.contains(alert.kind())) {
      return false;
    }
    NaiveAlert row =
        new NaiveAlert(
            alert.kind().name(),
            alert.timeNs(),
            symbol,
            isGap ? null : Long.valueOf(alert.positionId()),
            isGap ? Scales.decimal(alert.first()) : null,
            isGap ? Scales.decimal(alert.second()) : null);
    if (!isGap || rows.isEmpty() || !rows.get(rows.size() - 1).equals(row)) {
      rows.add(row);
    }
    return true;
  }

  List<NaiveAlert> rows() {
    return rows.stream().sorted(NaiveAlert.ORDER).toList();
  }
}
