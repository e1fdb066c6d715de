package io.ripcord.testing;

import io.ripcord.event.BracketState;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.SessionState;
import io.ripcord.event.Sources;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;

/**
 * Says to the engine of a harness what operators, sessions and recovery say. Prices are plain
 * decimal text, {@code null} for one that is left as it is.
 */
public final class Operator {
  private final EngineHarness engine;
  private final CommandPublisher commands;
  private final NodePublisher node;

  /** The operator of an engine. */
  public Operator(EngineHarness engine) {
    this.engine = engine;
    commands = new CommandPublisher(engine.rig().sink(), Sources.COMMAND);
    node = new NodePublisher(engine.rig().sink(), Sources.NODE);
  }

  /** New levels, of which the stop may only tighten. */
  public void amend(long positionId, String stop, String target) {
    amend(positionId, stop, target, false);
  }

  /** A new stop, wherever it is. */
  public void loosen(long positionId, String stop) {
    amend(positionId, stop, null, true);
  }

  private void amend(long positionId, String stop, String target, boolean loosen) {
    commands.positionAmended(engine.nowNs(), positionId, e8(stop), e8(target), loosen);
  }

  private static long e8(String price) {
    return price == null ? E8.NULL : E8.parse(price);
  }

  /** Another policy. */
  public void adopt(long positionId, int policyId) {
    adopt(positionId, policyId, E8.NULL);
  }

  /** Another policy, of which this is the time of square-off. */
  public void adopt(long positionId, int policyId, long squareOffNs) {
    commands.policyAdopted(engine.nowNs(), positionId, policyId, squareOffNs);
  }

  /** Stop watching. */
  public void unregister(long positionId) {
    commands.positionUnregistered(engine.nowNs(), positionId);
  }

  /** Exit now. */
  public void close(long positionId) {
    commands.closeRequested(engine.nowNs(), positionId);
  }

  /** Exit a part now. */
  public void close(long positionId, String quantity) {
    commands.closeRequested(engine.nowNs(), positionId, E8.parse(quantity));
  }

  /** What is known of a position's stop at the venue. */
  public void bracket(long positionId, BracketState state, String stop) {
    commands.bracketStatus(
        engine.nowNs(), positionId, state, e8(stop), E8.NULL, TriggerSource.LAST);
  }

  /** What may leave. */
  public void state(TradingState state) {
    commands.tradingStateChanged(engine.nowNs(), state);
  }

  /** The venue can be reached again. */
  public void connected() {
    engine.venue().publisher().sessionStatus(engine.nowNs(), SessionState.CONNECTED);
  }

  /** The venue can no longer be reached. */
  public void disconnected() {
    engine.venue().publisher().sessionStatus(engine.nowNs(), SessionState.DISCONNECTED);
  }

  /** An input is left out. */
  public void skip(long sequence) {
    node.eventSkipped(engine.nowNs(), sequence);
  }
}
