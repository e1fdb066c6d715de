package io.ripcord.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopTest {
  private static final int RULE = 4;

  /** A level this much more in favour of the position than 100. */
  private static long level(Side side, long better) {
    return 100 + side.sign() * better;
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldStartWithoutALevelThatAnyPriceTouches(Side side) {
    Stop stop = new Stop(side);

    assertThat(stop.isSet()).isFalse();
    assertThat(stop.isMoved()).isFalse();
    assertThat(stop.levelE8()).isEqualTo(E8.NULL);
    assertThat(stop.isTouchedBy(1)).isFalse();
    assertThat(stop.isTouchedBy(Long.MAX_VALUE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotCountTheFirstLevelAsAMove(Side side) {
    Stop stop = new Stop(side);

    stop.set(100);

    assertThat(stop.isSet()).isTrue();
    assertThat(stop.isMoved()).isFalse();
    assertThat(stop.levelE8()).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldOnlyTighten(Side side) {
    Stop stop = new Stop(side);
    stop.set(100);

    assertThat(stop.tighten(level(side, -1), RULE)).isFalse();
    assertThat(stop.tighten(100, RULE)).isFalse();
    assertThat(stop.isMoved()).isFalse();
    assertThat(stop.levelE8()).isEqualTo(100);

    assertThat(stop.tighten(level(side, 1), RULE)).isTrue();
    assertThat(stop.isMoved()).isTrue();
    assertThat(stop.levelE8()).isEqualTo(level(side, 1));

    assertThat(stop.tighten(100, RULE)).isFalse();
    assertThat(stop.levelE8()).isEqualTo(level(side, 1));
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldCountALevelGivenByARuleAsAMove(Side side) {
    Stop stop = new Stop(side);

    assertThat(stop.tighten(100, RULE)).isTrue();

    assertThat(stop.isMoved()).isTrue();
    assertThat(stop.levelE8()).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldBeTouchedAtItsLevelAndBeyond(Side side) {
    Stop stop = new Stop(side);
    stop.set(100);

    assertThat(stop.isTouchedBy(level(side, 1))).isFalse();
    assertThat(stop.isTouchedBy(100)).isTrue();
    assertThat(stop.isTouchedBy(level(side, -1))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNeverLoosenWhateverComes(Side side) {
    Random random = Seeds.random(this);
    Stop stop = new Stop(side);
    stop.set(E8.ONE);
    long tightest = E8.ONE;
    for (int i = 0; i < 10_000; i++) {
      long before = stop.levelE8();
      long proposed = 1 + Seeds.magnitude(random, E8.MAX_VALUE - 1);

      boolean moved = stop.tighten(proposed, RULE);

      tightest = side == Side.LONG ? Math.max(tightest, proposed) : Math.min(tightest, proposed);
      assertThat(stop.levelE8()).isEqualTo(tightest);
      assertThat(moved).isEqualTo(tightest != before);
    }
  }

  @Test
  void shouldMirrorLongAndShort() {
    Stop longStop = new Stop(Side.LONG);
    Stop shortStop = new Stop(Side.SHORT);
    Random random = Seeds.random(this);
    for (int i = 0; i < 1_000; i++) {
      long offset = random.nextInt(50);
      long price = random.nextInt(50);

      assertThat(longStop.tighten(100 + offset, RULE))
          .isEqualTo(shortStop.tighten(100 - offset, RULE));
      assertThat(longStop.isTouchedBy(100 + price)).isEqualTo(shortStop.isTouchedBy(100 - price));
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLetAHumanTightenItAndLoosenItOnlyWhenToldTo(Side side) {
    Stop stop = new Stop(side);
    assertThat(stop.amend(100, false)).isTrue();
    assertThat(stop.amend(100, false)).isFalse();
    assertThat(stop.amend(level(side, -1), false)).isFalse();
    assertThat(stop.levelE8()).isEqualTo(100);

    assertThat(stop.amend(level(side, 1), false)).isTrue();
    assertThat(stop.levelE8()).isEqualTo(level(side, 1));
    assertThat(stop.amend(level(side, -1), true)).isTrue();
    assertThat(stop.levelE8()).isEqualTo(level(side, -1));
    assertThat(stop.isMoved()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotForgetThatARuleHasMovedItWhenAHumanDoes(Side side) {
    Stop stop = new Stop(side);
    stop.set(100);
    stop.tighten(level(side, 1), RULE);

    stop.amend(level(side, -1), true);

    assertThat(stop.isMoved()).isTrue();
    assertThat(stop.movedBy()).isEqualTo(RULE);
  }
}
