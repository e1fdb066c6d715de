package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.position.Position;

/** What a fill does to a position. Engine thread. */
final class Fills {
  private Fills() {}

  /** A fill of an exit takes off what is open; more than there may be is said. */
  static void reduce(
      OrderContext context,
      Position position,
      long quantityE8,
      long mostE8,
      long priceE8,
      long nowNs) {
    if (quantityE8 > mostE8) {
      context.notices.alert(AlertKind.OVER_FILL, position, mostE8, quantityE8, nowNs);
    }
    position.reduce(quantityE8);
    context.proceeds[position.slot()].add(
        position, context.instruments.get(position.instrumentId()), quantityE8, priceE8);
    context.notices.changed(position, nowNs);
  }
}
