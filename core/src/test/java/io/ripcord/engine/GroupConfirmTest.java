package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.StaleAction;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.GroupDesk;
import io.ripcord.testing.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a condition of a group counts: docs/groups.md. */
class GroupConfirmTest {
  private static final long NO_SILENCE = E8.NULL;

  private final GroupRig rig = new GroupRig();

  /** One unit each of A and B at 100, stop 10, target 20, floor 5 from 10 on. */
  private GroupDesk two(long confirmNs, long staleNs) {
    rig.desk.instrument("A").instrument("B");
    rig.desk.group(0, "10", "20", "10", "5", confirmNs, staleNs);
    rig.desk.open(1, "A", Side.LONG, "1", "100", 0).open(2, "B", Side.LONG, "1", "100", 0);
    return rig.desk;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // prices of A, 100 ms apart, B at 100          | then, in 500 ms
        "90                                            | 1 STOP_LOSS GROUP",
        "90.00000001                                   | -",
        "120                                           | 1 TAKE_PROFIT GROUP",
        "119.99999999                                  | -",
        "110 105                                       | 1 TRAILING_STOP GROUP",
        "110 105.00000001                              | -",
        "109.99999999 105                              | -",
        "110 90                                        | 1 STOP_LOSS GROUP",
        "90 91 90 91                                   | -",
        "90 85 80                                      | 1 STOP_LOSS GROUP",
      })
  void shouldFireWhatHoldsToTheDeadline(String prices, String order) {
    GroupDesk desk = two(GroupRig.CONFIRM, NO_SILENCE).tick("B", "100");
    for (String price : prices.trim().split(" ", -1)) {
      rig.pass(100 * GroupRig.MS);
      desk.tick("A", price);
    }
    assertThat(rig.orders()).isEmpty();

    rig.pass(500 * GroupRig.MS);

    if (order.equals("-")) {
      assertThat(rig.orders()).isEmpty();
    } else {
      assertThat(rig.orders()).hasSize(2).first().isEqualTo(order);
      assertThat(rig.alerts()).containsExactly(AlertKind.GROUP_FIRED);
    }
  }

  @Test
  void shouldFireAtTheDeadlineOfTheFirstSightAndNotEarlier() {
    GroupDesk desk = two(GroupRig.CONFIRM, NO_SILENCE).tick("B", "100").tick("A", "90");
    long firstNs = rig.engine.nowNs();
    rig.pass(499 * GroupRig.MS);
    desk.tick("A", "89");
    assertThat(rig.orders()).isEmpty();
    assertThat(rig.engine.engine().nextDeadlineNs()).isEqualTo(firstNs + GroupRig.CONFIRM);

    rig.engine.timer();

    rig.engine.assertOrders(
        "order 1 LONG 1 STOP_LOSS level=null trigger=89 attempt=1",
        "order 2 LONG 1 STOP_LOSS level=null trigger=100 attempt=1");
    assertThat(rig.alert(AlertKind.GROUP_FIRED).first()).isZero();
    assertThat(rig.alert(AlertKind.GROUP_FIRED).second()).isEqualTo(-11 * E8.ONE);
  }

  @Test
  void shouldBeginAgainAfterAContradiction() {
    GroupDesk desk = two(GroupRig.CONFIRM, NO_SILENCE).tick("B", "100").tick("A", "90");
    rig.pass(400 * GroupRig.MS);
    desk.tick("A", "95");
    rig.pass(50 * GroupRig.MS);
    desk.tick("A", "90");

    rig.pass(499 * GroupRig.MS);
    assertThat(rig.orders()).isEmpty();
    rig.pass(GroupRig.MS);
    assertThat(rig.orders()).hasSize(2);
  }

  @Test
  void shouldFireAtOnceWithoutAConfirmation() {
    two(E8.NULL, NO_SILENCE).tick("B", "100").tick("A", "90");

    assertThat(rig.orders()).hasSize(2);
  }

  @Test
  void shouldFireAtOnceWhenTheBooksOfAllSaySo() {
    GroupDesk desk = two(GroupRig.CONFIRM, NO_SILENCE).tick("B", "100").tick("A", "90");
    desk.quote("A", "90", "91");
    assertThat(rig.orders()).as("B has no book").isEmpty();
    desk.quote("B", "100.01", "100.02");
    assertThat(rig.orders()).as("9.99 at the bids").isEmpty();

    desk.quote("B", "100", "100.02");

    assertThat(rig.orders()).hasSize(2);
  }

  @Test
  void shouldNotTakeABookFromBeforeTheRegistrationOrASilence() {
    GroupDesk desk = rig.desk.instrument("A");
    rig.desk.group(0, "10", null, null, null, GroupRig.CONFIRM, 2 * GroupRig.SECOND);
    desk.quote("A", "80", "81");
    rig.pass(GroupRig.MS);
    desk.open(1, "A", Side.LONG, "1", "100", 0).tick("A", "90");
    assertThat(rig.orders()).as("a book from before it").isEmpty();
    desk.tick("A", "95").quote("A", "80", "81");
    rig.pass(GroupRig.SECOND);
    desk.tick("A", "95");
    rig.pass(GroupRig.SECOND);

    desk.tick("A", "90");

    assertThat(rig.orders()).as("a book of 2 s ago").isEmpty();
    desk.quote("A", "89", "91");
    assertThat(rig.orders()).hasSize(1);
  }

  @Test
  void shouldFireNothingBeforeEveryMemberHasAPrice() {
    GroupDesk desk = two(E8.NULL, 5 * GroupRig.SECOND).tick("A", "50");
    assertThat(rig.value(0)).isEqualTo("null");
    rig.pass(5 * GroupRig.SECOND - 1);
    desk.tick("A", "50");
    assertThat(rig.engine.decisions().all()).isEmpty();

    rig.pass(1);
    assertThat(rig.alerts()).containsExactly(AlertKind.GROUP_STALE);
    assertThat(rig.alert(AlertKind.GROUP_STALE).second()).isEqualTo(1);

    desk.tick("B", "100");
    assertThat(rig.orders()).hasSize(2);
  }

  @Test
  void shouldSayASilenceOnceAndConfirmAnewAfterIt() {
    GroupDesk desk = two(GroupRig.CONFIRM, 2 * GroupRig.SECOND).tick("A", "100").tick("B", "100");
    rig.pass(1_800 * GroupRig.MS);
    desk.tick("A", "90");
    rig.pass(200 * GroupRig.MS);
    assertThat(rig.alerts()).as("B is silent").containsExactly(AlertKind.GROUP_STALE);
    rig.pass(10 * GroupRig.SECOND);
    assertThat(rig.alerts()).hasSize(1);
    assertThat(rig.orders()).isEmpty();

    desk.tick("A", "90").tick("B", "100");
    assertThat(rig.status(0).state()).isEqualTo(GroupState.CONFIRMING);
    rig.pass(499 * GroupRig.MS);
    assertThat(rig.orders()).isEmpty();
    rig.pass(GroupRig.MS);
    assertThat(rig.orders()).hasSize(2);
  }

  @Test
  void shouldNotKnowTheValueWhileAPolicyHoldsAMemberBack() {
    rig.engine.policy(0, p -> p.stopPercent("90").stale(1, StaleAction.HOLD));
    GroupDesk desk = two(E8.NULL, NO_SILENCE).tick("A", "100").tick("B", "100");
    rig.pass(900 * GroupRig.MS);
    desk.tick("A", "100");
    rig.pass(100 * GroupRig.MS);
    assertThat(rig.alerts()).containsExactly(AlertKind.STALE, AlertKind.GROUP_STALE);

    desk.tick("A", "80");
    assertThat(rig.orders()).isEmpty();
    desk.tick("B", "100");
    assertThat(rig.orders()).hasSize(2);
  }

  @Test
  void shouldTakeTheLastPriceOfAClosedMarketAndNoneOfAHaltedOne() {
    GroupDesk desk = two(E8.NULL, GroupRig.SECOND).tick("A", "100").tick("B", "100");
    desk.phase("B", SessionPhase.HALT).tick("A", "95");
    assertThat(rig.value(0)).isEqualTo("null");
    desk.phase("B", SessionPhase.CLOSED).tick("B", "50");
    assertThat(rig.value(0)).isEqualTo("-5");
    rig.pass(900 * GroupRig.MS);
    desk.tick("A", "94");
    rig.pass(900 * GroupRig.MS);
    assertThat(rig.alerts()).as("nobody expects prices of B").isEmpty();

    desk.phase("B", SessionPhase.CONTINUOUS).tick("A", "80");
    assertThat(rig.orders()).as("B has no price of this session").isEmpty();
    desk.tick("B", "100");
    assertThat(rig.orders()).hasSize(2);
  }

  @Test
  void shouldWaitForTheEndOfAHaltOfTrading() {
    GroupDesk desk = two(GroupRig.CONFIRM, NO_SILENCE).tick("B", "100");
    desk.state(TradingState.HALTED).tick("A", "90");
    rig.pass(GroupRig.SECOND);
    desk.tick("A", "90");
    assertThat(rig.orders()).isEmpty();
    assertThat(rig.alerts()).isEmpty();

    desk.state(TradingState.ACTIVE);

    assertThat(rig.orders()).hasSize(2);
  }

  @Test
  void shouldLetTheRulesOfAMemberGoFirst() {
    rig.engine.policy(0, p -> p.stopPercent("10"));
    two(E8.NULL, NO_SILENCE).tick("B", "100").tick("A", "90");

    assertThat(rig.orders()).containsExactly("1 STOP_LOSS MONITOR_SOFT", "2 STOP_LOSS GROUP");
  }

  @Test
  void shouldNotFireWhenNothingIsLeftToExit() {
    GroupDesk desk = two(E8.NULL, NO_SILENCE).tick("A", "100").tick("B", "100");
    new Operator(rig.engine).close(1);
    new Operator(rig.engine).close(2);

    desk.fill(1, "50").fill(2, "100");

    assertThat(rig.alerts()).isEmpty();
    assertThat(rig.value(0)).isEqualTo("-50");
  }

  @Test
  void shouldLookAgainWhenAFillChangesTheSum() {
    GroupDesk desk = two(E8.NULL, NO_SILENCE).tick("A", "100").tick("B", "100");
    new Operator(rig.engine).close(1);

    desk.fill(1, "90");

    assertThat(rig.orders()).containsExactly("1 MANUAL MANUAL", "2 STOP_LOSS GROUP");
  }

  @Test
  void shouldListenToTheStreamOfEachMember() {
    assertThat(EngineHarness.SECOND_NS).isEqualTo(2 * GroupRig.CONFIRM);
    rig.engine.policy(0, p -> p.stopPercent("90").trigger(io.ripcord.event.TriggerSource.BID_ASK));
    GroupDesk desk = two(E8.NULL, NO_SILENCE).tick("A", "50").tick("B", "50");
    assertThat(rig.value(0)).isEqualTo("null");

    desk.quote("A", "99", "101").quote("B", "98", "103");

    assertThat(rig.value(0)).isEqualTo("-3");
  }
}
