package io.ripcord.engine;

import io.ripcord.execution.ExitIntent;
import io.ripcord.execution.Exits;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.market.LastPrices;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.Policies;

/**
 * A 64-bit hash over the engine's state, walked in a fixed order: instruments by id, positions by
 * id. Two engines with the same hash decide alike from here on, up to chance.
 */
final class StateHash {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private long hash;

  StateHash(int instance, int epoch, long nowNs, long sequence, long unknownTicks) {
    add(instance);
    add(epoch);
    add(nowNs);
    add(sequence);
    add(unknownTicks);
  }

  StateHash instruments(Instruments instruments, LastPrices prices) {
    for (int id = 0; id < instruments.count(); id++) {
      Instrument instrument = instruments.get(id);
      add(instrument.nameId());
      add(instrument.priceIncrementE8());
      add(instrument.lotE8());
      add(instrument.multiplierE8());
      add(prices.lastE8(id));
      add(prices.bidE8(id));
      add(prices.askE8(id));
      add(prices.badTicks(id));
    }
    return this;
  }

  StateHash policies(Policies policies) {
    for (int id = 0; id < policies.capacity(); id++) {
      if (policies.contains(id)) {
        addAll(policies.get(id).parameters());
      }
      addAll(policies.draftParameters(id));
    }
    return this;
  }

  private void addAll(long[] values) {
    for (long value : values) {
      add(value);
    }
  }

  StateHash positions(
      Positions positions, Deadlines deadlines, ExitEvaluator evaluator, Exits exits) {
    for (Position position : positions.sortedById()) {
      add(position.id());
      add(position.ordinal());
      add(position.instrumentId());
      add(position.side().code());
      add(position.quantityE8());
      add(position.entryPriceE8());
      addAll(evaluator.policy(position).parameters());
      add(position.registeredNs());
      add(position.status().code());
      add(position.openQuantityE8());
      add(position.watermarkE8());
      add(position.stop().levelE8());
      add(position.stop().isMoved() ? 1 : 0);
      add(position.targetE8());
      add(position.nextRung());
      add(flags(position));
      add(deadlines.of(position));
      intent(exits.intent(position));
    }
    add(exits.executionsHash());
    return this;
  }

  private static long flags(Position position) {
    long atAnyPrice = position.isExitAtAnyPrice() ? 1 : 0;
    long signalled = position.isSignalled() ? 2 : 0;
    long priced = position.isPriced() ? 4 : 0;
    return atAnyPrice + signalled + priced;
  }

  private void intent(ExitIntent intent) {
    addAll(intent.state(new long[ExitIntent.STATE_LENGTH]));
  }

  private void add(long value) {
    hash = Long.rotateLeft(hash ^ value, 27) * MULTIPLIER + 1;
  }

  long value() {
    return hash ^ (hash >>> 32);
  }
}
