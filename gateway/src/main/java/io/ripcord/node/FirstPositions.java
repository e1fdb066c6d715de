package io.ripcord.node;

import io.ripcord.config.PositionConfig;
import io.ripcord.console.InstrumentRow;
import io.ripcord.console.LiveState;
import io.ripcord.console.PositionRow;
import io.ripcord.control.Command;
import io.ripcord.control.CommandPort;
import io.ripcord.control.CommandResult;
import io.ripcord.event.PositionStatus;
import io.ripcord.log.NodeLog;
import io.ripcord.money.E8;
import io.ripcord.pipeline.Duty;
import io.ripcord.venue.VenueAdapter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Registers the positions of the configuration, each once in the life of a journal: one that the
 * journal knows is passed over, whatever became of it. A position without an entry price waits for
 * the first price of its symbol. One thread, other than the one that steps the live state.
 */
final class FirstPositions implements Duty {
  private final List<PositionConfig> waiting;
  private final LiveState live;
  private final CommandPort commands;
  private final VenueAdapter venue;
  private final NodeLog log;

  FirstPositions(
      List<PositionConfig> positions,
      LiveState live,
      CommandPort commands,
      VenueAdapter venue,
      NodeLog log) {
    waiting = new ArrayList<>(positions);
    this.live = live;
    this.commands = commands;
    this.venue = venue;
    this.log = log;
  }

  @Override
  public int doWork(long nowNs) {
    int done = 0;
    for (Iterator<PositionConfig> it = waiting.iterator(); it.hasNext(); ) {
      PositionConfig position = it.next();
      PositionRow known = live.position(position.id());
      if (known != null) {
        it.remove();
        // A node that died between the two has registered it without its groups.
        join(position, known);
      } else if (venue.isConnected() && isPriced(position)) {
        it.remove();
        register(position);
        done++;
      }
    }
    return done;
  }

  private void join(PositionConfig position, PositionRow known) {
    List<String> missing = new ArrayList<>(position.groups());
    missing.removeAll(known.groups());
    if (known.status() != PositionStatus.OPEN || missing.isEmpty()) {
      return;
    }
    CommandResult result = commands.submit(new Command.Join(position.id(), missing));
    if (!result.accepted()) {
      log.warn("position-not-in-group", "position", position.id(), "why", result.message());
    }
  }

  private boolean isPriced(PositionConfig position) {
    return position.hasEntryPrice()
        || live.instruments().stream()
            .filter(row -> row.symbol().equals(position.symbol()))
            .mapToLong(InstrumentRow::lastPriceE8)
            .anyMatch(lastE8 -> lastE8 != E8.NULL);
  }

  private void register(PositionConfig position) {
    CommandResult result =
        commands.submit(
            new Command.Register(
                position.id(),
                position.symbol(),
                position.side(),
                position.quantityE8(),
                position.entryPriceE8(),
                position.leverageE8(),
                position.policy(),
                position.groups()));
    if (!result.accepted()) {
      log.warn("position-not-registered", "position", position.id(), "why", result.message());
    }
  }
}
