package io.ripcord.console;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.execution.IntentState;
import io.ripcord.money.E8;
import io.ripcord.replay.ExplainedOrder;
import io.ripcord.replay.Explanation;
import io.ripcord.replay.Firing;
import io.ripcord.replay.GroupCause;
import io.ripcord.replay.Holding;
import io.ripcord.replay.InputFact;
import io.ripcord.replay.LevelChange;
import io.ripcord.replay.LevelKind;
import io.ripcord.replay.LevelSet;
import io.ripcord.replay.Moment;
import io.ripcord.replay.PolicyChange;
import io.ripcord.replay.PricePath;
import io.ripcord.replay.SeenPrice;
import io.ripcord.replay.Suppression;
import io.ripcord.replay.Touch;
import io.ripcord.rule.PolicySettings;
import io.ripcord.rule.RuleSpec;
import io.ripcord.rule.RuleState;
import io.ripcord.rule.RuleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An explanation put together by hand; input n comes at second n, and 10 is now. */
final class Facts {
  private static final long SECOND_NS = 1_000_000_000L;

  private final List<RuleStatus> rules = new ArrayList<>();
  private final List<Touch> touches = new ArrayList<>();
  private final List<InputFact> commands = new ArrayList<>();
  private final List<PolicyChange> policies = new ArrayList<>();
  private PositionStatus status = PositionStatus.OPEN;
  private LevelSet levels = new LevelSet(E8.NULL, E8.NULL, E8.NULL, E8.NULL, E8.parse("100"));
  private IntentState exit = IntentState.NONE;
  private int attempts;
  private TradingState tradingState = TradingState.ACTIVE;
  private SessionPhase phase = SessionPhase.CONTINUOUS;
  private List<ExitReason> waiting = List.of();
  private boolean onHold;
  private long leftUntilNs = E8.NULL;
  private PricePath prices = new PricePath(0, null, null, null, null, null);
  private Firing firing;
  private ExplainedOrder order;

  private static long e8(String text) {
    return text == null ? E8.NULL : E8.parse(text);
  }

  InputFact input(long sequence, String kind) {
    return new InputFact(sequence, sequence * SECOND_NS, kind, Map.of());
  }

  Facts fired(ExitReason reason, String level, String price, InputFact input) {
    firing = new Firing(input, reason, ExitSource.UNKNOWN, e8(level), e8(price), null);
    return status(PositionStatus.CLOSED);
  }

  Facts level(
      LevelKind kind, String from, String to, InputFact input, String watermark, RuleSpec rule) {
    LevelChange set = new LevelChange(input, kind, e8(from), e8(to), e8(watermark), rule);
    firing =
        new Firing(
            firing.input(),
            firing.reason(),
            firing.source(),
            firing.levelE8(),
            firing.triggerPriceE8(),
            set);
    return this;
  }

  Facts group(
      String name, boolean account, ExitReason reason, String value, String limit, long firedAt) {
    firing =
        new Firing(
            firing.input(),
            firing.reason(),
            firing.source(),
            firing.levelE8(),
            firing.triggerPriceE8(),
            null,
            new GroupCause(name, account, reason, e8(value), e8(limit), firedAt * SECOND_NS));
    return this;
  }

  Facts status(PositionStatus newStatus) {
    status = newStatus;
    return this;
  }

  Facts exit(IntentState newExit, int newAttempts) {
    exit = newExit;
    attempts = newAttempts;
    return this;
  }

  Facts trading(TradingState newState) {
    tradingState = newState;
    return this;
  }

  Facts phase(SessionPhase newPhase) {
    phase = newPhase;
    return this;
  }

  /** Silent since second 2. */
  Facts onHold() {
    onHold = true;
    return this;
  }

  Facts waiting(ExitReason reason) {
    waiting = List.of(reason);
    return this;
  }

  Facts leftToVenueUntil(long second) {
    leftUntilNs = second * SECOND_NS;
    return this;
  }

  /** A rule with a time. */
  Facts due(RuleState state, long second, RuleSpec spec) {
    rules.add(new RuleStatus(spec, state, E8.NULL, E8.NULL, second * SECOND_NS, 0, 0));
    return this;
  }

  /** Seven of fourteen bars where it is not warm. */
  Facts rule(RuleState state, long levelE8, long waitsForE8, RuleSpec spec) {
    rules.add(new RuleStatus(spec, state, levelE8, waitsForE8, E8.NULL, 7, 14));
    return this;
  }

  Facts command(InputFact input) {
    commands.add(input);
    return this;
  }

  Facts levels(String stop, String target) {
    levels = new LevelSet(e8(stop), e8(stop), e8(target), E8.NULL, E8.parse("100"));
    return this;
  }

  Facts prices(String lowest, long lowestAt, String highest, long highestAt) {
    SeenPrice low = new SeenPrice(e8(lowest), E8.NULL, lowestAt, lowestAt * SECOND_NS);
    SeenPrice high = new SeenPrice(e8(highest), E8.NULL, highestAt, highestAt * SECOND_NS);
    prices = new PricePath(2, high, low, high, low, high);
    return this;
  }

  Facts touch(LevelKind level, Suppression reason, long count, String worst, String at) {
    touches.add(
        new Touch(level, reason, count, input(3, "Tick"), input(4, "Tick"), e8(worst), e8(at)));
    return this;
  }

  Facts order(
      ExplainedOrder.Purpose purpose,
      ExitReason reason,
      String quantity,
      String level,
      String price,
      long cause) {
    order =
        new ExplainedOrder(
            "0000010000001000100B",
            purpose,
            cause,
            cause * SECOND_NS,
            1,
            e8(quantity),
            reason,
            ExitSource.PARTIAL,
            e8(level),
            e8(price),
            cause * SECOND_NS,
            "FILLED",
            e8(quantity),
            e8(price));
    return this;
  }

  Facts adopted(String from, int fromVersion, String to, int toVersion) {
    policies.add(new PolicyChange(input(5, "PolicyAdopted"), from, fromVersion, to, toVersion));
    return this;
  }

  Explanation explanation() {
    return new Explanation(
        new Holding(
            3,
            "X",
            Side.LONG,
            status,
            E8.ONE,
            E8.ONE,
            E8.parse("100"),
            "policy",
            1,
            0,
            levels,
            0,
            1_000_000),
        new Moment(
            10,
            10 * SECOND_NS,
            tradingState,
            phase,
            exit,
            attempts,
            waiting,
            onHold,
            2 * SECOND_NS,
            leftUntilNs),
        new PolicySettings(
            TriggerSource.LAST,
            E8.NULL,
            E8.NULL,
            E8.NULL,
            E8.NULL,
            StaleAction.ALERT,
            E8.NULL,
            E8.NULL),
        false,
        rules,
        prices,
        firing,
        order,
        touches,
        policies,
        List.of(),
        List.of(),
        commands,
        List.of(),
        Map.of(1L, "Asia/Kolkata"));
  }
}
