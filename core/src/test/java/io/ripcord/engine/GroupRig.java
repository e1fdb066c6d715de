package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.GroupDesk;
import io.ripcord.testing.RecordedDecisions.Alert;
import java.util.List;

/** An engine with a policy whose own stop is far away, and a desk for its groups. */
final class GroupRig {
  static final long MS = 1_000_000L;
  static final long SECOND = EngineHarness.SECOND_NS;
  static final long CONFIRM = 500 * MS;

  final EngineHarness engine = new EngineHarness().policy(p -> p.stopPercent("90"));
  final GroupDesk desk = new GroupDesk(engine);

  /** Time passes; the engine is woken when it asked for it, and at the end. */
  GroupRig pass(long durationNs) {
    long untilNs = engine.nowNs() + durationNs;
    while (engine.engine().nextDeadlineNs() <= untilNs) {
      engine.timer();
    }
    engine.at(untilNs);
    return this;
  }

  /** Value of a group as text, {@code "null"} while it is unknown. */
  String value(int group) {
    return E8.format(status(group).valueE8());
  }

  GroupStatus status(int group) {
    return engine.engine().view().group(group);
  }

  /** The orders since the last call, as {@code id reason source}. */
  List<String> orders() {
    List<String> orders =
        engine.decisions().orders().stream()
            .map(o -> o.positionId() + " " + o.reason() + " " + o.source())
            .toList();
    return orders;
  }

  List<AlertKind> alerts() {
    return engine.decisions().alertKinds();
  }

  /** The last alert of a kind; there must be one. */
  Alert alert(AlertKind kind) {
    return engine.decisions().alerts().stream()
        .filter(alert -> alert.kind() == kind)
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
