package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ExecType;
import io.ripcord.event.InstrumentKind;
import io.ripcord.event.RejectKind;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.testing.GroupDesk;
import io.ripcord.testing.Operator;
import org.junit.jupiter.api.Test;

/** How the members of a group leave, and what holds after that: docs/groups.md. */
class GroupExitsTest {
  private final GroupRig rig = new GroupRig();

  /** A condor: short calls and puts (ids 3, 4), long wings (1, 2), a future (5). */
  private GroupDesk condor() {
    GroupDesk desk = rig.desk;
    for (String leg : new String[] {"LC", "LP", "SC", "SP"}) {
      desk.instrument(leg, InstrumentKind.OPTION);
    }
    desk.instrument("FUT", InstrumentKind.FUTURE);
    desk.group(0, "50", null, null, null, E8.NULL, E8.NULL);
    desk.open(1, "LC", Side.LONG, "1", "20", 0).open(2, "LP", Side.LONG, "1", "20", 0);
    desk.open(3, "SC", Side.SHORT, "1", "100", 0).open(4, "SP", Side.SHORT, "1", "100", 0);
    desk.open(5, "FUT", Side.LONG, "1", "1000", 0);
    return desk.tick("LC", "20").tick("LP", "20").tick("SP", "100").tick("FUT", "1000");
  }

  @Test
  void shouldLetTheHedgesGoOnlyWhenTheOthersAreProvedClosed() {
    GroupDesk desk = condor().tick("SC", "150");
    assertThat(rig.orders())
        .containsExactly("3 STOP_LOSS GROUP", "4 STOP_LOSS GROUP", "5 STOP_LOSS GROUP");
    assertThat(rig.status(0).state()).isEqualTo(GroupState.EXITING);

    desk.fill(3, "150").fill(4, "100").fill(5, "1000").flat(3).flat(5);
    assertThat(rig.orders()).as("4 is filled, not proved").hasSize(3);

    desk.tick("LP", "21").flat(4);

    assertThat(rig.orders().subList(3, 5))
        .containsExactly("1 STOP_LOSS GROUP", "2 STOP_LOSS GROUP");
    assertThat(rig.engine.decisions().lastOrder(2).triggerPriceE8()).isEqualTo(21 * E8.ONE);
    assertThat(rig.status(0).state()).isEqualTo(GroupState.LATCHED);
  }

  @Test
  void shouldNotWaitForAMemberThatIsWatchedNoLonger() {
    GroupDesk desk = condor();
    new Operator(rig.engine).unregister(4);
    desk.tick("SC", "150");

    desk.fill(3, "150").fill(5, "1000").flat(3).flat(5);

    assertThat(rig.orders()).hasSize(4).endsWith("1 STOP_LOSS GROUP", "2 STOP_LOSS GROUP");
  }

  @Test
  void shouldCountAnExitThatIsUnderWayAndLetAHedgeGoByItsOwnRules() {
    GroupDesk desk = condor();
    new Operator(rig.engine).close(4);
    desk.tick("SC", "150");
    assertThat(rig.orders())
        .containsExactly("4 MANUAL MANUAL", "3 STOP_LOSS GROUP", "5 STOP_LOSS GROUP");
    new Operator(rig.engine).close(2);

    desk.fill(3, "150").fill(5, "1000").fill(4, "100").flat(3).flat(5).flat(4);

    assertThat(rig.orders().subList(3, 5)).containsExactly("2 MANUAL MANUAL", "1 STOP_LOSS GROUP");
  }

  @Test
  void shouldKeepTheHedgesWhileAShortIsRefused() {
    GroupDesk desk = condor().tick("SC", "150");
    desk.fill(4, "100").fill(5, "1000").flat(4).flat(5);
    rig.engine
        .venue()
        .report(
            rig.engine.nowNs(),
            rig.engine.decisions().lastOrder(3),
            ExecType.REJECTED,
            0,
            E8.NULL,
            RejectKind.PERMANENT);

    rig.pass(60 * GroupRig.SECOND);

    assertThat(rig.orders()).allMatch(order -> !order.startsWith("1 ") && !order.startsWith("2 "));
    assertThat(rig.status(0).state()).isEqualTo(GroupState.EXITING);
  }

  @Test
  void shouldLetLongOptionsAloneGoAtOnce() {
    rig.desk.instrument("LC", InstrumentKind.OPTION).instrument("LP", InstrumentKind.OPTION);
    rig.desk.group(0, null, "10", null, null, E8.NULL, E8.NULL);
    rig.desk.open(2, "LP", Side.LONG, "1", "20", 0).open(1, "LC", Side.LONG, "1", "20", 0);

    rig.desk.tick("LC", "20").tick("LP", "30");

    assertThat(rig.orders()).containsExactly("1 TAKE_PROFIT GROUP", "2 TAKE_PROFIT GROUP");
  }

  @Test
  void shouldHoldTheHedgesBackDuringAHalt() {
    GroupDesk desk = condor().tick("SC", "150");
    desk.fill(3, "150").fill(4, "100").fill(5, "1000").flat(3).flat(4);
    desk.state(TradingState.HALTED).flat(5);
    assertThat(rig.orders()).hasSize(3);

    desk.state(TradingState.ACTIVE);

    assertThat(rig.orders()).hasSize(5);
  }

  @Test
  void shouldRefuseMembersUntilTheNextSessionLiftsTheLatch() {
    rig.desk.instrument("A").group(0, "10", null, null, null, E8.NULL, E8.NULL);
    rig.desk.open(1, "A", Side.LONG, "1", "100", 0).tick("A", "90").fill(1, "90").flat(1);
    assertThat(rig.alerts()).containsExactly(AlertKind.GROUP_FIRED);
    rig.desk.open(2, "A", Side.LONG, "1", "90", 0);
    assertThat(rig.alert(AlertKind.COMMAND_REFUSED).first())
        .isEqualTo(Refusal.GROUP_LATCHED.code());
    rig.desk.tick("A", "60");
    assertThat(rig.engine.position(2).isOpen()).as("watched by its own rules").isTrue();

    rig.desk.phase("A", SessionPhase.HALT).phase("A", SessionPhase.CONTINUOUS);
    assertThat(rig.status(0).state()).isEqualTo(GroupState.LATCHED);
    rig.desk.phase("A", SessionPhase.CLOSED).phase("A", SessionPhase.CONTINUOUS);
    assertThat(rig.status(0).state()).isEqualTo(GroupState.EMPTY);
    rig.desk.member(0, 2).tick("A", "85");

    assertThat(rig.value(0)).as("without the 10 of yesterday").isEqualTo("-5");
    rig.desk.tick("A", "80");
    assertThat(rig.orders()).containsExactly("1 STOP_LOSS GROUP", "2 STOP_LOSS GROUP");
  }

  @Test
  void shouldKeepWhatALegBroughtWhileAStrategyGoesOnOvernight() {
    rig.desk.instrument("A").instrument("B").group(0, "10", null, null, null, E8.NULL, E8.NULL);
    rig.desk.open(1, "A", Side.LONG, "1", "100", 0).open(2, "B", Side.LONG, "1", "100", 0);
    rig.desk.tick("A", "95").tick("B", "100");
    new Operator(rig.engine).close(1);
    rig.desk.fill(1, "95").flat(1);

    rig.desk.phase(null, SessionPhase.CLOSED).phase(null, SessionPhase.CONTINUOUS);
    rig.desk.tick("B", "99");

    assertThat(rig.value(0)).isEqualTo("-6");
  }

  @Test
  void shouldExitEverythingAndReduceOnADailyLoss() {
    rig.desk.instrument("A").instrument("B", InstrumentKind.OPTION);
    rig.desk.account(0, "20", GroupRig.CONFIRM, E8.NULL);
    rig.desk.open(2, "A", Side.LONG, "1", "100").open(1, "B", Side.LONG, "1", "50");
    rig.desk.tick("B", "50").tick("A", "80");
    rig.pass(GroupRig.CONFIRM);

    assertThat(rig.orders()).containsExactly("2 EMERGENCY EMERGENCY");
    assertThat(rig.alerts()).containsExactly(AlertKind.DAILY_LOSS);
    assertThat(rig.alert(AlertKind.DAILY_LOSS).first()).isEqualTo(-20 * E8.ONE);
    assertThat(rig.alert(AlertKind.DAILY_LOSS).second()).isEqualTo(20 * E8.ONE);
    assertThat(rig.engine.engine().tradingState()).isEqualTo(TradingState.REDUCING);

    rig.desk.fill(2, "80").flat(2);
    assertThat(rig.orders()).hasSize(2).endsWith("1 EMERGENCY EMERGENCY");
    rig.desk.open(3, "A", Side.LONG, "1", "80");
    assertThat(rig.alerts()).endsWith(AlertKind.REGISTRATION_REFUSED);
  }

  @Test
  void shouldNotFireAgainForAnAccountBeforeTheNextSession() {
    rig.desk.instrument("A").account(0, "20", E8.NULL, E8.NULL);
    rig.desk.open(1, "A", Side.LONG, "1", "100").tick("A", "80").fill(1, "80").flat(1);
    rig.desk.state(TradingState.ACTIVE);
    rig.desk.open(2, "A", Side.LONG, "1", "80").tick("A", "50");
    assertThat(rig.orders()).hasSize(1);

    rig.desk.phase(null, SessionPhase.CLOSED).phase(null, SessionPhase.CONTINUOUS);
    rig.desk.tick("A", "61");
    assertThat(rig.value(0)).as("of the second only").isEqualTo("-19");
    rig.desk.tick("A", "60");

    assertThat(rig.orders()).containsExactly("1 EMERGENCY EMERGENCY", "2 EMERGENCY EMERGENCY");
  }

  @Test
  void shouldReduceForALossThatNobodyHoldsAnyMore() {
    rig.desk.instrument("A").account(0, "20", GroupRig.CONFIRM, E8.NULL);
    rig.desk.open(1, "A", Side.LONG, "1", "100").tick("A", "100");
    new Operator(rig.engine).close(1);

    rig.desk.fill(1, "70");

    assertThat(rig.alerts())
        .as("a fill needs no second look")
        .containsExactly(AlertKind.DAILY_LOSS);
    assertThat(rig.engine.engine().tradingState()).isEqualTo(TradingState.REDUCING);
  }

  @Test
  void shouldRefuseWhatCannotBeSummed() {
    rig.desk.instrument("A").instrument("I", InstrumentKind.FUTURE, true, "0", "1");
    rig.desk.group(0, "10", null, null, null, E8.NULL, E8.NULL).account(1, "5", E8.NULL, E8.NULL);
    rig.desk.open(1, "A", Side.LONG, "1", "100", 0).open(2, "I", Side.LONG, "1", "100", 0);

    assertThat(rig.engine.decisions().alerts())
        .hasSize(2)
        .allMatch(alert -> alert.kind() == AlertKind.COMMAND_REFUSED && alert.positionId() == 2)
        .allMatch(alert -> alert.first() == Refusal.MIXED_SETTLEMENT.code());
    assertThat(rig.status(1).positions()).containsExactly(1L);
  }

  @Test
  void shouldRefuseMembersThatAreNotThere() {
    rig.desk.instrument("A").group(0, "10", null, null, null, E8.NULL, E8.NULL);
    rig.desk.open(1, "A", Side.LONG, "1", "100");
    rig.desk.member(1, 1).member(-1, 1).member(0, 9).member(0, 1).member(0, 1);

    assertThat(rig.engine.decisions().alerts())
        .extracting(alert -> Refusal.of(alert.first()))
        .containsExactly(Refusal.UNKNOWN_GROUP, Refusal.UNKNOWN_GROUP, Refusal.UNKNOWN_POSITION);
    assertThat(rig.status(0).positions()).containsExactly(1L);
  }

  @Test
  void shouldKeepMembersAndLatchWhenTheGroupIsDefinedAnew() {
    rig.desk.instrument("A").group(0, "10", null, null, null, E8.NULL, E8.NULL);
    rig.desk.open(1, "A", Side.LONG, "1", "100", 0).tick("A", "95");

    rig.desk.group(0, "5", null, null, null, E8.NULL, E8.NULL);
    assertThat(rig.orders()).containsExactly("1 STOP_LOSS GROUP");
    rig.desk.group(0, "500", null, null, null, E8.NULL, E8.NULL);

    assertThat(rig.status(0).state()).isEqualTo(GroupState.LATCHED);
  }
}
