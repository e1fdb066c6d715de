package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.InstrumentKind;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.testing.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a group is worth: docs/groups.md. */
class GroupValueTest {
  private final GroupRig rig = new GroupRig();

  private void group() {
    rig.desk.group(0, "1000000", null, null, null, GroupRig.CONFIRM, E8.NULL);
  }

  @ParameterizedTest
  @CsvSource({
    // side, quantity, entry, price, fee percent, multiplier: value
    "LONG, 2, 100, 103, 0, 1, 6",
    "SHORT, 2, 100, 103, 0, 1, -6",
    "LONG, 2, 100, 97, 0, 75, -450",
    "LONG, 2, 100, 103, 0.1, 1, 5.594",
    "SHORT, 2, 100, 103, 0.1, 1, -6.406",
    "LONG, 0.00000003, 0.5, 1, 0, 1, 0.00000002",
    "LONG, 0.00000001, 0.5, 1, 0, 1, 0",
    "SHORT, 0.5, 61800.3, 61799.1, 0.05, 0.1, -3.029985",
    "LONG, 3, 100, 100.00000001, 0, 0.33333333, 0.00000001",
  })
  void shouldValueALinearPosition(
      Side side,
      String quantity,
      String entry,
      String price,
      String fee,
      String times,
      String value) {
    rig.desk.instrument("A", InstrumentKind.FUTURE, false, fee, times);
    group();
    rig.desk.open(1, "A", side, quantity, entry, 0).tick("A", price);

    assertThat(rig.value(0)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    // 100 units of 1 at 50000 are worth 0.002, at 40000 0.0025, at 62500 0.0016
    "LONG, 100, 50000, 40000, 0, 1, -0.0005",
    "SHORT, 100, 50000, 40000, 0, 1, 0.0005",
    "LONG, 100, 50000, 62500, 0, 1, 0.0004",
    "LONG, 100, 50000, 62500, 0.1, 1, 0.0003964",
    "LONG, 1, 50000, 62500, 0, 100, 0.0004",
  })
  void shouldValueAnInversePositionInItsCoin(
      Side side,
      String quantity,
      String entry,
      String price,
      String fee,
      String times,
      String value) {
    rig.desk.instrument("A", InstrumentKind.FUTURE, true, fee, times);
    group();
    rig.desk.open(1, "A", side, quantity, entry, 0).tick("A", price);

    assertThat(rig.value(0)).isEqualTo(value);
  }

  @Test
  void shouldKeepWhatClosedMembersBrought() {
    rig.desk.instrument("A", InstrumentKind.SPOT, false, "0.1", "1").instrument("B");
    group();
    rig.desk.open(1, "A", Side.LONG, "10", "100", 0).open(2, "B", Side.SHORT, "1", "50", 0);
    rig.desk.tick("A", "100").tick("B", "49");
    // 0 less 0.1 % of 1000 at entry and of 1000 at exit, and 1 of the other.
    assertThat(rig.value(0)).isEqualTo("-1");
    new Operator(rig.engine).close(1, "4");

    rig.desk.fill(1, "110");
    // 4 closed: 40 less 0.4 less 0.44. 6 open at 100: 0 less 0.6 less 0.6.
    assertThat(rig.value(0)).isEqualTo("38.96");

    new Operator(rig.engine).close(1);
    rig.desk.fill(1, "6", "90").flat(1);
    assertThat(rig.engine.position(1).status()).isEqualTo(PositionStatus.CLOSED);
    // 40 - 60 less 0.4, 0.44, 0.6, 0.54.
    assertThat(rig.value(0)).isEqualTo("-20.98");
    rig.desk.tick("A", "1000");
    assertThat(rig.value(0)).isEqualTo("-20.98");
  }

  @Test
  void shouldKeepOfAnInversePositionWhatItsPartBrought() {
    rig.desk.instrument("A", InstrumentKind.FUTURE, true, "0.1", "1");
    group();
    rig.desk.open(1, "A", Side.LONG, "100", "50000", 0).tick("A", "62500");
    new Operator(rig.engine).close(1, "50");

    rig.desk.fill(1, "62500");

    // Half of it is out at the price that the other half is valued at: as before.
    assertThat(rig.value(0)).isEqualTo("0.0003964");
  }

  @Test
  void shouldCountOfAnUnregisteredMemberOnlyWhatItBrought() {
    rig.desk.instrument("A").instrument("B");
    group();
    rig.desk.open(1, "A", Side.LONG, "10", "100", 0).open(2, "B", Side.LONG, "1", "50", 0);
    rig.desk.tick("A", "120").tick("B", "51");
    assertThat(rig.value(0)).isEqualTo("201");

    new Operator(rig.engine).unregister(1);

    assertThat(rig.value(0)).isEqualTo("1");
    assertThat(rig.status(0).open()).isEqualTo(1);
  }

  @Test
  void shouldSumEachGroupOfAPosition() {
    rig.desk.instrument("A").instrument("B");
    group();
    rig.desk.group(1, "1000000", null, null, null, GroupRig.CONFIRM, E8.NULL);
    rig.desk.account(2, "1000000", GroupRig.CONFIRM, E8.NULL);
    rig.desk.open(1, "A", Side.LONG, "1", "100", 0, 1).open(2, "B", Side.LONG, "1", "50", 1);
    rig.desk.open(3, "B", Side.SHORT, "1", "50");
    rig.desk.tick("A", "107").tick("B", "60");

    assertThat(rig.value(0)).isEqualTo("7");
    assertThat(rig.value(1)).isEqualTo("17");
    assertThat(rig.value(2)).isEqualTo("7");
    assertThat(rig.status(2).positions()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void shouldTakeMembersOfInstrumentsThatComeLate() {
    for (int i = 0; i < 40; i++) {
      rig.desk.instrument("A" + i);
    }
    group();
    rig.desk.open(1, "A39", Side.LONG, "1", "100", 0).tick("A39", "104", "103", "105");

    assertThat(rig.value(0)).isEqualTo("4");
  }

  @Test
  void shouldCapWhatNoNumberHolds() {
    rig.desk.instrument("A", InstrumentKind.FUTURE, false, "0", "1000000000");
    group();
    rig.desk.open(1, "A", Side.SHORT, "1000000000", "1", 0).tick("A", "0.5");

    assertThat(rig.status(0).valueE8()).isEqualTo(1L << 61);
  }

  @Test
  void shouldTakeTheOpenPositionsIntoAnAccountThatIsDefinedLater() {
    rig.desk.instrument("A").open(1, "A", Side.LONG, "1", "100").tick("A", "104");

    rig.desk.account(0, "50", GroupRig.CONFIRM, E8.NULL);

    assertThat(rig.value(0)).isEqualTo("4");
  }
}
