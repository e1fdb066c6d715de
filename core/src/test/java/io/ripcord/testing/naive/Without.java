package io.ripcord.testing.naive;

import java.util.List;

/** A scenario without one kind, to see what that kind decides. */
final class Without {

  private Without() {}

  static Scenario kind(NaiveKind kind, Scenario scenario) {
    List<NaivePosition> positions =
        scenario.positions().stream()
            .map(
                each ->
                    new NaivePosition(
                        each.id(),
                        each.symbol(),
                        each.side(),
                        each.quantity(),
                        each.entryPrice(),
                        each.registeredAtNs(),
                        without(kind, each.policy()),
                        each.exitFills(),
                        each.squareOffNs()))
            .toList();
    List<NaiveInstrument> instruments =
        scenario.instruments().stream()
            .map(each -> kind == NaiveKind.INVERSE ? linear(each) : each)
            .toList();
    List<NaiveEvent> events =
        scenario.events().stream()
            .filter(each -> kind != NaiveKind.SESSIONS || !(each instanceof NaiveEvent.Phase))
            .filter(each -> kind != NaiveKind.WATCHES || !(each instanceof NaiveEvent.Watch))
            .filter(each -> kind != NaiveKind.ADOPTIONS || !(each instanceof NaiveEvent.Adopt))
            .map(each -> without(kind, each))
            .toList();
    return new Scenario(scenario.seed(), instruments, positions, events);
  }

  private static NaiveInstrument linear(NaiveInstrument each) {
    return new NaiveInstrument(
        each.symbol(),
        each.priceIncrement(),
        each.multiplier(),
        each.lot(),
        false,
        each.feePercent());
  }

  private static NaiveEvent without(NaiveKind kind, NaiveEvent each) {
    return each instanceof NaiveEvent.Adopt adopt
        ? new NaiveEvent.Adopt(
            adopt.timeNs(),
            adopt.order(),
            adopt.symbol(),
            adopt.positionId(),
            without(kind, adopt.policy()),
            adopt.squareOffNs())
        : each;
  }

  private static NaivePolicy without(NaiveKind kind, NaivePolicy policy) {
    NaivePolicy.StopLoss stop = policy.stopLoss();
    NaivePolicy.TakeProfit target = policy.takeProfit();
    boolean isAtr = stop instanceof NaivePolicy.StopLoss.AtAtr;
    boolean isRisk = target instanceof NaivePolicy.TakeProfit.RiskReward;
    boolean isLadder = target instanceof NaivePolicy.TakeProfit.Ladder;
    boolean dropsStop = isAtr ? kind == NaiveKind.ATR_STOP : kind == NaiveKind.STOP_LOSS;
    boolean dropsTarget =
        isRisk
            ? kind == NaiveKind.RISK_REWARD
            : isLadder ? kind == NaiveKind.TARGET_LADDER : kind == NaiveKind.TAKE_PROFIT;
    return new NaivePolicy(
        policy.name(),
        dropsStop ? null : stop,
        dropsTarget ? null : target,
        kind == NaiveKind.TRAILING_STOP ? null : policy.trailing(),
        policy.signalExit(),
        policy.blocks().stream().filter(block -> block.code() != kind.code()).toList());
  }
}
