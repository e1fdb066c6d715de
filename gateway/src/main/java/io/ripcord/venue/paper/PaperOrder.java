package io.ripcord.venue.paper;

import io.ripcord.event.Side;

/**
 * An order that the paper venue accepted.
 *
 * @param side of the position that it closes
 * @param dueNs when it has arrived and may trade
 */
record PaperOrder(
    long idHigh, long idLow, long positionId, Side side, long quantityE8, long dueNs) {}
