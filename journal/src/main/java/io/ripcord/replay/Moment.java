package io.ripcord.replay;

import io.ripcord.engine.EngineView;
import io.ripcord.engine.PriceGates;
import io.ripcord.event.ExitReason;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.TradingState;
import io.ripcord.execution.IntentState;
import io.ripcord.execution.OrderIntent;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Mark;
import io.ripcord.position.Position;
import java.util.List;

/**
 * The moment that an explanation is for, and what held then.
 *
 * @param sequence number of the last input that counts
 * @param timeNs its time, nanoseconds since the epoch
 * @param tradingState what may leave the engine
 * @param phase of the market, the last one that was said
 * @param exit how far the full exit is
 * @param attempts how many orders it has taken
 * @param waiting reasons of exits that wait for a price, the one that would win first
 * @param onHold whether its rules rest until the next price
 * @param lastDataNs when market data of its instrument came last, null value if it never did
 * @param leftUntilNs until when its exit is left to the stop at the venue, null value if it is not
 */
public record Moment(
    long sequence,
    long timeNs,
    TradingState tradingState,
    SessionPhase phase,
    IntentState exit,
    int attempts,
    List<ExitReason> waiting,
    boolean onHold,
    long lastDataNs,
    long leftUntilNs) {
  /** In the order in which they win. */
  private static final List<ExitReason> WAITING =
      List.of(ExitReason.MA_CROSS, ExitReason.SIGNAL, ExitReason.TIME);

  static Moment of(
      EngineView view, Position position, long sequence, long timeNs, TradingState tradingState) {
    PriceGates gates = view.gates();
    int instrumentId = position.instrumentId();
    OrderIntent exit = view.exit(position);
    long leftUntilNs = gates.leftToVenueUntilNs(position);
    return new Moment(
        sequence,
        timeNs,
        tradingState,
        gates.phase(instrumentId),
        exit.state(),
        exit.attempt(),
        position.isOpen() ? WAITING.stream().filter(position::isPending).toList() : List.of(),
        position.isOpen() && position.is(Mark.ON_HOLD),
        gates.lastDataNs(instrumentId),
        leftUntilNs == Deadlines.NONE ? E8.NULL : leftUntilNs);
  }
}
