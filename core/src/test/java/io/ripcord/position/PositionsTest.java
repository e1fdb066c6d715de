package io.ripcord.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PositionsTest {
  private static Position position(Side side) {
    return new Positions(1).add(7, 3, side, 5 * E8.ONE, 100 * E8.ONE, E8.ONE, 2, 99);
  }

  @Test
  void shouldFindWhatItWasGiven() {
    Positions positions = new Positions(3);
    Position a = positions.add(30, 0, Side.LONG, 1, 2, 3, 4, 5);
    Position b = positions.add(-10, 1, Side.SHORT, 1, 2, 3, 4, 5);
    assertThat(positions.isFull()).isFalse();
    Position c = positions.add(20, 0, Side.LONG, 1, 2, 3, 4, 5);

    assertThat(positions.isFull()).isTrue();
    assertThat(positions.count()).isEqualTo(3);
    assertThat(positions.capacity()).isEqualTo(3);
    assertThat(positions.byId(-10)).isSameAs(b);
    assertThat(positions.byId(31)).isNull();
    assertThat(positions.bySlot(2)).isSameAs(c);
    assertThat(positions.byOrdinal(1)).isSameAs(a);
    assertThat(positions.byOrdinal(3)).isSameAs(c);
    assertThat(positions.byOrdinal(0)).isNull();
    assertThat(positions.byOrdinal(4)).isNull();
    assertThat(positions.byOrdinal(-1)).isNull();
    assertThat(positions.idBySlot()).containsExactly(30, -10, 20);
    assertThat(positions.sortedById()).containsExactly(b, c, a);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldStartItsWatermarkAtTheEntryPrice(Side side) {
    Position position = position(side);

    assertThat(position.watermarkE8()).isEqualTo(100 * E8.ONE);
    assertThat(position.isPriced()).isFalse();
    assertThat(position.status()).isEqualTo(PositionStatus.OPEN);
    assertThat(position.openQuantityE8()).isEqualTo(5 * E8.ONE);
    assertThat(position.ordinal()).isEqualTo(position.slot() + 1);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldMoveItsWatermarkToBetterPricesOnly(Side side) {
    Position position = position(side);
    long better = 100 * E8.ONE + side.sign();
    long worse = 100 * E8.ONE - side.sign();

    position.see(worse);
    assertThat(position.watermarkE8()).isEqualTo(100 * E8.ONE);
    assertThat(position.isPriced()).isTrue();

    position.see(better);
    assertThat(position.watermarkE8()).isEqualTo(better);

    position.see(100 * E8.ONE);
    assertThat(position.watermarkE8()).isEqualTo(better);
    assertThat(position.isBetter(better, worse)).isTrue();
    assertThat(position.isBetter(worse, better)).isFalse();
    assertThat(position.isBetter(better, better)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldTouchItsTargetAtTheLevelAndBeyond(Side side) {
    Position position = position(side);
    assertThat(position.isTargetTouchedBy(Long.MAX_VALUE)).isFalse();
    assertThat(position.isTargetTouchedBy(1)).isFalse();

    position.target(200);

    assertThat(position.isTargetTouchedBy(200 - side.sign())).isFalse();
    assertThat(position.isTargetTouchedBy(200)).isTrue();
    assertThat(position.isTargetTouchedBy(200 + side.sign())).isTrue();
  }

  @Test
  void shouldGoNegativeOnAnOverFill() {
    Position position = position(Side.LONG);

    position.reduce(2 * E8.ONE);
    assertThat(position.openQuantityE8()).isEqualTo(3 * E8.ONE);
    position.reduce(4 * E8.ONE);
    assertThat(position.openQuantityE8()).isEqualTo(-E8.ONE);
  }
}
