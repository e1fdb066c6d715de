package io.ripcord.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmsTest {
  private static final int KINDS = 3;
  private static final int CAPACITY = 32;

  private final Positions positions = new Positions(CAPACITY);
  private final Deadlines[] kinds = new Deadlines[KINDS];
  private final Alarms alarms;

  AlarmsTest() {
    for (int kind = 0; kind < KINDS; kind++) {
      kinds[kind] = new Deadlines(positions);
    }
    alarms = new Alarms(kinds);
  }

  private Position position(long id) {
    return positions.add(id, 0, Side.LONG, 1, 1, 1, 0, 0);
  }

  private record Due(long timeNs, long id, int kind) {}

  /** Takes out what comes next. */
  private Due poll() {
    Deadlines next = alarms.next();
    long timeNs = alarms.earliestNs();
    assertThat(next.earliestNs()).isEqualTo(timeNs);
    int kind = List.of(kinds).indexOf(next);
    return new Due(timeNs, next.poll().id(), kind);
  }

  @Test
  void shouldHaveNoneAtFirst() {
    assertThat(alarms.earliestNs()).isEqualTo(Deadlines.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    // time and id of the first kind, then of the second, and which of the two comes next
    "10, 1, 20, 2, 0",
    "20, 1, 10, 2, 1",
    "10, 1, 10, 2, 0",
    "10, 2, 10, 1, 1",
    "10, 1, 10, 1, 0",
    // A position registered later may have the smaller id, and time goes before id.
    "20, 1, 10, 2, 1",
    "10, 2, 20, 1, 0",
    "-1, 1, 0, 2, 0",
    "0, 1, -9223372036854775808, 2, 1",
  })
  void shouldPutTimeFirstThenIdThenKind(
      long firstNs, long firstId, long secondNs, long secondId, int expected) {
    Position first = position(firstId);
    Position second = secondId == firstId ? first : position(secondId);
    kinds[0].set(first, firstNs);
    kinds[1].set(second, secondNs);

    assertThat(alarms.next()).isSameAs(kinds[expected]);
    assertThat(alarms.earliestNs()).isEqualTo(Math.min(firstNs, secondNs));
  }

  @Test
  void shouldFindADeadlineOfAnyKind() {
    for (Deadlines kind : kinds) {
      Position position = position(positions.count() + 1);
      kind.set(position, 5);

      assertThat(alarms.next()).isSameAs(kind);
      assertThat(alarms.earliestNs()).isEqualTo(5);

      kind.set(position, Deadlines.NONE);
      assertThat(alarms.earliestNs()).isEqualTo(Deadlines.NONE);
    }
  }

  @Test
  void shouldGoOnWithTheNextWhenOneIsRemovedOrPutOff() {
    Position first = position(1);
    Position second = position(2);
    kinds[0].set(first, 10);
    kinds[1].set(second, 20);
    kinds[2].set(first, 30);

    kinds[0].set(first, Deadlines.NONE);
    assertThat(alarms.next()).isSameAs(kinds[1]);

    kinds[1].set(second, 40);
    assertThat(alarms.next()).isSameAs(kinds[2]);
    assertThat(alarms.earliestNs()).isEqualTo(30);
  }

  @Test
  void shouldComeInOrderOfTimeThenIdThenKind() {
    Random random = Seeds.random(this);
    List<Due> expected = new ArrayList<>();
    for (int i = 0; i < CAPACITY; i++) {
      // Ids fall while slots rise: the order is that of the ids.
      Position position = position(10L * (CAPACITY - i));
      for (int kind = 0; kind < KINDS; kind++) {
        long timeNs = random.nextInt(6);
        if (timeNs > 0) {
          kinds[kind].set(position, timeNs);
          expected.add(new Due(timeNs, position.id(), kind));
        }
      }
    }
    expected.sort(
        Comparator.comparingLong(Due::timeNs)
            .thenComparingLong(Due::id)
            .thenComparingInt(Due::kind));

    List<Due> polled = new ArrayList<>();
    while (alarms.earliestNs() != Deadlines.NONE) {
      polled.add(poll());
    }

    assertThat(polled).isEqualTo(expected);
  }

  @Test
  void shouldKeepItsKindsWhateverBecomesOfTheArray() {
    Deadlines first = kinds[0];
    first.set(position(1), 10);

    kinds[0] = new Deadlines(positions);

    assertThat(alarms.next()).isSameAs(first);
  }
}
