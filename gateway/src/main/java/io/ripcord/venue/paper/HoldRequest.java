package io.ripcord.venue.paper;

import io.ripcord.event.Side;
import java.util.concurrent.CompletableFuture;

/** A booking on its way to the venue thread. */
record HoldRequest(
    long positionId,
    String symbol,
    Side side,
    long quantityE8,
    CompletableFuture<Boolean> answer) {}
