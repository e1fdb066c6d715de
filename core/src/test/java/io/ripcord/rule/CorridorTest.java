package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitReason;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorridorTest {
  private static final int CAPACITY = 300;
  private static final int INSTRUMENTS = 20;
  private static final long MIDDLE = 1_000;
  private static final int SPREAD = 60;

  private final Positions positions = new Positions(CAPACITY);
  private final Corridor corridor = corridor(false);
  private final List<Position> open = new ArrayList<>();

  private Corridor corridor(boolean evaluateEverything) {
    Corridor made = new Corridor(positions, evaluateEverything);
    for (int i = 0; i < INSTRUMENTS; i++) {
      made.addInstrument();
    }
    return made;
  }

  private Position add(long id, int instrument, Side side, long entry) {
    Position position = positions.add(id, instrument, side, 1, entry, 1, 0, 0);
    open.add(position);
    return position;
  }

  private static List<Long> ids(Corridor corridor, int count) {
    return IntStream.range(0, count).mapToObj(i -> corridor.woken(i).id()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // Side, stop, target, watermark 1000: the last quiet prices, then the first that wake.
    "LONG,  990, 1020, 991, 1000",
    "SHORT, 1010, 980, 1000, 1009",
    "LONG,  990, -,    991, 1000",
    "LONG,  -,   1020, 1,   1000",
    "SHORT, 1010, -,   1000, 1009",
    "LONG,  1005, 1020, 1006, 1005",
  })
  void shouldBeQuietStrictlyInside(
      Side side, String stop, String target, long lowest, long highest) {
    Position position = add(1, 0, side, MIDDLE);
    position.see(MIDDLE);
    if (!stop.equals("-")) {
      position.stop().set(Long.parseLong(stop));
    }
    if (!target.equals("-")) {
      position.target(Long.parseLong(target));
    }
    corridor.place(position, E8.NULL);

    for (long price = lowest; price <= highest; price++) {
      assertThat(corridor.isQuiet(0, price, price)).as("at %d", price).isTrue();
      assertThat(corridor.wake(0, price, price)).as("at %d", price).isZero();
    }
    assertThat(corridor.isQuiet(0, highest + 1, highest + 1)).isFalse();
    assertThat(corridor.isQuiet(0, lowest - 1, lowest - 1)).isEqualTo(stop.equals("-"));
    assertThat(corridor.isQuiet(0, lowest, highest + 1)).isFalse();
  }

  @Test
  void shouldAlwaysWakeAPositionThatHasSeenNoPrice() {
    Position position = add(1, 0, Side.LONG, MIDDLE);
    corridor.place(position, E8.NULL);
    assertThat(corridor.isQuiet(0, 1, 1)).isFalse();
    assertThat(corridor.wake(0, MIDDLE, MIDDLE)).isEqualTo(1);

    position.see(MIDDLE);
    corridor.place(position, E8.NULL);
    assertThat(corridor.isQuiet(0, 1, 1)).isTrue();

    position.pend(ExitReason.SIGNAL);
    corridor.place(position, E8.NULL);
    assertThat(corridor.wake(0, 1, 1)).isEqualTo(1);
  }

  @Test
  void shouldAlwaysWakeAPositionThatExitsAtAnyPrice() {
    Position position = add(1, 0, Side.SHORT, MIDDLE);
    position.see(MIDDLE);
    position.pend(ExitReason.TIME);
    corridor.place(position, E8.NULL);

    assertThat(corridor.isQuiet(0, MIDDLE, MIDDLE)).isFalse();
    assertThat(corridor.wake(0, MIDDLE, MIDDLE)).isEqualTo(1);
  }

  @Test
  void shouldWakeWhomBruteForceFinds() {
    Random random = Seeds.random(this);
    populate(random);
    for (int i = 0; i < 20_000; i++) {
      int instrument = random.nextInt(INSTRUMENTS);
      long low = price(random);
      long high = random.nextBoolean() ? low : low + random.nextInt(SPREAD);
      List<Long> expected =
          open.stream()
              .filter(p -> p.instrumentId() == instrument && isTouched(p, low, high))
              .map(Position::id)
              .sorted()
              .toList();

      assertThat(corridor.isQuiet(instrument, low, high)).isEqualTo(expected.isEmpty());
      assertThat(ids(corridor, corridor.wake(instrument, low, high))).isEqualTo(expected);

      change(random);
    }
  }

  private void populate(Random random) {
    for (int i = 0; i < CAPACITY; i++) {
      long id = (i * 7919L) % 10_007;
      // Most on one instrument, so that many wake at once.
      int instrument = random.nextBoolean() ? 0 : random.nextInt(INSTRUMENTS);
      Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
      Position position = add(id, instrument, side, price(random));
      level(position, random);
      corridor.place(position, E8.NULL);
    }
  }

  private static long price(Random random) {
    return MIDDLE - SPREAD + random.nextInt(2 * SPREAD);
  }

  private static void level(Position position, Random random) {
    if (random.nextInt(4) > 0) {
      position.stop().set(price(random));
    }
    if (random.nextInt(4) > 0) {
      position.target(price(random));
    }
    if (random.nextInt(20) > 0) {
      position.see(price(random));
    }
    if (random.nextInt(200) == 0) {
      position.pend(ExitReason.SIGNAL);
    }
  }

  /** The definition, price by price: somebody must look at the position at one of them. */
  private static boolean isTouched(Position position, long low, long high) {
    if (!position.isPriced() || position.hasPending()) {
      return true;
    }
    for (long price = low; price <= high; price++) {
      if (position.stop().isTouchedBy(price)
          || position.isTargetTouchedBy(price)
          || position.isBetter(price, position.watermarkE8())) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({
    // Side, hard stop, stop, wake-up price: watermark 1000 at 1000; the quiet prices.
    "LONG,  980, 990, -,   991, 1000",
    "LONG,  990, 980, -,   991, 1000",
    "LONG,  990, -,   995, 991, 994",
    "SHORT, 1010, 1020, 1005, 1006, 1009",
    "SHORT, 1020, -,   -, 1000, 1019",
  })
  void shouldAlsoWakeAtTheHardStopAndWhereARuleAsks(
      Side side, String hard, String stop, String wake, long lowest, long highest) {
    Position position = add(1, 0, side, MIDDLE);
    position.see(MIDDLE);
    position.hardStop(Long.parseLong(hard));
    if (!stop.equals("-")) {
      position.stop().set(Long.parseLong(stop));
    }

    corridor.place(position, wake.equals("-") ? E8.NULL : Long.parseLong(wake));

    assertThat(corridor.isQuiet(0, lowest, highest)).isTrue();
    assertThat(corridor.isQuiet(0, lowest - 1, highest)).isFalse();
    assertThat(corridor.isQuiet(0, lowest, highest + 1)).isFalse();
  }

  private void change(Random random) {
    Position position = open.get(random.nextInt(open.size()));
    if (random.nextInt(100) == 0 && open.size() > CAPACITY / 2) {
      corridor.remove(position);
      corridor.remove(position);
      open.remove(position);
    } else if (!position.isPending(ExitReason.SIGNAL)) {
      level(position, random);
      corridor.place(position, E8.NULL);
    }
  }

  @Test
  void shouldWakeEverybodyWhenEverythingIsEvaluated() {
    Corridor everything = corridor(true);
    populate(Seeds.random(this));
    open.forEach(position -> everything.place(position, E8.NULL));
    List<Long> expected =
        open.stream()
            .filter(p -> p.instrumentId() == 0)
            .sorted(Comparator.comparingLong(Position::id))
            .map(Position::id)
            .toList();

    assertThat(everything.isQuiet(0, MIDDLE, MIDDLE)).isFalse();
    assertThat(ids(everything, everything.wake(0, MIDDLE, MIDDLE))).isEqualTo(expected);
  }

  @Test
  void shouldBeQuietWhereNobodyIs() {
    assertThat(corridor.isQuiet(3, 1, E8.MAX_VALUE)).isTrue();
    assertThat(corridor.wake(3, 1, E8.MAX_VALUE)).isZero();
  }

  @Test
  void shouldLeaveNothingToDoAtAQuietPrice() {
    Random random = Seeds.random(this);
    int quiet = 0;
    for (int i = 0; i < CAPACITY; i++) {
      Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
      long entry = 100 * E8.ONE;
      Position position = add(i, 0, side, entry);
      TrailingStopRule rule =
          new TrailingStopRule(
              1 + random.nextInt(5_000_000),
              random.nextInt(3_000_000),
              random.nextBoolean() ? 0 : random.nextInt(500_000),
              random.nextInt(3_000_000),
              1 + random.nextInt(2_000_000));
      long price = entry;
      for (int tick = 0; tick < 200; tick++) {
        price += random.nextInt(40_000_000) - 20_000_000;
        boolean wasQuiet = tick > 0 && corridor.isQuiet(0, price, price);
        long stop = position.stop().levelE8();
        long watermark = position.watermarkE8();
        if (wasQuiet) {
          assertThat(position.stop().isTouchedBy(price)).isFalse();
          quiet++;
        }
        position.see(price);
        rule.follow(RuleFixture.scope(position));
        if (wasQuiet) {
          assertThat(position.stop().levelE8()).isEqualTo(stop);
          assertThat(position.watermarkE8()).isEqualTo(watermark);
        }
        corridor.place(position, E8.NULL);
      }
      corridor.remove(position);
    }
    assertThat(quiet).isGreaterThan(1_000);
  }
}
