package io.ripcord.execution;

import io.ripcord.event.DecisionListener;
import io.ripcord.market.Instruments;
import io.ripcord.position.Positions;

/** What all orders share: who hears of them, and the start of the engine that names them. */
final class OrderContext {
  final Positions positions;
  final Instruments instruments;
  final DecisionListener decisions;
  final OrderNotices notices;
  final Questions questions;
  final Proceeds[] proceeds;
  private int instance;
  private int epoch;

  OrderContext(Positions positions, Instruments instruments, DecisionListener decisions) {
    this.positions = positions;
    this.instruments = instruments;
    this.decisions = decisions;
    proceeds = new Proceeds[positions.capacity()];
    notices = new OrderNotices(instruments, proceeds, decisions);
    questions = new Questions(positions);
  }

  /** Order ids and questions carry these numbers from now on. */
  void start(int newInstance, int newEpoch) {
    instance = newInstance;
    epoch = newEpoch;
    questions.epoch(newEpoch);
  }

  int instance() {
    return instance;
  }

  int epoch() {
    return epoch;
  }
}
