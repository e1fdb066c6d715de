package io.ripcord.node;

import io.ripcord.engine.EngineView;
import io.ripcord.event.PositionStatus;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * What an orderly stop leaves behind.
 *
 * @param open positions that are watched or on their way out, one phrase each, in order of id
 * @param exitsInFlight exits whose end is not proven
 */
public record StopReport(List<String> open, int exitsInFlight) {
  /** Copies the list. */
  public StopReport {
    open = List.copyOf(open);
  }

  static StopReport of(EngineView view, int exitsInFlight) {
    List<String> open = new ArrayList<>();
    for (Position position : view.positions().sortedById()) {
      boolean closing = position.status() == PositionStatus.CLOSING;
      if (closing || position.status() == PositionStatus.OPEN) {
        open.add(phrase(view, position, closing));
      }
    }
    return new StopReport(open, exitsInFlight);
  }

  private static String phrase(EngineView view, Position position, boolean closing) {
    long stopE8 = position.stop().levelE8();
    return "#"
        + position.id()
        + ' '
        + position.side()
        + ' '
        + E8.format(position.openQuantityE8())
        + ' '
        + view.symbol(position.instrumentId())
        + (stopE8 == E8.NULL ? " without a stop" : " stop " + E8.format(stopE8))
        + (closing ? " (its exit is under way)" : "");
  }

  /** One line for people. */
  public String sentence() {
    if (open.isEmpty()) {
      return "nothing stays open";
    }
    return "stays open: "
        + String.join(", ", open)
        + "; nothing was flattened; "
        + (open.size() == 1 ? "it is" : "they are")
        + " watched again after the next start";
  }
}
